import { breaches } from './checker.js'
import { liveThrough, type Publish } from './organisations.js'

/** What the checker says against an implementation in the organisation of a seed. */
export function judge(seed: number, implementation: Publish): string[] {
  const said: string[] = []
  const { k, weeks } = liveThrough(seed, (monday) => {
    const result = implementation(monday)
    said.push(JSON.stringify(result.figures))
    return result
  })
  const changed = weeks.filter(({ figures }, index) => JSON.stringify(figures) !== said[index]).length
  const found = weeks.flatMap((_, index) =>
    breaches(weeks.slice(0, index + 1), k).map(
      (breach) => `organisation ${seed}, week ${index + 1}: ${breach}`,
    ),
  )
  return changed > 0 ? [...found, `organisation ${seed}: P13 a published week changed`] : found
}
