import { OBJECTS } from '../prose/index.js'

/** What a character can be part of: nothing, a word, a word but not its beginning, a number, or a masked part. */
export const enum CHARACTER {
  other,
  letter,
  mark,
  number,
  object,
  /** Not met before. */
  unknown = 255,
}

// By UTF-16 code unit, filled in as characters are met.
const kinds = new Uint8Array(0x10000).fill(CHARACTER.unknown)
for (const character of Object.values(OBJECTS)) kinds[character.charCodeAt(0)] = CHARACTER.object

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function judge(character: string): CHARACTER {
  if (/^\p{L}/u.test(character)) return CHARACTER.letter
  if (/^\p{M}/u.test(character)) return CHARACTER.mark
  return /^\p{N}/u.test(character) ? CHARACTER.number : CHARACTER.other
}

/** The kind of the character at an offset; `other` behind the end. */
export function kindAt(text: string, at: number): CHARACTER {
  if (at >= text.length) return CHARACTER.other
  const unit = text.charCodeAt(at)
  const known = kinds[unit]
  if (known !== CHARACTER.unknown) return known
  if (isHighSurrogate(unit)) return judge(String.fromCodePoint(text.codePointAt(at)!))
  return (kinds[unit] = judge(text[at]))
}

/** How many UTF-16 code units the character at an offset takes. */
export function widthAt(text: string, at: number): 1 | 2 {
  return isHighSurrogate(text.charCodeAt(at)) && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

/** The kind of a code unit; unknown where it was not met before, or hangs on the next one. */
export const kindOf = (unit: number): CHARACTER => kinds[unit]

/** Whether a word goes on with such a character. */
export const isInside = (kind: CHARACTER): boolean => kind >= CHARACTER.letter && kind <= CHARACTER.number

/** Whether a word ends before a code unit, whatever stands behind it. */
export const endsWord = (unit: number): boolean => unit === 0x20 || unit === 0x2e || unit === 0x2c

const GENDER_ENDING = /(?:innen|in)(?!\p{L})/uy

/** Where the word ends that an offset lies in: with its apostrophes (geht's) and gender marks (Kolleg*innen). */
export function wordEnd(text: string, inside: number): number {
  let at = inside
  for (; isInside(kindAt(text, at)); ) at += widthAt(text, at)
  for (;;) {
    const mark = text.charCodeAt(at)
    if (mark === 0x27 || mark === 0x2019) {
      let end = at + 1
      while (kindAt(text, end) === CHARACTER.letter) end += widthAt(text, end)
      if (end === at + 1) return at
      at = end
    } else if (mark === 0x2a || mark === 0x3a || mark === 0x5f || mark === 0x2f) {
      GENDER_ENDING.lastIndex = at + 1
      if (!GENDER_ENDING.test(text)) return at
      at = GENDER_ENDING.lastIndex
    } else return at
  }
}

/** Where the number ends that begins at an offset: with its decimals, times (15:30) and unit (3er). */
export function numberEnd(text: string, start: number): number {
  let at = start
  while (kindAt(text, at) === CHARACTER.number) at += widthAt(text, at)
  for (;;) {
    const mark = text.charCodeAt(at)
    if ((mark !== 0x2e && mark !== 0x2c && mark !== 0x3a) || kindAt(text, at + 1) !== CHARACTER.number) break
    at++
    while (kindAt(text, at) === CHARACTER.number) at += widthAt(text, at)
  }
  for (
    let kind = kindAt(text, at);
    kind === CHARACTER.letter || kind === CHARACTER.number;
    kind = kindAt(text, at)
  )
    at += widthAt(text, at)
  return at
}
