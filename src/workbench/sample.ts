import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.js'
import type { Audience, Label, Language } from '../types.js'

/** A made-up message on which a change to the lexicon is tried out; plain text. */
export interface SampleSentence {
  readonly text: string
  readonly language: Language
  readonly audience: Audience
  /** What a fair-minded colleague would say of it, the plainest first; empty where it deserves no hint and no praise. */
  readonly labels: readonly Label[]
}

let sentences: readonly SampleSentence[] | undefined

/** The 400 sentences that come with Klartext, 240 of them harmless; read when first asked for. */
export function sample(): readonly SampleSentence[] {
  return (sentences ??= readFileSync(join(packageRoot, 'lexicons', 'sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): SampleSentence => JSON.parse(line)))
}
