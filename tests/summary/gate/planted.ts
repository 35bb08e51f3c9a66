import type { Figures, Label, PersonWeek } from '../../../src/types.js'
import type { Monday, Publish } from './organisations.js'

/**
 * What may be wrong in a gate. Each entry is one mistake that somebody could make; `planted` makes it in a second gate,
 * plain and slow, that makes none of its own.
 */
export const BUGS = [
  'one person fewer is enough',
  'two people fewer are enough',
  'whoever manages counts in the team',
  'whoever manages another unit counts',
  'whoever wrote nothing counts',
  'a second list counts as well',
  'a unit is published without those below it',
  'no closure',
  'closure looks at direct children only',
  'closure looks at direct children that are published only',
  'closure looks for single people only',
  'closure lets k-1 people pass',
  'closure drops one child and looks no more',
  'closure forgets who lies below a dropped child',
  'dominance is ignored',
  'dominance of one is ignored',
  'dominance of two is ignored',
  'one may make 60 %',
  'two may make 75 %',
  'a cell that is silent for dominance can be computed from others',
  'a cell that is silent for its share can be computed from others',
  'no clip',
  'clip at 6',
  'nobody is fine',
  'everybody is fine',
  'nearly everybody is fine',
  'no rounding',
  'rounding down',
  'a silent cell says hardly ever',
  'a figure says how many people it is of',
  'a silent cell says why',
  'a trend always',
  'a trend over k-1 people',
  'a trend by numbers of people alone',
  'a trend that ignores who left',
  'a trend that ignores who joined',
  'a trend that ignores who was erased',
  'a trend that counts whoever was erased anywhere as gone',
  'a trend that takes a returner for a newcomer',
  'a trend for each unit alone',
  'a trend from a week that said nothing',
  'a trend the wrong way round',
  'a week is told anew where a trend is',
  'terms of k-1 people',
  'terms of everybody',
  'terms counted by finding',
  'six terms',
] as const

export type Bug = (typeof BUGS)[number]

const SCALE: readonly (readonly [labels: readonly Label[], from: readonly number[]])[] = [
  [
    ['jargon', 'anglicism', 'foreign-words', 'convoluted'],
    [5, 10, 20],
  ],
  [
    ['impression', 'facade', 'justification', 'silo', 'ownership', 'care'],
    [5, 10, 15],
  ],
  [
    ['blame', 'condescension', 'customer-disrespect'],
    [5, 5, 10],
  ],
]

interface Group {
  readonly id: string
  readonly people: readonly PersonWeek[]
}

/** A gate with one mistake, or with none. */
export const planted =
  (bug?: Bug): Publish =>
  (monday) => {
    const home = homesOf(monday, bug)
    const groups = groupsOf(monday, home, bug)
    const least =
      monday.k - (bug === 'one person fewer is enough' ? 1 : bug === 'two people fewer are enough' ? 2 : 0)
    const enough = groups.filter(({ people }) => people.length >= least)
    const published = chosen(enough, monday, (people) => people.length >= least, bug)
    const steady = steadyOf(published, monday, bug)
    const figures = published.map(
      (group): Figures => ({ unit: group.id, labels: {}, terms: terms(group, monday.k, bug) }),
    )
    for (const [labels, scale] of SCALE)
      for (const label of labels) {
        const alone = published.filter(({ people }) => maySay(people, label, bug))
        const derived = (people: readonly PersonWeek[]): boolean =>
          bug === 'a cell that is silent for dominance can be computed from others'
            ? maySay(people, label, 'dominance is ignored')
            : bug === 'a cell that is silent for its share can be computed from others'
              ? maySay(people, label, 'nobody is fine') || maySay(people, label, 'everybody is fine')
              : maySay(people, label, bug)
        const cells = chosen(alone, monday, derived)
        for (const [index, group] of published.entries()) {
          const said = figures[index]!.labels as Record<string, unknown>
          if (cells.includes(group))
            said[label] = cell(group, label, scale, monday, steady.has(group.id), bug)
          else if (bug === 'a silent cell says hardly ever') said[label] = { band: 0, direction: null }
          else if (bug === 'a silent cell says why' && group.people.length > 40)
            said[label] = { band: 0, direction: null, reason: 'dominance' }
        }
      }
    if (bug === 'a figure says how many people it is of')
      return {
        homes: home,
        figures: figures.map((each, index) => ({ ...each, people: published[index]!.people.length })),
      }
    return { homes: home, figures }
  }

