import type { Language } from '../types.js'
import { createProfiles, MEMBER, PROFILE } from './profiles.js'
import { LEAD, MATCH, OP, type Program, SET } from './program.js'
import type { Reading, Run, Token } from './reading.js'

/** Class matches that are remembered; where two fall on one place, the later stays, and the other is found again. */
const enum REMEMBERED {
  size = 512,
  mostPlaces = 4096,
}

/**
 * Runs a program at places of a reading. A class, as little else here is: what runs hundreds of times in every message
 * reads a field in one step, and a variable around a function in several.
 */
export class Machine {
  /** By token: what it means to whoever runs the program. */
  signals = new Int32Array(0)
  /** By token: what may begin there, as {@link LEAD} counts, and where its clause ends, exclusive. */
  leads = new Uint8Array(0)
  clauseEnds = new Int32Array(0)

  protected readonly code: Int32Array
  private readonly profiles: ReturnType<typeof createProfiles>
  private readonly sets: ReturnType<typeof createProfiles>['sets']
  private readonly busy: number
  private reading: Reading | null = null
  private tokens: readonly Token[] = []
  private count = 0
  // The profiles, and by token where its own begins.
  private facts = new Int32Array(0)
  private places = new Int32Array(0)
  private sentenceEnds = new Int32Array(0)
  private turn = 0
  private readonly rememberedKeys = new Int32Array(REMEMBERED.size)
  private readonly rememberedIn = new Int32Array(REMEMBERED.size)
  private readonly rememberedEnds = new Int32Array(REMEMBERED.size)

  /**
   * @param signalOf answers what a token in some sets means to whoever runs the program
   * @param memo where what is known of a form is kept: at the form itself, which one machine of a language may use, or
   *   in a table of the machine's own
   */
  constructor(
    language: Language,
    program: Program,
    signalOf: (sets: readonly number[]) => number,
    memo: 'form' | 'table' = 'form',
  ) {
    this.code = program.code
    this.busy = program.busy
    this.profiles = createProfiles(language, program, signalOf, memo)
    this.sets = this.profiles.sets
  }

  /** Turns to a reading; what is asked next is asked of it. */
  turnTo(reading: Reading): void {
    const { tokens } = reading
    this.reading = reading
    this.tokens = tokens
    this.count = tokens.length
    if (this.leads.length < tokens.length) this.makeRoom(2 * tokens.length)
    const { places, signals } = this
    for (let at = 0; at < tokens.length; at++) places[at] = this.profiles.of(tokens[at])
    // In a loop of its own, for the processor then waits for all of them at once.
    const facts = this.profiles.rows.numbers
    for (let at = 0; at < tokens.length; at++) signals[at] = facts[places[at] + PROFILE.signal]
    this.facts = facts
    this.turn = (this.turn + 1) & 0x3fffffff
    this.setBorders(reading)
  }
  /** Lets go of the reading. */
  leave(): void {
    this.reading = null
    this.tokens = []
    this.count = 0
  }
  private makeRoom(places: number): void {
    this.places = new Int32Array(places)
    this.signals = new Int32Array(places)
    this.leads = new Uint8Array(places)
    this.clauseEnds = new Int32Array(places)
    this.sentenceEnds = new Int32Array(places)
  }
  private setBorders({ clauses, sentences }: Reading): void {
    const { tokens, leads, clauseEnds, sentenceEnds } = this
    let clause = clauses.length
    let sentence = sentences.length
    let clauseEnd = 0
    let sentenceEnd = 0
    // Without a question: the processor could not foretell where the borders are.
    for (let at = this.count - 1; at >= 0; at--) {
      const token = tokens[at]
      clauseEnd += ((token.clause - clause) >>> 31) * (at + 1 - clauseEnd)
      sentenceEnd += ((token.sentence - sentence) >>> 31) * (at + 1 - sentenceEnd)
      clause = token.clause
      sentence = token.sentence
      clauseEnds[at] = clauseEnd
      sentenceEnds[at] = sentenceEnd
      leads[at] = LEAD.none
    }
    for (let i = 0; i < clauses.length; i++) this.setLead(clauses[i], LEAD.clause)
    for (let i = 0; i < sentences.length; i++) this.setLead(sentences[i], LEAD.sentence)
  }
  // Mentions before the first word do not count: „@Jana, du hast …“ begins with „du“.
  private setLead({ from, to }: Run, lead: LEAD): void {
    for (let at = from; at < to; at++) {
      this.leads[at] = lead
      if (this.tokens[at].kind !== 'mention') return
    }
  }

  /** Whether a token is in a set. */
  isIn(set: number, at: number): boolean {
    if (at >= this.count) return false
    const { facts } = this
    const place = this.places[at]
    if (set <= SET.firstWord) return facts[place + PROFILE.word] === set
    if (set < this.busy) return ((facts[place + PROFILE.busy + (set >> 5)] >> (set & 31)) & 1) === 1
    return this.sets.find(facts[place + PROFILE.home], facts[place + PROFILE.mask], set) !== 0
  }

  /** The first place of some, the last included, whose token is in a set; -1 where none is. */
  firstIn(set: number, nearest: number, farthest: number): number {
    const { facts, places } = this
    const last = Math.min(farthest, this.count - 1)
    if (set <= SET.firstWord) {
      for (let at = nearest; at <= last; at++) if (facts[places[at] + PROFILE.word] === set) return at
    } else if (set < this.busy) {
      const word = PROFILE.busy + (set >> 5)
      const bit = 1 << (set & 31)
      for (let at = nearest; at <= last; at++) if ((facts[places[at] + word] & bit) !== 0) return at
    } else for (let at = nearest; at <= last; at++) if (this.isIn(set, at)) return at
    return -1
  }

