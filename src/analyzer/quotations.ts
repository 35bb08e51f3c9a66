import type { Span } from '../types.js'

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['„', '“”"‟'],
  ['“', '”"'],
  ['”', '”'],
  ['‚', '‘’'],
  ['‘', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['"', '"'],
  ["'", "'"],
])
const WORDLIKE = /[\p{L}\p{N}]/u
// All that opens or closes a quotation, or ends what was never closed.
const MARKS = /[„“”‟‚‘’«»‹›"'\n]/g

/** No quotation is longer than this; beyond it a mark was forgotten. */
const LONGEST = 600

/** The ranges between quotation marks, marks included; a mark that never closes on its line opens nothing. */
export function quotations(prose: string): Span[] {
  const found: Span[] = []
  let open: { at: number; closers: string } | null = null
  MARKS.lastIndex = 0
  while (MARKS.test(prose)) {
    const at = MARKS.lastIndex - 1
    const mark = prose[at]
    if (open && (mark === '\n' || at - open.at > LONGEST)) open = null
    if (!CLOSERS.has(mark) && !open?.closers.includes(mark)) continue
    const afterWord = at > 0 && WORDLIKE.test(prose[at - 1])
    const beforeWord = at + 1 < prose.length && WORDLIKE.test(prose[at + 1])
    // Inside a word it is an apostrophe.
    if (afterWord && beforeWord) continue
    if (open?.closers.includes(mark)) {
      found.push({ start: open.at, end: at + 1 })
      open = null
    } else if (!open && !afterWord) {
      const closers = CLOSERS.get(mark)
      if (closers) open = { at, closers }
    }
  }
  return found
}
