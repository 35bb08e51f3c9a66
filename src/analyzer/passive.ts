import { createRequire } from 'node:module'
import type { Reading, Sentence } from './reading.js'

type Compromise = typeof import('compromise/three').default

let compromise: Compromise | undefined

// Loaded with the first sentence that needs it: it takes a third of a second, and most messages never do.
function reader(): Compromise {
  compromise ??= createRequire(import.meta.url)('compromise/three') as Compromise
  return compromise
}

/** Whether an English sentence says in the passive what was done, and not by whom. Takes about a millisecond. */
export function isAgentlessPassive({ prose, tokens }: Reading, { from, to }: Sentence): boolean {
  const sentence = reader()(prose.slice(tokens[from].start, tokens[to - 1].end))
  const passive = sentence.match('#Passive+')
  return (
    passive.found && !sentence.match('#Passive by (#Noun|#Pronoun|#Person|#Determiner|#Possessive)').found
  )
}
