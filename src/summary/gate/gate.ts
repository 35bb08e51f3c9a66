import { UserError } from '../../errors.js'
import type { Direction, Figures, Label, UnitWeek } from '../../types.js'
import { BANDS } from './bands.js'
import { bandOf, isBroad } from './cell.js'
import { closure, type Part } from './closure.js'
import { forest, inOrder, type Node } from './forest.js'
import type { PastWeek } from './past-week.js'
import { steady } from './steady.js'
import { termsOf } from './terms.js'

/** Nobody may set the least number of people lower: in a group of six, pressure still reaches the individual. */
const FLOOR = 7

const LABELS = Object.keys(BANDS) as Label[]

export interface GateInput {
  /** All units, with those who count in them; see `homes`. */
  readonly units: readonly UnitWeek[]
  /** Of how many people figures must be, at least; 7 or more. */
  readonly k: number
  /** The week before as it was published, by unit. */
  readonly before?: ReadonlyMap<string, PastWeek>
  /**
   * What to add to a label's sum over those who count in the unit and in no published unit within; a unit around it
   * takes it over, so that every person is under one draw per label. To be drawn once and kept by the caller: a second
   * draw for the same week would let both be averaged.
   */
  readonly noise?: (unit: string, label: Label) => number
}

/**
 * The one gate: whatever is said of a unit's week comes out here. It keeps silent about units, labels and terms that
 * would point at fewer than k people, alone or in any combination, and never says why; a unit of which nothing is left
 * is missing. Equal weeks give equal figures, in whatever order units and people come.
 *
 * @returns by unit id
 * @throws {UserError} where k is below 7, the units are no forest, or somebody counts twice
 */
export function gate({ units, k, before = new Map(), noise = () => 0 }: GateInput): readonly Figures[] {
  if (!Number.isInteger(k) || k < FLOOR)
    throw new UserError(
      'least number of people in a summary',
      String(k),
      `a whole number from ${FLOOR} on`,
      'Set it higher, or switch summaries off.',
    )
  const published = [...closure(forest(units), (people) => people.length >= k).keys()]
  const moving = steady(published, before, k)
  const figures = new Map(
    published.map((node) => [
      node,
      { unit: node.id, labels: {} as Mutable<Figures['labels']>, terms: termsOf(node.population, k) },
    ]),
  )
  for (const label of LABELS) {
    const parts = closure(published, (people) => isBroad(people, label))
    const noiseOf = ({ id }: Node, { inner, rest }: Part): number =>
      inner.reduce(
        (sum, each) => sum + noiseOf(each, parts.get(each)!),
        rest.length > 0 ? noise(id, label) : 0,
      )
    for (const [node, part] of parts) {
      const band = bandOf(node.population, label, noiseOf(node, part))
      const past = moving.has(node) ? before.get(node.id)!.figures.labels[label] : undefined
      figures.get(node)!.labels[label] = { band, direction: past ? directionOf(band - past.band) : null }
    }
  }
  return [...figures.values()]
    .filter(({ labels, terms }) => Object.keys(labels).length + terms.length > 0)
    .sort((a, b) => inOrder(a.unit, b.unit))
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const directionOf = (change: number): Direction => (change < 0 ? 'less' : change > 0 ? 'more' : 'same')
