import type { Store } from '../types.js'
import type { Database } from './database.js'

/** The weeks of which a unit has a summary, without what stands in them. */
export function publishedWeeks({ reads }: Database): Pick<Store, 'publishedWeeks'> {
  return {
    async publishedWeeks(unit) {
      const weeksOf = async (table: string, own: object = {}): Promise<readonly number[]> =>
        (await reads(table).where(own).distinct('week').orderBy('week', 'desc').pluck('week')).map(Number)
      const published = await weeksOf('published')
      const saved = await weeksOf('units')
      const listed = new Set(await weeksOf('units', { unit }))
      return published
        .filter((week) => {
          const inForce = saved.find((from) => from <= week)
          return inForce !== undefined && listed.has(inForce)
        })
        .map((week) => new Date(week))
    },
  }
}