function homesOf({ rosters }: Monday, bug?: Bug): Map<string, string> {
  const home = new Map<string, string>()
  for (const { id, members } of rosters)
    for (const person of members) if (!home.has(person)) home.set(person, id)
  for (const { managers } of rosters)
    for (const manager of managers) {
      const own = rosters.find(({ id }) => id === home.get(manager))?.managers.includes(manager)
      if (bug === 'whoever manages counts in the team') continue
      if (bug === 'whoever manages another unit counts' && !own) continue
      home.delete(manager)
    }
  return home
}

const isWithin = (id: string | null, unit: string, { rosters }: Monday): boolean =>
  id === unit ||
  (id !== null && isWithin(rosters.find((each) => each.id === id)!.parent, unit, { rosters } as Monday))

function groupsOf(monday: Monday, home: ReadonlyMap<string, string>, bug?: Bug): Group[] {
  const writing = [...monday.weeks.values()].filter(
    ({ messages }) => messages > 0 || bug === 'whoever wrote nothing counts',
  )
  return monday.rosters.map(({ id }) => ({
    id,
    people: writing.filter(({ person }) => {
      const own = home.get(person)
      if (own === undefined) return false
      if (bug === 'a unit is published without those below it') return own === id
      if (bug === 'a second list counts as well')
        return monday.rosters.some((each) => each.members.includes(person) && isWithin(each.id, id, monday))
      return isWithin(own, id, monday)
    }),
  }))
}

/** Drops the smallest groups within a group until what is left over may be told. */
function chosen(
  candidates: readonly Group[],
  monday: Monday,
  mayTell: (people: readonly PersonWeek[]) => boolean,
  bug?: Bug,
): Group[] {
  if (bug === 'no closure' || bug === 'a unit is published without those below it') return [...candidates]
  const within = (inner: Group, outer: Group): boolean =>
    inner !== outer && isWithin(inner.id, outer.id, monday)
  const innermost = [...candidates].sort(
    (a, b) =>
      candidates.filter((each) => within(each, a)).length -
      candidates.filter((each) => within(each, b)).length,
  )
  let kept: Group[] = []
  const forgotten = new Set<Group>()
  for (const group of innermost) {
    const dropped = new Set<Group>()
    for (;;) {
      const below = kept.filter((each) => within(each, group) && !dropped.has(each) && !forgotten.has(each))
      const direct = below.filter(
        ({ id }) => monday.rosters.find((each) => each.id === id)!.parent === group.id,
      )
      const children = monday.rosters.filter(({ parent }) => parent === group.id).map(({ id }) => id)
      const seen =
        bug === 'closure looks at direct children that are published only'
          ? direct
          : bug === 'closure looks at direct children only'
            ? candidates.filter(({ id }) => children.includes(id))
            : below
      const rest = group.people.filter((person) => !seen.some(({ people }) => people.includes(person)))
      const fine =
        mayTell(rest) ||
        rest.length === 0 ||
        (bug === 'closure looks for single people only' && rest.length > 1) ||
        (bug === 'closure lets k-1 people pass' && rest.length === monday.k - 1) ||
        (bug === 'closure drops one child and looks no more' && dropped.size > 0) ||
        (bug === 'closure looks at direct children only' && dropped.size > 0)
      const outermost = below.filter((each) => !below.some((other) => within(each, other)))
      const [smallest] = outermost.sort((a, b) => a.people.length - b.people.length || (a.id < b.id ? -1 : 1))
      if (fine) {
        kept = [...kept.filter((each) => !dropped.has(each)), group]
        break
      }
      if (!smallest) break
      dropped.add(smallest)
      if (bug === 'closure forgets who lies below a dropped child')
        for (const each of kept) if (within(each, smallest)) forgotten.add(each)
    }
  }
  return kept
}

function counted(person: PersonWeek, label: Label, bug?: Bug): number {
  const most = bug === 'no clip' ? Number.POSITIVE_INFINITY : bug === 'clip at 6' ? 6 : 5
  return Math.min(person.findings[label] ?? 0, most)
}

function maySay(people: readonly PersonWeek[], label: Label, bug?: Bug): boolean {
  const counts = people.map((person) => counted(person, label, bug)).sort((a, b) => b - a)
  const sum = counts.reduce((all, each) => all + each, 0)
  const having = counts.filter((each) => each > 0).length
  if (having === 0) return bug === 'nobody is fine' && people.length > 0
  const share = having / people.length
  if (share === 1 && bug !== 'everybody is fine') return false
  if (share >= 0.9 && bug !== 'nearly everybody is fine' && bug !== 'everybody is fine') return false
  if (bug === 'dominance is ignored') return true
  const one = bug === 'dominance of one is ignored' ? 1 : bug === 'one may make 60 %' ? 0.6 : 0.5
  const two = bug === 'dominance of two is ignored' ? 1 : bug === 'two may make 75 %' ? 0.75 : 0.67
  const [first = 0, second = 0] = counts
  return first <= one * sum && first + second <= two * sum
}

