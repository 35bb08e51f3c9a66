import type { Language } from '../types.js'
import type { Form, Memo } from './forms.js'
import { membersBegunBy } from './members.js'
import type { Memberships } from './memberships.js'
import { NO_SET, type Program } from './program.js'
import type { Token } from './reading.js'
import { createSetLookup, FIRST_WORD } from './wordsets.js'

/** What is known of a token before a program runs. */
export interface Profile<Signal> {
  /** The set of one word that it is; {@link NO_SET} for none. */
  readonly word: number
  /** The other sets it is in. */
  readonly home: number
  readonly mask: number
  /** By class, the members that it may begin, by their offset; null for none. */
  readonly members: ReadonlyMap<number, readonly number[]> | null
  /** What it means to whoever runs the program. */
  readonly signal: Signal
}

const MEMOS = { de: 'german', en: 'english' } as const

/**
 * Answers what is known of tokens; those in the same sets have one profile, so that there is an end of them however
 * many words people write.
 * @param add keeps the sets of a profile
 * @param signalOf answers what a token in some sets means to whoever runs the program
 * @param memo where a form's profile is kept: at the form itself, or in a table
 */
export function createProfiles<Signal>(
  language: Language,
  program: Program,
  add: Memberships['add'],
  signalOf: (sets: readonly number[]) => Signal,
  memo: 'form' | 'table',
): (token: Token) => Profile<Signal> {
  const known = new Map<string, Profile<Signal>>()
  const profileOf = (sets: readonly number[]): Profile<Signal> => {
    const key = sets.join()
    let profile = known.get(key)
    if (profile === undefined) known.set(key, (profile = make(sets)))
    return profile
  }
  const make = (sets: readonly number[]): Profile<Signal> => {
    const members = membersBegunBy(program, sets)
    const others = sets.filter((set) => set >= 0 && set < program.tested)
    for (const number of members?.keys() ?? []) others.push(program.classMarks[number])
    const word = sets.find((set) => set <= FIRST_WORD) ?? NO_SET
    return { word, ...add(others), members, signal: signalOf(sets) }
  }
  const lookup = createSetLookup(program.sets)
  const field: Memo = MEMOS[language]
  const table = new WeakMap<Form, Profile<Signal>>()
  const ofForm =
    memo === 'form'
      ? (form: Form) => (form[field] ??= profileOf(lookup.ofForm(form))) as Profile<Signal>
      : (form: Form) => {
          let profile = table.get(form)
          if (profile === undefined) table.set(form, (profile = profileOf(lookup.ofForm(form))))
          return profile
        }
  // Nothing matches what is quoted or no word at all.
  const silent: Profile<Signal> = { word: NO_SET, ...add([]), members: null, signal: signalOf([]) }
  const ofObject = new Map<Token['kind'], Profile<Signal>>([
    ['quote', silent],
    ['emoji', silent],
    ...(['mention', 'link', 'code'] as const).map(
      (kind) => [kind, profileOf(lookup.ofObject(kind))] as [Token['kind'], Profile<Signal>],
    ),
  ])
  return ({ kind, quoted, form }) =>
    kind === 'word' || kind === 'number' ? (quoted ? silent : ofForm(form)) : ofObject.get(kind)!
}
