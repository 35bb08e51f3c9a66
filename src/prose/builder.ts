import type { Span } from '../types.js'

/** What stands in the prose for something that is not the writer's own wording. */
export const OBJECTS = {
  mention: '\uE000',
  code: '\uE001',
  link: '\uE002',
  emoji: '\uE003',
  quote: '\uE004',
} as const

export type ObjectKind = keyof typeof OBJECTS

/** The writer's own words of one message, with the way back to the original text. */
export interface Prose {
  /** NFC; masked parts are single characters of {@link OBJECTS}; line breaks are `\n`. */
  readonly text: string
  /** The range of the original text that a range of the prose stands for. */
  origin(start: number, end: number): Span
}

// Zero-width and bidirectional controls, soft hyphen, byte order mark: invisible, so never part of a word.
const INVISIBLE = /\u034F|[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\uFE00-\uFE0F]/
const COMBINING = /^\p{M}/u
// Read as a space: odd spaces, and the characters that stand for masked parts.
const BLANK = /[\r\t\v\f\u00A0\u2000-\u200A\u202F\u205F\u3000\uE000-\uF8FF]/

// A character that is not its own prose.
const UNUSUAL = /[^\n\x20-\x7e\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]/
const NEXT_UNUSUAL = new RegExp(UNUSUAL, 'g')

/** True where text needs no work at all: its prose is itself. */
export function isProse(text: string): boolean {
  return !UNUSUAL.test(text)
}

/** The prose of text that needs no work. */
export function identity(text: string): Prose {
  return { text, origin: (start, end) => ({ start, end }) }
}

/** Collects prose piece by piece and remembers where each piece came from. */
export class ProseBuilder {
  #parts: string[] = []
  // By piece: where it begins in the prose, and the range of the original that it stands for. A piece as long as its
  // range stands for it character by character.
  #at: number[] = []
  #starts: number[] = []
  #ends: number[] = []
  #length = 0

  /** Adds one written character, or an entity that stands for it, from `start` to `end` of the original. */
  add(character: string, start: number, end: number): void {
    if (INVISIBLE.test(character)) return
    if (COMBINING.test(character) && this.#parts.length > 0) this.#combine(character, end)
    else this.#push(BLANK.test(character) ? ' ' : character.normalize('NFC'), start, end)
  }

  /** Adds a run of written characters that starts at `start` of the original. */
  addRun(run: string, start: number): void {
    for (let from = 0; from < run.length; ) {
      NEXT_UNUSUAL.lastIndex = from
      const at = NEXT_UNUSUAL.test(run) ? NEXT_UNUSUAL.lastIndex - 1 : run.length
      if (at > from) this.#push(run.slice(from, at), start + from, start + at)
      if (at === run.length) return
      const character = String.fromCodePoint(run.codePointAt(at)!)
      from = at + character.length
      this.add(character, start + at, start + from)
    }
  }

  /** Puts one object for the range `start` to `end` of the original. */
  mask(kind: ObjectKind, start: number, end: number): void {
    this.#push(OBJECTS[kind], start, end)
  }

  /** Ends the line, once. */
  breakLine(at: number): void {
    if (this.#parts.length > 0 && !this.#parts[this.#parts.length - 1].endsWith('\n'))
      this.#push('\n', at, at)
  }

  build(): Prose {
    const at = this.#at
    const starts = this.#starts
    const ends = this.#ends
    const length = this.#length
    const pieceAt = (offset: number): number => {
      let low = 0
      let high = at.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (at[middle] <= offset) low = middle
        else high = middle - 1
      }
      return low
    }
    const isLinear = (piece: number) =>
      (piece + 1 < at.length ? at[piece + 1] : length) - at[piece] === ends[piece] - starts[piece]
    return {
      text: this.#parts.join(''),
      origin(start, end) {
        const first = pieceAt(start)
        const last = pieceAt(end - 1)
        return {
          start: isLinear(first) ? starts[first] + start - at[first] : starts[first],
          end: isLinear(last) ? starts[last] + end - at[last] : ends[last],
        }
      },
    }
  }

  #push(piece: string, start: number, end: number): void {
    this.#parts.push(piece)
    this.#at.push(this.#length)
    this.#starts.push(start)
    this.#ends.push(end)
    this.#length += piece.length
  }

  // A combining mark joins its letter where NFC has a character for the pair, and is dropped elsewhere.
  #combine(mark: string, end: number): void {
    const last = this.#parts.length - 1
    const piece = this.#parts[last]
    const letter = piece.slice(piece.length > 1 && /[\uDC00-\uDFFF]$/.test(piece) ? -2 : -1)
    const before = piece.slice(0, piece.length - letter.length)
    if (before !== '') {
      // The letter becomes a piece of its own.
      const end = this.#ends[last]
      this.#parts[last] = before
      this.#ends[last] = end - letter.length
      this.#length -= letter.length
      this.#push(letter, end - letter.length, end)
    }
    const own = this.#parts.length - 1
    const joined = (letter + mark).normalize('NFC')
    if (joined.length === letter.length) this.#parts[own] = joined
    this.#ends[own] = end
  }
}