function cell(
  { id, people }: Group,
  label: Label,
  scale: readonly number[],
  { before }: Monday,
  isSteady: boolean,
  bug?: Bug,
): { band: number; direction: string | null } {
  const sum = people.reduce((all, person) => all + counted(person, label, bug), 0)
  const rate = (100 * sum) / people.reduce((all, { messages }) => all + messages, 0)
  const rounded =
    bug === 'no rounding'
      ? rate
      : bug === 'rounding down'
        ? Math.floor(rate / 5) * 5
        : Math.round(rate / 5) * 5
  const band = scale.filter((from) => rounded >= from).length
  const past =
    before.get(id)?.figures.labels[label] ??
    (bug === 'a trend from a week that said nothing' && before.has(id) ? { band: 0 } : undefined)
  if (!past || !isSteady) return { band, direction: null }
  if (bug === 'a week is told anew where a trend is') (past as { band: number }).band = band
  const change = Math.sign(band - past.band) * (bug === 'a trend the wrong way round' ? -1 : 1)
  return { band, direction: change < 0 ? 'less' : change > 0 ? 'more' : 'same' }
}

/** Units whose changes, taken together in any way, are made of enough people; simpler and stricter than need be. */
function steadyOf(groups: readonly Group[], { before, k }: Monday, bug?: Bug): Set<string> {
  let kept = groups.filter(({ id }) => before.has(id))
  if (bug === 'a trend always') return new Set(kept.map(({ id }) => id))
  const least = bug === 'a trend over k-1 people' ? k - 1 : k
  const differs = ({ id, people }: Group): number => {
    const { people: past, erased } = before.get(id)!
    const now = new Set(people.map(({ person }) => person))
    const joined = [...now].filter((person) => !past.has(person)).length
    const left = [...past].filter((person) => !now.has(person)).length
    if (bug === 'a trend by numbers of people alone') return Math.abs(now.size - past.size)
    if (bug === 'a trend that ignores who left') return joined
    if (bug === 'a trend that ignores who joined') return left
    if (bug === 'a trend that ignores who was erased') return joined + left
    if (bug === 'a trend that counts whoever was erased anywhere as gone') return joined + left + erased
    if (bug === 'a trend that takes a returner for a newcomer' && joined + left > 0) return joined + left
    if (erased > 0 && (joined > 0 || left === 0)) return 1
    return joined + left
  }
  kept = kept.filter((group) => [0, ...range(least)].includes(differs(group)) === (differs(group) === 0))
  if (bug?.startsWith('a trend'))
    if (bug !== 'a trend over k-1 people') return new Set(kept.map(({ id }) => id))
  for (;;) {
    const changes = new Map<string, number>()
    const lost = kept.some(({ id }) => before.get(id)!.erased > 0)
    for (const person of new Set(
      kept.flatMap(({ id, people }) => [...people.map((each) => each.person), ...before.get(id)!.people]),
    )) {
      const change = kept.map(
        ({ id, people }) =>
          Number(people.some((each) => each.person === person)) - Number(before.get(id)!.people.has(person)),
      )
      const first = change.find((each) => each !== 0)
      if (first) {
        const key = change.map((each) => each * first).join()
        changes.set(key, (changes.get(key) ?? 0) + 1)
      }
    }
    if (kept.length < 2) return new Set(kept.map(({ id }) => id))
    if (!lost && [...changes.values()].every((people) => people >= least))
      return new Set(kept.map(({ id }) => id))
    kept = kept.sort((a, b) => b.people.length - a.people.length).slice(0, -1)
  }
}

const range = (end: number): number[] => Array.from({ length: end }, (_, i) => i)

function terms({ people }: Group, k: number, bug?: Bug): string[] {
  const met = new Map<string, number>()
  for (const { rules } of people)
    for (const rule of bug === 'terms counted by finding' ? rules : new Set(rules))
      met.set(rule, (met.get(rule) ?? 0) + 1)
  const least = bug === 'terms of k-1 people' ? k - 1 : k
  return [...met]
    .filter(([, count]) => count >= least && (count < 0.9 * people.length || bug === 'terms of everybody'))
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, bug === 'six terms' ? 6 : 5)
    .map(([rule]) => rule)
}
