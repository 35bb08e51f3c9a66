import type { Language } from '../types.js'
import type { Form } from './forms.js'
import { createBeginnings } from './members.js'
import { type Membership, Memberships } from './memberships.js'
import { Pool } from './pool.js'
import { OP, type Program, SET } from './program.js'
import type { Token } from './reading.js'
import { createSetLookup } from './wordsets.js'

/** What is known of a token before a program runs is a profile: a row of numbers, each at its place. */
export const enum PROFILE {
  /** The set of one word that it is; {@link SET.none} for none. */
  word,
  /** The other sets it is in. */
  home,
  mask,
  /** The classes of which it may begin a longer member. */
  membersHome,
  membersMask,
  /** What it means to whoever runs the program. */
  signal,
  /** Bits of the busy sets that it is in. */
  busy,
  /** So many numbers are a row. */
  size = busy + 1088 / 32,
}

/** How a member is told: its offset, and the landmark of its sequence, so that most are told by it alone. */
export const enum MEMBER {
  root,
  landmark,
  nearest,
  farthest,
  size,
}

/**
 * Answers what is known of tokens; those in the same sets have one profile, so that there is an end of them however
 * many words people write.
 * @param signalOf answers what a token in some sets means to whoever runs the program
 * @param memo where a form's profile is kept: at the form itself, or in a table
 */
export function createProfiles(
  language: Language,
  program: Program,
  signalOf: (sets: readonly number[]) => number,
  memo: 'form' | 'table',
) {
  const rows = new Pool()
  const members = new Pool()
  const sets = new Memberships(program.tested)
  const begun = new Memberships(program.classes)
  // By slot of `begun`, where the members of that class begin in `members`.
  let lists = new Int32Array(0)

  const beginnings = createBeginnings(program)
  const listsByContent = new Map<string, number>()
  const listOf = (roots: readonly number[]): number => {
    const key = roots.join()
    let list = listsByContent.get(key)
    if (list === undefined) {
      list = members.add([roots.length, ...roots.flatMap((root) => [root, ...landmarkOf(program, root)])])
      listsByContent.set(key, list)
    }
    return list
  }
  const addMembers = (byClass: ReadonlyMap<number, readonly number[]>): Membership => {
    const place = begun.add([...byClass.keys()])
    if (place.home + place.mask >= lists.length) {
      const larger = new Int32Array(2 * (place.home + place.mask + 1))
      larger.set(lists)
      lists = larger
    }
    for (const [number, roots] of byClass) lists[begun.find(place.home, place.mask, number)] = listOf(roots)
    return place
  }

  // Most words begin what many others begin.
  const begunByKey = new Map<string, Membership>()
  const membersBegunOf = (of: readonly number[]): Membership => {
    const telling = of.filter(beginnings.tells)
    const key = telling.join()
    let longer = begunByKey.get(key)
    if (longer === undefined) begunByKey.set(key, (longer = addMembers(beginnings.begunBy(telling))))
    return longer
  }

  const { busy } = program
  const bitsOf = (of: readonly number[]): Int32Array => {
    const bits = new Int32Array(SET.mostBusy / 32)
    for (const set of of) if (set >= 0 && set < busy) bits[set >> 5] |= 1 << (set & 31)
    return bits
  }

  const known = new Map<string, number>()
  const profileOf = (of: readonly number[]): number => {
    const key = of.join()
    let profile = known.get(key)
    if (profile === undefined) known.set(key, (profile = make(of)))
    return profile
  }
  const make = (of: readonly number[]): number => {
    const word = of.find((set) => set <= SET.firstWord) ?? SET.none
    const others = sets.add(of.filter((set) => set >= busy && set < program.tested))
    const longer = membersBegunOf(of)
    return rows.add([word, others.home, others.mask, longer.home, longer.mask, signalOf(of), ...bitsOf(of)])
  }
  const lookup = createSetLookup(language, program.sets)
  const table = new WeakMap<Form, number>()
  const ofForm =
    memo === 'table'
      ? (form: Form): number => {
          let profile = table.get(form)
          if (profile === undefined) table.set(form, (profile = profileOf(lookup.ofForm(form))))
          return profile
        }
      : language === 'de'
        ? (form: Form): number => (form.german ??= profileOf(lookup.ofForm(form)))
        : (form: Form): number => (form.english ??= profileOf(lookup.ofForm(form)))
  // Nothing matches what is quoted or no word at all.
  const silent = rows.add([SET.none, 0, 0, 0, 0, signalOf([]), ...bitsOf([])])
  const ofObject = new Map<Token['kind'], number>([
    ['quote', silent],
    ['emoji', silent],
    ...(['mention', 'link', 'code'] as const).map(
      (kind) => [kind, profileOf(lookup.ofObject(kind))] as [Token['kind'], number],
    ),
  ])
  return {
    /** The place of a token's profile in {@link rows}. */
    of: ({ kind, quoted, form }: Token): number =>
      kind === 'word' || kind === 'number' ? (quoted ? silent : ofForm(form)) : ofObject.get(kind)!,
    rows,
    /** The others of the profiles' sets. */
    sets,
    /** Where the members of a class begin in {@link members}, their number first; -1 where the profile begins none. */
    membersOf(home: number, mask: number, number: number): number {
      const slot = begun.find(home, mask, number)
      return slot === 0 ? -1 : lists[slot]
    },
    members,
  }
}

function landmarkOf({ code }: Program, root: number): Iterable<number> {
  return code[root] === OP.sequence ? code.subarray(root + 2, root + 5) : [SET.none, 0, 0]
}
