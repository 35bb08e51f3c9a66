import assert from 'node:assert/strict'
import { closure } from '../../../src/summary/gate/closure.js'
import { forest } from '../../../src/summary/gate/forest.js'
import { judge } from './judge.js'
import type { Monday, Publish } from './organisations.js'
import { publish, unitWeeks } from './publish.js'

const ORGANISATIONS = Number(process.env.KLARTEXT_ORGANISATIONS ?? 500)
const SEED = Number(process.env.KLARTEXT_SEED ?? 1)

describe('organisations of every kind', () => {
  it(`lose nothing through the gate (${ORGANISATIONS})`, function () {
    this.timeout(20_000 + ORGANISATIONS * 200)
    const tally = { units: 0, published: 0, cells: 0, shown: 0 }
    const measured: Publish = (monday) => {
      const result = publish(monday)
      count(monday, result, tally)
      return result
    }
    const found: string[] = []
    for (let seed = SEED; seed < SEED + ORGANISATIONS; seed++) found.push(...judge(seed, measured))
    const share = (of: number, all: number): string => `${((100 * of) / all).toFixed(1)} %`
    console.log(
      `      ${ORGANISATIONS} organisations from seed ${SEED}: ${tally.units} units with n >= k, ` +
        `${share(tally.published, tally.units)} published; ${tally.cells} cells in them with findings, ` +
        `${share(tally.shown, tally.cells)} shown; ${found.length} leaks`,
    )
    assert.deepEqual(found.slice(0, 5), [])
    assert.ok(tally.published >= 0.75 * tally.units)
  })
})

function count(monday: Monday, { figures, homes }: ReturnType<Publish>, tally: Record<string, number>): void {
  const nodes = forest(unitWeeks(monday, homes))
  const large = nodes.filter(({ population }) => population.length >= monday.k)
  tally.units! += large.length
  tally.published! += closure(nodes, (people) => people.length >= monday.k).size
  for (const { population } of large)
    tally.cells! += new Set(
      population.flatMap(({ findings }) =>
        Object.entries(findings).flatMap(([label, found]) => (found > 0 ? label : [])),
      ),
    ).size
  for (const { labels } of figures) tally.shown! += Object.keys(labels).length
}
