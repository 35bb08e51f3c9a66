import { type Prose, ProseBuilder } from './builder.js'
import { inline, type Mask, maskFences, SHARED_MASKS } from './slack.js'

const PLAIN_MASKS: readonly Mask[] = [
  { kind: 'mention', begins: '@', pattern: /@\p{L}[\p{L}\p{N}._-]{1,63}/uy },
  ...SHARED_MASKS,
]

/** The prose of plain text: code in backticks, quoted lines, addresses and `@mentions` masked. */
export function plainProse(text: string): Prose {
  const prose = new ProseBuilder()
  maskFences(text, prose, (from, to) => {
    for (let start = from; start < to; ) {
      const newline = text.indexOf('\n', start)
      const end = newline < 0 || newline >= to ? to : newline
      if (text[start] === '>') prose.mask('quote', start, end)
      else inline(text, start, end, prose, PLAIN_MASKS, false)
      if (end < to) prose.add('\n', end, end + 1)
      start = end + 1
    }
  })
  return prose.build()
}
