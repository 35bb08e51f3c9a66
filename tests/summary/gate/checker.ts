import type { Figures, Label, PersonWeek, Unit } from '../../../src/types.js'
import { echelon, isIn, isolatesFew, isolatesFewByTrying, type Matrix } from './row-space.js'

/** What was so and what was said in a week. */
export interface Week {
  readonly units: readonly Unit[]
  readonly people: readonly Somebody[]
  readonly figures: readonly Figures[]
}

/** A human being, under whatever pseudonym. */
export interface Somebody {
  readonly who: number
  /** Every unit that lists them. */
  readonly listed: readonly string[]
  /** The unit where they are said to count. */
  readonly home: string | null
  readonly manages: boolean
  /** Null where they wrote nothing that counts. */
  readonly week: PersonWeek | null
}

/** From how many findings per 100 messages on a label is in band 1, 2 and 3. */
const SCALE: Readonly<Record<Label, readonly number[]>> = {
  jargon: [5, 10, 20],
  anglicism: [5, 10, 20],
  'foreign-words': [5, 10, 20],
  convoluted: [5, 10, 20],
  blame: [5, 5, 10],
  justification: [5, 10, 15],
  impression: [5, 10, 15],
  facade: [5, 10, 15],
  condescension: [5, 5, 10],
  silo: [5, 10, 15],
  'customer-disrespect': [5, 5, 10],
  ownership: [5, 10, 15],
  care: [5, 10, 15],
}

/**
 * Judges the last of some weeks by the promises alone, knowing everything; it shares no code with the gate.
 *
 * @returns each breach, beginning with the promise it breaks
 */
export function breaches(weeks: readonly Week[], k: number): string[] {
  const week = weeks.at(-1)!
  const before = weeks.at(-2)
  const found: string[] = []
  const populations = populationsOf(week)
  for (const { who, listed, home, manages } of week.people) {
    if (manages && home !== null) found.push(`P11 manager ${who} counts`)
    if (home !== null && !listed.includes(home)) found.push(`P12 ${who} counts where nobody listed them`)
  }
  if (new Set(week.figures.map(({ unit }) => unit)).size < week.figures.length) found.push('P12 a unit twice')
  for (const figures of week.figures) {
    const people = populations.get(figures.unit)
    if (!people) found.push('P11 figures of no unit')
    else {
      const name = `${figures.unit} (${people.length})`
      if (people.length < k) found.push(`P11 figures of ${name}`)
      found.push(...formOf(figures), ...termsIn(figures, people, k))
      for (const label of labelsOf(figures)) {
        const said = figures.labels[label]!
        const fault = faultIn(people, label)
        if (fault) found.push(`${fault} in ${label} of ${name}`)
        const band = bandOf(people, label)
        if (said.band !== band) found.push(`P14 ${label} of ${name}: band ${said.band}, not ${band}`)
      }
    }
  }
  const sets = new Map<string, Label[]>()
  for (const label of Object.keys(SCALE) as Label[]) {
    const cells = week.figures.filter((each) => each.labels[label]).map(({ unit }) => unit)
    const key = cells.sort().join('|')
    sets.set(key, [...(sets.get(key) ?? []), label])
  }
  const all = tableOf([...new Set([...sets.keys()].flatMap(cellsIn))], populations)
  // A combination of some cells is one of all of them: if those are clean together, so is every label.
  const clean = !isolatesFew(all.matrix, sizesOf(all), k)
  for (const [key, labels] of sets) {
    const table = narrowed(all, cellsIn(key))
    const said = ` of ${labels.join()} in ${key}`
    if (table.cells.length <= 9 && isolatesFewByTrying(table.matrix, sizesOf(table), k))
      found.push(`P12 by -1, 0 and 1${said}`)
    if (!clean && isolatesFew(table.matrix, sizesOf(table), k)) found.push(`P12 by the row space${said}`)
    found.push(...remaindersIn(table, labels).map((fault) => fault + said))
  }
  found.push(...directionsIn(week, before, k))
  return found
}

const active = ({ home, week }: Somebody): boolean => home !== null && (week?.messages ?? 0) > 0

/** Everybody in a unit or below it, by going up from each person's home. */
function populationsOf({ units, people }: Week): Map<string, Somebody[]> {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const populations = new Map<string, Somebody[]>(units.map(({ id }) => [id, []]))
  for (const somebody of people)
    if (active(somebody) && !somebody.manages)
      for (let at = somebody.home; at; at = parents.get(at) ?? null) populations.get(at)?.push(somebody)
  return populations
}

const labelsOf = (figures: Figures): Label[] => Object.keys(figures.labels) as Label[]

function formOf(figures: Figures): string[] {
  const keys = Object.keys(figures).sort().join()
  const inner = labelsOf(figures).map((label) =>
    Object.keys(figures.labels[label] ?? {})
      .sort()
      .join(),
  )
  return keys === 'labels,terms,unit' && inner.every((each) => each === 'band,direction')
    ? []
    : [`P16 more than figures leaves: ${keys}`]
}

function termsIn({ terms }: Figures, people: readonly Somebody[], k: number): string[] {
  const found = terms.length > 5 ? ['P15 more than five terms'] : []
  for (const term of terms) {
    const met = people.filter(({ week }) => week?.rules.includes(term)).length
    if (met < k) found.push(`P11 a term of ${met}`)
    if (met >= 0.9 * people.length) found.push('P15 a term of nearly everybody')
  }
  return found
}

const clipped = (somebody: Somebody, label: Label): number => Math.min(5, somebody.week?.findings[label] ?? 0)

