import { z } from 'zod'
import type { Label, NudgeText, Tone } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'

/** What is needed to draw a nudge again: it travels with its buttons and comes back with an answer. */
export interface Shown {
  readonly text: NudgeText
  readonly tone: Tone
  readonly link: string | null
}

const labels = Object.keys(labelNames.de) as [Label, ...Label[]]
const line = z.string().max(600)
const shape = z.object({
  text: z.object({
    kind: z.enum(['hint', 'praise']),
    label: z.enum(labels),
    language: z.enum(['de', 'en']),
    title: line,
    body: line,
    suggestions: z.array(z.object({ term: line.nullable(), instead: z.array(line).max(5) })).max(8),
    why: line,
  }),
  tone: z.enum(['du', 'sie']),
  link: z.string().max(2000).startsWith('https://').nullable(),
})

/** What a client sent back; null where it is none of ours, whole or in parts. */
export function shownIn(value: unknown): Shown | null {
  const parsed = shape.safeParse(value)
  return parsed.success ? parsed.data : null
}
