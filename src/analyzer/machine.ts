import type { Language } from '../types.js'
import { createProfiles, MEMBER_SIZE, PROFILE, PROFILE_SIZE } from './profiles.js'
import { LEAD, NO_SET, OP, type Program } from './program.js'
import type { Reading, Token } from './reading.js'
import { FIRST_WORD } from './wordsets.js'

/** Runs a program at places of a reading. */
export interface Machine {
  /** Turns to a reading; what is asked next is asked of it. */
  turnTo(reading: Reading): void
  /** Lets go of the reading. */
  leave(): void
  /** What a token means to whoever runs the program. */
  signalAt(at: number): number
  /** What may begin at a token, as {@link LEAD} counts. */
  leadAt(at: number): number
  /** Where the clause of a token ends, exclusive. */
  clauseEndAt(at: number): number
  /** Whether a token is in a set. */
  isIn(set: number, at: number): boolean
  /** The ends of the matches that begin at a place, as bits: bit n for the end n tokens further on. */
  ends(root: number, at: number): number
}

/** A match spans at most so many tokens. */
export const LONGEST_MATCH = 31

// Behind the last token only these can hold.
const NEEDS_TOKEN = Object.values(OP).map(
  (op) =>
    !(
      [
        OP.choice,
        OP.optional,
        OP.not,
        OP.gap,
        OP.clauseEnd,
        OP.question,
        OP.exclamation,
        OP.reply,
      ] as number[]
    ).includes(op),
)

// Class matches that are remembered; where two fall on one place, the later stays, and the other is found again.
const REMEMBERED = 512
const MOST_PLACES = 4096

/**
 * @param signalOf answers what a token in some sets means to whoever runs the program
 * @param memo where what is known of a form is kept: at the form itself, which one machine of a language may use, or
 *   in a table of the machine's own
 */
