import { examplesOf } from '../lexicon/examples.js'
import type { Lexicons } from '../lexicon/lexicon.js'
import type { Label } from '../types.js'

/** Sentences that people of the simulated company write: the examples of our own lexicons. */
export interface Sentences {
  readonly plain: readonly string[]
  readonly of: ReadonlyMap<Label, readonly string[]>
}

/** German examples that speak alone, by their label; and those that are harmless. */
export function sentences(lexicons: Lexicons): Sentences {
  const plain: string[] = []
  const of = new Map<Label, string[]>()
  for (const { language, expect, label, text, speaksAlone } of examplesOf(lexicons)) {
    if (language !== 'de') continue
    if (expect === 'allow') plain.push(text)
    else if (speaksAlone) of.set(label, [...(of.get(label) ?? []), text])
  }
  return { plain, of }
}
