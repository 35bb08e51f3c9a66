import type { FieldFaults } from '../../pages/lexicon/fields.js'
import type { Visit } from '../../route.js'
import type { LexiconWords } from '../../words/lexicon/index.js'

/** Characters of a reason. */
const LONGEST = 200

/** Reads why something is published. */
export function readReason(
  visit: Visit,
  words: LexiconWords,
): { readonly text: string } | { readonly faults: FieldFaults } {
  const text = visit.field('reason').trim().replace(/\s+/g, ' ')
  if (text === '') return { faults: new Map([['reason', [{ text: words.needed }]]]) }
  if (text.length > LONGEST) return { faults: new Map([['reason', [{ text: words.tooLong(LONGEST) }]]]) }
  return { text }
}
