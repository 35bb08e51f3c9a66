import { BANDS } from '../../../src/summary/gate/bands.js'
import type { PastWeek, Roster } from '../../../src/summary/gate/index.js'
import type { Figures, Label, PersonWeek, Unit } from '../../../src/types.js'
import type { Somebody, Week } from './checker.js'

/** What an implementation of the gate is given for a week. */
export interface Monday {
  readonly rosters: readonly Roster[]
  /** By pseudonym; only of those who wrote something. */
  readonly weeks: ReadonlyMap<string, PersonWeek>
  readonly k: number
  readonly before: ReadonlyMap<string, PastWeek>
}

/** An implementation; tells the homes that it used as well. */
export type Publish = (monday: Monday) => {
  readonly figures: readonly Figures[]
  readonly homes: ReadonlyMap<string, string>
}

/** Numbers from 0 to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const LABELS = Object.keys(BANDS) as Label[]

interface Employee {
  readonly who: number
  pseudonym: string
  unit: string
  /** Further lists that name them. */
  also: string[]
  manages: boolean
  gone: boolean
  /** Their own measure of wording and of writing. */
  readonly wordy: number
  readonly talkative: number
}

/**
 * Lives through one to five weeks of an organisation in which whatever endangers a summary happens: units within
 * units of 0 to 25 people, many at the edge of k; lists that overlap; managers; people who join, leave, move alone or
 * by the dozen, are erased and come back; units that move; weeks in which one person, everybody or nobody has a label.
 */
export function liveThrough(seed: number, publish: Publish): { readonly k: number; readonly weeks: Week[] } {
  const roll = dice(seed)
  const below = (n: number): number => Math.floor(roll() * n)
  const chance = (p: number): boolean => roll() < p
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!

  const k = pick([7, 7, 7, 8, 10])
  const calm = chance(0.6)
  let units: Unit[] = []
  const isOrdinary = chance(0.5)
  if (isOrdinary) {
    // A company of departments of teams.
    units.push({ id: 'c', name: 'Company', parent: null })
    for (let i = pick([1, 2, 3, 4]); i > 0; i--) {
      units.push({ id: `d${i}`, name: `Department ${i}`, parent: 'c' })
      for (let j = pick([2, 3, 4]); j > 0; j--) units.push({ id: `t${i}${j}`, name: 'Team', parent: `d${i}` })
    }
  } else
    for (let i = pick([1, 2, 3, 4, 5, 6, 8, 11, 16]); i > 0; i--) {
      const top = units.length === 0 || chance(0.08)
      // Many units of a like kind, or a long chain.
      const parent = top ? null : chance(0.25) ? units.at(-1)!.id : pick(units.slice(0, 4)).id
      units.push({ id: `u${(i * 7) % 17}-${i}`, name: `Unit ${i}`, parent })
    }
  const employees: Employee[] = []
  const hire = (unit: string): void => {
    const who = employees.length
    employees.push({
      who,
      pseudonym: `p${(who * 31) % 101}-${who}`,
      unit,
      also: chance(0.06) ? [pick(units).id] : [],
      manages: false,
      gone: false,
      wordy: roll() ** 2 * 3,
      talkative: roll() ** 2,
    })
  }
  const inner = (id: string): boolean => units.some(({ parent }) => parent === id)
  for (const { id } of units) {
    const edge = pick([0, 1, 2, k - 1, k, k, k + 1, k + 2, 2 * k - 1, 2 * k])
    const usual = inner(id) ? pick([0, 0, 1, 2, 3, k]) : pick([4, 6, 8, 9, 10, 11, 12, 14, 17, 25])
    const size = chance(isOrdinary ? 0.1 : 0.4) ? edge : usual
    for (let i = 0; i < size; i++) hire(id)
    if (chance(0.7) && employees.length > 0) pick(employees.slice(-size - 1)).manages = true
  }

  const weeks: Week[] = []
  let before = new Map<string, PastWeek>()
  for (let number = 1 + below(5); number > 0; number--) {
    const rosters = rostersOf(units, employees)
    const writing = employees.filter(({ gone }) => !gone && (calm ? chance(0.995) : chance(0.9)))
    const texts = new Map(writing.map((each) => [each.pseudonym, weekOf(each, roll)]))
    distort(units, writing, texts, roll)
    if (chance(0.1) && writing.length > 0) {
      const silent = pick(writing).pseudonym
      texts.set(silent, { ...texts.get(silent)!, messages: 0 })
    }
    const { figures, homes } = publish({ rosters, weeks: texts, k, before })
    const people = employees
      .filter(({ gone }) => !gone)
      .map(
        (each): Somebody => ({
          who: each.who,
          listed: [each.unit, ...each.also],
          home: homes.get(each.pseudonym) ?? null,
          manages: each.manages,
          week: texts.get(each.pseudonym) ?? null,
        }),
      )
    weeks.push({ units, people, figures: structuredClone(figures) })
    before = frozen(weeks.at(-1)!, employees)
    // What is reported late, of people whom nobody had seen that week, must change nothing any more.
    if (chance(0.2))
      texts.set(`late-${number}`, { person: `late-${number}`, messages: 9, findings: {}, rules: [] })
    change()
  }
  return { k, weeks }

  /** What happens between two Mondays. */
  function change(): void {
    const staff = (): Employee[] => employees.filter(({ gone }) => !gone)
    const erase = (somebody: Employee): void => {
      const lost = Number([...before.values()].some(({ people }) => people.has(somebody.pseudonym)))
      for (const [unit, { figures, people, erased }] of before) {
        const left = new Set([...people].filter((each) => each !== somebody.pseudonym))
        before.set(unit, { figures, people: left, erased: erased + lost })
      }
      somebody.gone = true
    }
    const times = calm ? pick([0, 0, 0, 1, 2]) : 1 + below(3)
    for (let i = 0; i < times && staff().length > 0; i++) {
      const [one, unit] = [pick(staff()), pick(units)]
      const what = below(9)
      if (what === 0) for (let j = pick([1, 1, 2, k - 1, k]); j > 0; j--) hire(unit.id)
      if (what === 1) for (const each of staff().slice(0, pick([1, 1, k - 1, k]))) each.gone = true
      if (what === 2) one.unit = unit.id
      if (what === 3)
        for (const each of inUnit(one.unit).slice(0, pick([k - 1, k, k + 1]))) each.unit = unit.id
      if (what === 4) for (const each of inUnit(one.unit).slice(0, pick([1, 1, 2, k]))) erase(each)
      if (what === 5)
        for (const each of inUnit(one.unit).slice(0, pick([1, 2, 3]))) {
          erase(each)
          each.gone = false
          if (chance(0.3)) each.pseudonym += '+'
          if (chance(0.3)) each.unit = unit.id
        }
      if (what === 6) {
        // Seven go from one unit to another, and one more joins them.
        for (const each of inUnit(one.unit).slice(0, k)) each.unit = unit.id
        hire(unit.id)
      }
      if (what === 7)
        units = units.map((each) => (each === unit ? { ...each, parent: newParent(each) } : each))
      if (what === 8) {
        for (const each of inUnit(one.unit).slice(0, pick([k - 2, k - 1]))) each.gone = true
        const next = inUnit(one.unit)[0]
        if (next) erase(next)
        else hire(unit.id)
      }
    }
  }

  function inUnit(unit: string): Employee[] {
    return employees.filter((each) => each.unit === unit && !each.gone)
  }

  function newParent(unit: Unit): string | null {
    const parents = new Map(units.map(({ id, parent }) => [id, parent]))
    const isWithin = (id: string | null): boolean =>
      id !== null && (id === unit.id || isWithin(parents.get(id)!))
    return pick([null, ...units.map(({ id }) => id).filter((id) => !isWithin(id))])
  }
}