export function createMachine(
  language: Language,
  program: Program,
  signalOf: (sets: readonly number[]) => number,
  memo: 'form' | 'table' = 'form',
): Machine {
  const { code } = program
  const profiles = createProfiles(language, program, signalOf, memo)

  const { busy, counts } = program

  let reading: Reading | null = null
  let tokens: readonly Token[] = []
  // The profiles of the tokens, one behind the other.
  let facts = new Int32Array(0)
  // By token: what may begin there, and where its clause and its sentence end.
  let leads = new Uint8Array(0)
  let clauseEnds = new Int32Array(0)
  let sentenceEnds = new Int32Array(0)
  const rememberedKeys = new Int32Array(REMEMBERED)
  const rememberedIn = new Int32Array(REMEMBERED)
  let turn = 0
  const rememberedEnds = new Int32Array(REMEMBERED)

  const makeRoom = (places: number) => {
    facts = new Int32Array(PROFILE_SIZE * places)
    leads = new Uint8Array(places)
    clauseEnds = new Int32Array(places)
    sentenceEnds = new Int32Array(places)
  }
  // Mentions before the first word do not count: „@Jana, du hast …“ begins with „du“.
  const setBorders = ({ clauses, sentences }: Reading) => {
    const setLead = (from: number, to: number, lead: number) => {
      for (let at = from; at < to; at++) {
        leads[at] = lead
        if (tokens[at].kind !== 'mention') return
      }
    }
    leads.fill(LEAD.none, 0, tokens.length)
    for (const { from, to } of clauses) {
      clauseEnds.fill(to, from, to)
      setLead(from, to, LEAD.clause)
    }
    for (const { from, to } of sentences) {
      sentenceEnds.fill(to, from, to)
      setLead(from, to, LEAD.sentence)
    }
  }

  const isIn = (set: number, at: number): boolean => {
    if (at >= tokens.length) return false
    const fact = PROFILE_SIZE * at
    if (set <= FIRST_WORD) return facts[fact + PROFILE.word] === set
    if (counts !== undefined) counts.asked[set]++
    if (set < busy) return ((facts[fact + PROFILE.busy + (set >> 5)] >> (set & 31)) & 1) === 1
    return profiles.findSet(facts[fact + PROFILE.home], facts[fact + PROFILE.mask], set) !== 0
  }

  const meets = (set: number, nearest: number, farthest: number): boolean => {
    for (let at = nearest; at <= farthest; at++) if (isIn(set, at)) return true
    return false
  }

  const classEnds = (number: number, singles: number, at: number): number => {
    const single = isIn(singles, at) ? 2 : 0
    const fact = PROFILE_SIZE * at
    const list = profiles.membersOf(
      facts[fact + PROFILE.membersHome],
      facts[fact + PROFILE.membersMask],
      number,
    )
    if (list < 0) return single
    const key = number * MOST_PLACES + at
    const slot = (number * 31 + at * 97) & (REMEMBERED - 1)
    if (rememberedKeys[slot] === key && rememberedIn[slot] === turn) return rememberedEnds[slot]
    let ends = single
    const members = profiles.members.numbers
    const last = list + MEMBER_SIZE * members[list]
    for (let i = list + 1; i <= last; i += MEMBER_SIZE) {
      const landmark = members[i + 1]
      if (landmark === NO_SET) ends |= run(members[i], at)
      else if (meets(landmark, at + members[i + 2], at + members[i + 3])) ends |= partsEnds(members[i], at)
    }
    rememberedKeys[slot] = key
    rememberedIn[slot] = turn
    rememberedEnds[slot] = ends
    return ends
  }

  const sequenceEnds = (offset: number, at: number): number => {
    const landmark = code[offset + 2]
    const isHere = landmark === NO_SET || meets(landmark, at + code[offset + 3], at + code[offset + 4])
    return isHere ? partsEnds(offset, at) : 0
  }

  const partsEnds = (offset: number, at: number): number => {
    if (counts !== undefined) counts.ran[offset]++
    const room = sentenceEnds[at] - at
    // A sentence's end is the last place to be: what begins there begins the next sentence.
    const inside = room >= LONGEST_MATCH ? -1 : (2 << room) - 1
    const last = offset + 4 + code[offset + 1]
    let ends = 1
    for (let i = offset + 5; i <= last; i++) {
      const part = code[i]
      let next = 0
      for (let rest = ends; rest !== 0; rest &= rest - 1) {
        const step = 31 - Math.clz32(rest & -rest)
        if ((part & 1) === 0) next |= run(part >> 1, at + step) << step
        else if (isIn(part >> 1, at + step)) next |= 2 << step
      }
      ends = next & inside
      if (ends === 0) return 0
    }
    return ends
  }

  const gapEnds = (offset: number, at: number): number => {
    const first = code[offset + 3] === 1 ? at : at - 1
    if (first < 0 || first >= tokens.length) return 0
    const most = code[offset + 1]
    const left = Math.max(0, clauseEnds[first] - at)
    if (left > most) return (2 << most) - 1
    return code[offset + 2] === 1 ? (2 << left) - 1 : (1 << left) - 1
  }

  // In a message all in capitals nothing is one.
  const isAbbreviation = (at: number) =>
    tokens[at].form.abbreviation && (isLower(tokens[at - 1]) || isLower(tokens[at + 1]))
  const sentenceAt = (at: number) => reading!.sentences[tokens[Math.max(0, at - 1)].sentence]

  const run = (offset: number, at: number): number => {
    const op = code[offset]
    if (counts !== undefined && op !== OP.sequence) counts.ran[offset]++
    if (at >= tokens.length && NEEDS_TOKEN[op]) return 0
    switch (op) {
      case OP.set:
        return isIn(code[offset + 1], at) ? 2 : 0
      case OP.class:
        return classEnds(code[offset + 1], code[offset + 2], at)
      case OP.sequence:
        return sequenceEnds(offset, at)
      case OP.choice: {
        let ends = 0
        const last = offset + 1 + code[offset + 1]
        for (let branch = offset + 2; branch <= last; branch++) ends |= run(code[branch], at)
        return ends
      }
      case OP.optional:
        return 1 | run(code[offset + 1], at)
      case OP.not:
        return run(code[offset + 1], at) === 0 ? 1 : 0
      case OP.gap:
        return gapEnds(offset, at)
      case OP.any: {
        const { kind, quoted } = tokens[at]
        return (kind === 'word' || kind === 'number') && !quoted ? 2 : 0
      }
      case OP.comma:
      case OP.clauseEnd:
        return at > 0 && clauseEnds[at - 1] === at ? 1 : 0
      case OP.clauseStart:
        return leads[at] >= LEAD.clause ? 1 : 0
      case OP.sentenceStart:
        return leads[at] === LEAD.sentence ? 1 : 0
      case OP.question:
        return sentenceAt(at).question ? 1 : 0
      case OP.exclamation:
        return sentenceAt(at).exclamation ? 1 : 0
      case OP.noun: {
        const { kind, quoted, form, sentence } = tokens[at]
        const isNoun = form.capital && form.grammar === 0 && at > reading!.sentences[sentence].from
        return kind === 'word' && !quoted && isNoun ? 2 : 0
      }
      case OP.abbreviation:
        return tokens[at].kind === 'word' && !tokens[at].quoted && isAbbreviation(at) ? 2 : 0
      case OP.reply:
        return reading!.reply === 'other' ? 1 : 0
      default:
        throw new RangeError(`no operation ${op} at ${offset}`)
    }
  }

  return {
    turnTo(next) {
      reading = next
      tokens = next.tokens
      if (leads.length < tokens.length) makeRoom(2 * tokens.length)
      setBorders(next)
      for (let at = 0; at < tokens.length; at++) {
        const row = profiles.of(tokens[at])
        const { numbers } = profiles.rows
        const fact = PROFILE_SIZE * at
        for (let i = 0; i < PROFILE_SIZE; i++) facts[fact + i] = numbers[row + i]
      }
      turn = (turn + 1) & 0x3fffffff
    },
    leave() {
      reading = null
      tokens = []
    },
    leadAt: (at) => leads[at],
    clauseEndAt: (at) => clauseEnds[at],
    signalAt: (at) => facts[PROFILE_SIZE * at + PROFILE.signal],
    isIn,
    ends: run,
  }
}

const isLower = (token: Token | undefined) => token?.kind === 'word' && /\p{Ll}{2}/u.test(token.form.text)
