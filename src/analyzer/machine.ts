import type { Language } from '../types.js'
import { createMemberships } from './memberships.js'
import { createProfiles, type Profile } from './profiles.js'
import { NO_SET, OP, type Program } from './program.js'
import type { Reading, Token } from './reading.js'
import { FIRST_WORD } from './wordsets.js'

/** Runs a program at places of a reading. */
export interface Machine<Signal> {
  /** Turns to a reading; what is asked next is asked of it. */
  turnTo(reading: Reading): void
  /** Lets go of the reading. */
  leave(): void
  /** What a token means to whoever runs the program. */
  signalAt(at: number): Signal
  /** Whether a token is in a set. */
  isIn(set: number, at: number): boolean
  /** Whether a token of a run is in a set. */
  meets(set: number, from: number, to: number): boolean
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

// Class matches that are remembered; more than a message needs.
const REMEMBERED = 4096
const MOST_PLACES = 4096

/**
 * @param signalOf answers what a token in some sets means to whoever runs the program
 * @param memo where what is known of a form is kept: at the form itself, which one machine of a language may use, or
 *   in a table of the machine's own
 */
export function createMachine<Signal>(
  language: Language,
  program: Program,
  signalOf: (sets: readonly number[]) => Signal,
  memo: 'form' | 'table' = 'form',
): Machine<Signal> {
  const { code, classSets, classMarks } = program
  const { add, has } = createMemberships(program.tested)
  const profileOf = createProfiles(language, program, add, signalOf, memo)

  let reading: Reading | null = null
  let tokens: readonly Token[] = []
  const profiles: Profile<Signal>[] = []
  const words: number[] = []
  const homes: number[] = []
  const masks: number[] = []
  const rememberedKeys = new Int32Array(REMEMBERED)
  const rememberedIn = new Int32Array(REMEMBERED)
  let turn = 0
  const rememberedEnds = new Int32Array(REMEMBERED)

  const isIn = (set: number, at: number): boolean => {
    if (at >= tokens.length) return false
    if (set <= FIRST_WORD) return words[at] === set
    return has(homes[at], masks[at], set)
  }

  const classEnds = (number: number, at: number): number => {
    const single = isIn(classSets[number], at) ? 2 : 0
    if (!isIn(classMarks[number], at)) return single
    const members = profiles[at].members!.get(number)!
    const key = number * MOST_PLACES + at
    const slot = (number * 31 + at * 97) & (REMEMBERED - 1)
    if (rememberedKeys[slot] === key && rememberedIn[slot] === turn) return rememberedEnds[slot]
    let ends = single
    for (let i = 0; i < members.length; i++) ends |= run(members[i], at)
    rememberedKeys[slot] = key
    rememberedIn[slot] = turn
    rememberedEnds[slot] = ends
    return ends
  }

  const sequenceEnds = (offset: number, at: number): number => {
    const landmark = code[offset + 2]
    if (landmark !== NO_SET) {
      const place = at + code[offset + 3]
      if (!isIn(landmark, place)) return 0
    }
    const room = reading!.sentences[tokens[at].sentence].to - at
    // A sentence's end is the last place to be: what begins there begins the next sentence.
    const inside = room >= LONGEST_MATCH ? -1 : (2 << room) - 1
    const last = offset + 3 + code[offset + 1]
    let ends = 1
    for (let i = offset + 4; i <= last; i++) {
      const part = code[i]
      // Most parts are plain sets.
      const set = code[part] === OP.set ? code[part + 1] : -1
      let next = 0
      for (let rest = ends; rest !== 0; rest &= rest - 1) {
        const step = 31 - Math.clz32(rest & -rest)
        if (set < 0) next |= run(part, at + step) << step
        else if (isIn(set, at + step)) next |= 2 << step
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
    const left = Math.max(0, reading!.clauses[tokens[first].clause].to - at)
    if (left > most) return (2 << most) - 1
    return code[offset + 2] === 1 ? (2 << left) - 1 : (1 << left) - 1
  }

  const isBorder = (at: number) => tokens[at].clause !== tokens[at - 1].clause
  // Mentions before the first word do not count: „@Jana, du hast …“ begins with „du“.
  const onlyMentions = (from: number, to: number) => {
    for (let before = from; before < to; before++) if (tokens[before].kind !== 'mention') return false
    return true
  }
  // In a message all in capitals nothing is one.
  const isAbbreviation = (at: number) =>
    tokens[at].form.abbreviation && (isLower(tokens[at - 1]) || isLower(tokens[at + 1]))
  const sentenceAt = (at: number) => reading!.sentences[tokens[Math.max(0, at - 1)].sentence]

  const run = (offset: number, at: number): number => {
    const op = code[offset]
    if (at >= tokens.length && NEEDS_TOKEN[op]) return 0
    switch (op) {
      case OP.set:
        return isIn(code[offset + 1], at) ? 2 : 0
      case OP.class:
        return classEnds(code[offset + 1], at)
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
        return at > 0 && isBorder(at) ? 1 : 0
      case OP.clauseEnd:
        return at > 0 && (at === tokens.length || isBorder(at)) ? 1 : 0
      case OP.clauseStart:
        return onlyMentions(reading!.clauses[tokens[at].clause].from, at) ? 1 : 0
      case OP.sentenceStart:
        return onlyMentions(reading!.sentences[tokens[at].sentence].from, at) ? 1 : 0
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
      profiles.length = tokens.length
      for (let at = 0; at < tokens.length; at++) {
        const profile = profileOf(tokens[at])
        profiles[at] = profile
        words[at] = profile.word
        homes[at] = profile.home
        masks[at] = profile.mask
      }
      turn = (turn + 1) & 0x3fffffff
    },
    leave() {
      reading = null
      tokens = []
    },
    signalAt: (at) => profiles[at].signal,
    isIn,
    meets(set, from, to) {
      for (let at = from; at < to; at++) if (isIn(set, at)) return true
      return false
    },
    ends: run,
  }
}

const isLower = (token: Token | undefined) => token?.kind === 'word' && /\p{Ll}{2}/u.test(token.form.text)