  /** The ends of the matches that begin at a place, as bits: bit n for the end n tokens further on. */
  ends(offset: number, at: number): number {
    const { code } = this
    const op = code[offset]
    if (at >= this.count && op < OP.choice) return 0
    switch (op) {
      case OP.set:
        return this.isIn(code[offset + 1], at) ? 2 : 0
      case OP.class:
        return this.classEnds(code[offset + 1], code[offset + 2], at)
      case OP.sequence:
        return this.sequenceEnds(offset, at)
      case OP.choice: {
        let ends = 0
        const last = offset + 1 + code[offset + 1]
        for (let branch = offset + 2; branch <= last; branch++) ends |= this.ends(code[branch], at)
        return ends
      }
      case OP.optional:
        return 1 | this.ends(code[offset + 1], at)
      case OP.not:
        return this.ends(code[offset + 1], at) === 0 ? 1 : 0
      case OP.gap:
        return this.gapEnds(offset, at)
      case OP.comma:
      case OP.clauseEnd:
        return at > 0 && this.clauseEnds[at - 1] === at ? 1 : 0
      case OP.clauseStart:
        return this.leads[at] >= LEAD.clause ? 1 : 0
      case OP.sentenceStart:
        return this.leads[at] === LEAD.sentence ? 1 : 0
      default:
        return this.rareEnds(op, offset, at)
    }
  }
  private rareEnds(op: number, offset: number, at: number): number {
    const { tokens, reading } = this
    switch (op) {
      case OP.any: {
        const { kind, quoted } = tokens[at]
        return (kind === 'word' || kind === 'number') && !quoted ? 2 : 0
      }
      case OP.question:
        return this.sentenceAt(at).question ? 1 : 0
      case OP.exclamation:
        return this.sentenceAt(at).exclamation ? 1 : 0
      case OP.noun: {
        const { kind, quoted, form, sentence } = tokens[at]
        const isNoun = form.capital && form.grammar === 0 && at > reading!.sentences[sentence].from
        return kind === 'word' && !quoted && isNoun ? 2 : 0
      }
      case OP.abbreviation: {
        const { kind, quoted, form } = tokens[at]
        // In a message all in capitals nothing is one.
        const stands = form.abbreviation && (isLower(tokens[at - 1]) || isLower(tokens[at + 1]))
        return kind === 'word' && !quoted && stands ? 2 : 0
      }
      case OP.reply:
        return reading!.reply === 'other' ? 1 : 0
      default:
        throw new RangeError(`no operation ${op} at ${offset}`)
    }
  }

  private classEnds(number: number, singles: number, at: number): number {
    const single = this.isIn(singles, at) ? 2 : 0
    const list = this.membersAt(number, at)
    if (list < 0) return single
    const key = number * REMEMBERED.mostPlaces + at
    const slot = (number * 31 + at * 97) & (REMEMBERED.size - 1)
    if (this.rememberedKeys[slot] === key && this.rememberedIn[slot] === this.turn)
      return this.rememberedEnds[slot]
    let ends = single
    const members = this.profiles.members.numbers
    const last = list + MEMBER.size * members[list]
    for (let i = list + 1; i <= last; i += MEMBER.size) {
      const landmark = members[i + MEMBER.landmark]
      if (landmark === SET.none) ends |= this.ends(members[i], at)
      else if (
        this.firstIn(landmark, at + members[i + MEMBER.nearest], at + members[i + MEMBER.farthest]) >= 0
      )
        ends |= this.partsEnds(members[i], at)
    }
    this.rememberedKeys[slot] = key
    this.rememberedIn[slot] = this.turn
    this.rememberedEnds[slot] = ends
    return ends
  }
  private membersAt(number: number, at: number): number {
    const { facts } = this
    const place = this.places[at]
    return this.profiles.membersOf(
      facts[place + PROFILE.membersHome],
      facts[place + PROFILE.membersMask],
      number,
    )
  }

  private sequenceEnds(offset: number, at: number): number {
    const { code } = this
    const landmark = code[offset + 2]
    if (landmark !== SET.none && this.firstIn(landmark, at + code[offset + 3], at + code[offset + 4]) < 0)
      return 0
    return this.partsEnds(offset, at)
  }

  protected partsEnds(offset: number, at: number): number {
    const { code } = this
    const room = this.sentenceEnds[at] - at
    // A sentence's end is the last place to be: what begins there begins the next sentence.
    const inside = room >= MATCH.longest ? -1 : (2 << room) - 1
    const last = offset + 4 + code[offset + 1]
    let ends = 1
    for (let i = offset + 5; i <= last; i++) {
      const part = code[i]
      let next = 0
      for (let rest = ends; rest !== 0; rest &= rest - 1) {
        const step = 31 - Math.clz32(rest & -rest)
        if ((part & 1) === 0) next |= this.ends(part >> 1, at + step) << step
        else if (this.isIn(part >> 1, at + step)) next |= 2 << step
      }
      ends = next & inside
      if (ends === 0) return 0
    }
    return ends
  }

  private gapEnds(offset: number, at: number): number {
    const { code } = this
    const first = code[offset + 3] === 1 ? at : at - 1
    if (first < 0 || first >= this.count) return 0
    const most = code[offset + 1]
    const left = Math.max(0, this.clauseEnds[first] - at)
    if (left > most) return (2 << most) - 1
    return code[offset + 2] === 1 ? (2 << left) - 1 : (1 << left) - 1
  }

  private sentenceAt(at: number) {
    return this.reading!.sentences[this.tokens[Math.max(0, at - 1)].sentence]
  }
}

const isLower = (token: Token | undefined) => token?.kind === 'word' && /\p{Ll}{2}/u.test(token.form.text)
