import { createRequire } from 'node:module'
import type { Reading, Sentence } from './reading.js'

type Compromise = typeof import('compromise/two').default

let compromise: Compromise | undefined

// Loaded with the first sentence that needs it: it takes a seventh of a second, and most messages never do.
function reader(): Compromise {
  compromise ??= createRequire(import.meta.url)('compromise/two') as Compromise
  return compromise
}

/**
 * Whether an English sentence that says in the passive what was done says by whom as well. Takes about half a
 * millisecond where the sentence has a “by”, and nothing elsewhere.
 */
export function namesAgent({ prose, tokens }: Reading, { from, to }: Sentence): boolean {
  if (!tokens.slice(from, to).some(({ form }) => form.key === 'by')) return false
  const sentence = reader()(prose.slice(tokens[from].start, tokens[to - 1].end))
  return (
    !sentence.match('#Passive+').found ||
    sentence.match('#Passive by (#Noun|#Pronoun|#Person|#Determiner|#Possessive)').found
  )
}