function faultIn(people: readonly Somebody[], label: Label): string | null {
  let [first, second, sum, having] = [0, 0, 0, 0]
  for (const somebody of people) {
    const count = clipped(somebody, label)
    sum += count
    if (count > 0) having++
    if (count > first) [first, second] = [count, first]
    else if (count > second) second = count
  }
  if (having === 0) return 'P15 nobody'
  if (having >= 0.9 * people.length) return 'P15 nearly everybody'
  if (first / sum > 0.5) return 'P14 one person'
  if ((first + second) / sum > 0.67) return 'P14 two people'
  return null
}

function bandOf(people: readonly Somebody[], label: Label): number {
  const sum = people.reduce((all, somebody) => all + clipped(somebody, label), 0)
  const messages = people.reduce((all, somebody) => all + somebody.week!.messages, 0)
  const fives = Math.floor((sum / messages) * 20 + 0.5)
  return SCALE[label].filter((from) => fives * 5 >= from).length
}

/** People by what each row of changes says of them; those of whom it says nothing are left out. */
function columnsOf(rows: readonly ReadonlyMap<number, number>[]): { matrix: Matrix; groups: Set<number>[] } {
  const groups = new Map<string, Set<number>>()
  for (const who of new Set(rows.flatMap((row) => [...row.keys()]))) {
    const key = rows.map((row) => row.get(who) ?? 0).join()
    if (/[1-9]/.test(key)) groups.set(key, (groups.get(key) ?? new Set()).add(who))
  }
  const columns = [...groups.keys()].map((key) => key.split(',').map(Number))
  return { matrix: rows.map((_, row) => columns.map((column) => column[row]!)), groups: [...groups.values()] }
}

const cellsIn = (key: string): string[] => key.split('|').filter((unit) => unit !== '')

/** Cells, and who is in which of them. */
interface Table {
  readonly cells: readonly string[]
  readonly matrix: Matrix
  /** Who stands behind each column. */
  readonly groups: readonly (readonly Somebody[])[]
}

const sizesOf = ({ groups }: Table): number[] => groups.map((group) => group.length)

function tableOf(cells: readonly string[], populations: ReadonlyMap<string, readonly Somebody[]>): Table {
  const members = cells.map((unit) => new Set(populations.get(unit) ?? []))
  const everybody = [...new Set(members.flatMap((each) => [...each]))]
  return grouped(
    cells,
    everybody.map((somebody) => ({
      people: [somebody],
      column: members.map((each) => Number(each.has(somebody))),
    })),
  )
}

/** The same for some of the cells. */
function narrowed({ cells, matrix, groups }: Table, some: readonly string[]): Table {
  const rows = some.map((unit) => matrix[cells.indexOf(unit)]!)
  return grouped(
    some,
    groups.map((people, index) => ({ people, column: rows.map((row) => row[index]!) })),
  )
}

/** One column for all people whose columns are alike; none for people in no cell. */
function grouped(
  cells: readonly string[],
  columns: readonly { readonly people: readonly Somebody[]; readonly column: readonly number[] }[],
): Table {
  const found = new Map<string, { people: Somebody[]; column: readonly number[] }>()
  for (const { people, column } of columns) {
    const key = column.join('')
    const group = found.get(key)
    if (group) group.people.push(...people)
    else if (key.includes('1')) found.set(key, { people: [...people], column })
  }
  const kinds = [...found.values()]
  return {
    cells,
    matrix: cells.map((_, row) => kinds.map(({ column }) => column[row]!)),
    groups: kinds.map(({ people }) => people),
  }
}

/** P14 and P15 hold for every group whose sum can be computed from the cells, too. */
function remaindersIn({ matrix, groups }: Table, labels: readonly Label[]): string[] {
  const known = echelon(matrix)
  return groups
    .filter((_, index) =>
      isIn(
        groups.map((_, i) => (i === index ? 1 : 0)),
        known,
      ),
    )
    .flatMap((group) => labels.flatMap((label) => faultIn(group, label) ?? []))
    .map((fault) => `${fault} in what is left over`)
}

/** P13: no trend between weeks that 1 to k-1 people came into or went out of, in any combination of trends. */
function directionsIn(week: Week, before: Week | undefined, k: number): string[] {
  const found: string[] = []
  const sets = new Map<string, Label>()
  const [now, then] = [populationsOf(week), before && populationsOf(before)]
  for (const label of Object.keys(SCALE) as Label[]) {
    const cells: string[] = []
    for (const { unit, labels } of week.figures) {
      const said = labels[label]
      if (!said || said.direction === null) continue
      const past = before?.figures.find((each) => each.unit === unit)?.labels[label]
      if (!past) found.push(`P13 a trend of ${label} in ${unit} without a week before`)
      else if (said.direction !== (['less', 'same', 'more'] as const)[1 + Math.sign(said.band - past.band)])
        found.push(`P13 a wrong trend of ${label} in ${unit}`)
      if (now.has(unit) && then?.has(unit)) cells.push(unit)
    }
    sets.set(cells.sort().join('|'), label)
  }
  for (const [key, label] of sets) {
    const rows = cellsIn(key).map((unit) => {
      const change = new Map(then!.get(unit)!.map(({ who }) => [who, -1]))
      for (const { who } of now.get(unit)!) change.set(who, (change.get(who) ?? 0) + 1)
      return change
    })
    for (const row of rows) {
      const changed = [...row.values()].filter((each) => each !== 0).length
      if (changed > 0 && changed < k) found.push(`P13 a trend of ${label} over ${changed} people`)
    }
    const { matrix, groups } = columnsOf(rows)
    const sizes = groups.map(({ size }) => size)
    if (isolatesFew(matrix, sizes, k)) found.push(`P13 combined trends of ${label} in ${key}`)
  }
  return found
}
