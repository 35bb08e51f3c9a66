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

/** True where text needs no work at all: its prose is itself. */
export function isProse(text: string): boolean {
  return !/[^\n\x20-\x7e\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205F\u20A0-\u20BF]/.test(text)
}

/** The prose of text that needs no work. */
export function identity(text: string): Prose {
  return { text, origin: (start, end) => ({ start, end }) }
}

/** Collects prose piece by piece and remembers where each character came from. */
export class ProseBuilder {
  #parts: string[] = []
  #starts: number[] = []
  #ends: number[] = []

  /** Adds one written character, or an entity that stands for it, from `start` to `end` of the original. */
  add(character: string, start: number, end: number): void {
    if (INVISIBLE.test(character)) return
    if (COMBINING.test(character) && this.#parts.length > 0) this.#combine(character, end)
    else this.#push(BLANK.test(character) ? ' ' : character.normalize('NFC'), start, end)
  }

  /** Adds a run of written characters that starts at `start` of the original. */
  addRun(run: string, start: number): void {
    let at = start
    for (const character of run) {
      this.add(character, at, at + character.length)
      at += character.length
    }
  }

  /** Puts one object for the range `start` to `end` of the original. */
  mask(kind: ObjectKind, start: number, end: number): void {
    this.#push(OBJECTS[kind], start, end)
  }

  /** Ends the line, once. */
  breakLine(at: number): void {
    if (this.#parts.length > 0 && this.#parts.at(-1) !== '\n') this.#push('\n', at, at)
  }

  build(): Prose {
    const text = this.#parts.join('')
    const starts = Int32Array.from(this.#starts)
    const ends = Int32Array.from(this.#ends)
    return {
      text,
      origin: (start, end) => ({ start: starts[start], end: ends[end - 1] }),
    }
  }

  #push(piece: string, start: number, end: number): void {
    this.#parts.push(piece)
    for (let i = 0; i < piece.length; i++) {
      this.#starts.push(start)
      this.#ends.push(end)
    }
  }

  // A combining mark joins its letter where NFC has a character for the pair, and is dropped elsewhere.
  #combine(mark: string, end: number): void {
    const last = this.#parts.length - 1
    const joined = (this.#parts[last] + mark).normalize('NFC')
    if (joined.length === this.#parts[last].length) this.#parts[last] = joined
    this.#ends[this.#ends.length - 1] = end
  }
}
