import type { Knex } from 'knex'
import type { Band, Direction, Figures, Label, PlatformName, Store, SummaryLetter } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { personKey } from './person-key.js'
import { insertAll, type Value } from './rows.js'

/** Stands where a unit has figures, but of no label. */
const NONE = '-'

interface LetterRow {
  readonly id: string
  readonly week: number | string
  readonly unit: string
  readonly platform: PlatformName
  readonly tenant: string
  readonly recipient: string
  readonly exercise: string
}

/** What was published, for good, and the summaries on their way to managers. */
export function summaries({
  db,
  reads,
  secret,
}: Database): Pick<Store, 'publish' | 'published' | 'claimSummaries' | 'settleSummary' | 'exercises'> {
  async function insertFigures(trx: Knex, week: number, figures: readonly Figures[]): Promise<void> {
    const cells = figures.flatMap(({ unit, labels }): Record<string, Value>[] => {
      const entries = Object.entries(labels) as [Label, { band: Band; direction: Direction | null }][]
      if (entries.length === 0) return [{ week, unit, label: NONE, band: null, direction: null }]
      return entries.map(([label, { band, direction }]) => ({
        ...{ week, unit: checkId('unit', unit), label: checkId('label', label) },
        ...{ band, direction },
      }))
    })
    await insertAll(trx, 'figures', cells)
    const terms = figures.flatMap(({ unit, terms: met }): Record<string, Value>[] =>
      met.map((rule, position) => ({ week, unit, position, rule: checkId('rule', rule) })),
    )
    await insertAll(trx, 'terms', terms)
  }

  const letterRows = (letters: readonly SummaryLetter[]) =>
    letters.map(({ id, to, unit, week, exercise }) => ({
      id: checkId('id', id),
      week: week.getTime(),
      unit: checkId('unit', unit),
      person: personKey(secret, to),
      ...{ platform: to.platform, tenant: to.tenant, recipient: to.user },
      exercise: checkId('exercise', exercise),
      ...{ state: 'pending', settled_at: null },
    }))

  return {
    publish: (week, figures, letters, at) =>
      db.transaction(async (trx) => {
        const fresh: object[] = await trx('published')
          .insert({ week: week.getTime(), at: at.getTime(), erased: 0 })
          .onConflict('week')
          .ignore()
          .returning('week')
        if (fresh.length === 0) return false
        await insertFigures(trx, week.getTime(), figures)
        await insertAll(trx, 'summaries', letterRows(letters))
        return true
      }),

    async published(week) {
      const own = { week: week.getTime() }
      const found: { erased: number } | undefined = await reads('published').where(own).first('erased')
      if (!found) return null
      const cells: { unit: string; label: Label | '-'; band: Band; direction: Direction | null }[] =
        await reads('figures').where(own).orderBy(['unit', 'label'])
      const terms: { unit: string; rule: string }[] = await reads('terms')
        .where(own)
        .orderBy(['unit', 'position'])
      const units = [...new Set(cells.map(({ unit }) => unit))]
      const figures = units.map((unit): Figures => {
        const mine = cells.filter((cell) => cell.unit === unit && cell.label !== NONE)
        return {
          unit,
          labels: Object.fromEntries(mine.map(({ label, band, direction }) => [label, { band, direction }])),
          terms: terms.filter((term) => term.unit === unit).map(({ rule }) => rule),
        }
      })
      return { figures, erased: Number(found.erased) }
    },

    claimSummaries: (limit) =>
      db.transaction(async (trx) => {
        const due = trx('summaries').where({ state: 'pending' }).orderBy('id').limit(limit).select('id')
        // One statement that tests the state again: no two dispatchers can take the same row.
        const taken: { id: string }[] = await trx('summaries')
          .where({ state: 'pending' })
          .whereIn('id', due)
          .update({ state: 'sending' })
          .returning('id')
        const ids = taken.map(({ id }) => id)
        const rows: LetterRow[] = await trx('summaries').whereIn('id', ids).orderBy('id')
        return rows.map(({ id, week, unit, platform, tenant, recipient, exercise }) => ({
          ...{ id, unit, exercise, week: new Date(Number(week)) },
          to: { platform, tenant, user: recipient },
        }))
      }),

    async settleSummary(id, state, at) {
      await db('summaries').where({ id, state: 'sending' }).update({ state, settled_at: at.getTime() })
    },

    exercises: (unit, since) =>
      reads('summaries')
        .where({ unit })
        .where('week', '>=', since.getTime())
        .orderBy([{ column: 'week', order: 'desc' }, 'id'])
        .pluck('exercise'),
  }
}