const rostersOf = (units: readonly Unit[], employees: readonly Employee[]): Roster[] =>
  units.map((unit) => ({
    ...unit,
    members: employees
      .filter((each) => !each.gone && [each.unit, ...each.also].includes(unit.id))
      .map(({ pseudonym }) => pseudonym),
    managers: employees
      .filter((each) => !each.gone && each.manages && each.unit === unit.id)
      .map(({ pseudonym }) => pseudonym),
  }))

const OFTEN: Readonly<Partial<Record<Label, number>>> = {
  jargon: 0.04,
  anglicism: 0.05,
  'foreign-words': 0.02,
  convoluted: 0.03,
}

function weekOf({ pseudonym, wordy, talkative }: Employee, roll: () => number): PersonWeek {
  const messages = 1 + Math.floor(talkative * 80 * (0.5 + roll()))
  const findings: Partial<Record<Label, number>> = {}
  const rules: string[] = []
  for (const label of LABELS) {
    const expected = messages * (OFTEN[label] ?? 0.01) * wordy
    const found = Math.floor(expected) + (roll() < expected % 1 ? 1 : 0)
    if (found > 0) findings[label] = found
    for (let i = 0; i < Math.min(found, 4); i++) {
      const rule = `${label}-${Math.floor(roll() ** 3 * 5)}`
      if (!rules.includes(rule)) rules.push(rule)
    }
  }
  return { person: pseudonym, messages, findings, rules }
}

/** Weeks in which a label stands out in a unit. */
function distort(
  units: readonly Unit[],
  writing: readonly Employee[],
  texts: Map<string, PersonWeek>,
  roll: () => number,
): void {
  for (const { id } of units)
    for (const label of LABELS) {
      if (roll() > 0.12) continue
      const kind = Math.floor(roll() * 7)
      const low = 1 + Math.floor(roll() * 2)
      const here = writing.filter(({ unit }) => unit === id)
      for (const [index, { pseudonym }] of here.entries()) {
        // One, two or three people; everybody, or all but one; one by far above all others; nobody.
        const most = [1, 2, 3, here.length, here.length - 1, 3 + low, 0][kind]!
        const count =
          index >= most ? 0 : kind === 5 && index > 0 ? 1 : kind < 3 || kind === 5 ? 5 + low * 5 * index : low
        const { rules, ...week } = texts.get(pseudonym)!
        const rest = rules.filter((rule) => !rule.startsWith(`${label}-`))
        texts.set(pseudonym, {
          ...week,
          messages: kind === 3 ? Math.min(week.messages, 12) : week.messages,
          findings: { ...week.findings, [label]: count },
          rules:
            count > 0 ? [...rest, `${label}-0`, ...(low === 2 ? [`${label}-1`, `${label}-0`] : [])] : rest,
        })
      }
    }
}

/** What is kept of a published week for the next one. */
function frozen({ units, people, figures }: Week, employees: readonly Employee[]): Map<string, PastWeek> {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]))
  const isIn = (home: string | null, unit: string): boolean =>
    home !== null && (home === unit || isIn(parents.get(home) ?? null, unit))
  return new Map(
    figures.map((each) => [
      each.unit,
      {
        figures: each,
        people: new Set(
          people
            .filter(
              ({ home, week, manages }) => !manages && week && week.messages > 0 && isIn(home, each.unit),
            )
            .map(({ who }) => employees[who]!.pseudonym),
        ),
        erased: 0,
      },
    ]),
  )
}
