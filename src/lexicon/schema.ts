import { z } from 'zod'

export const LABELS = [
  'jargon',
  'anglicism',
  'foreign-words',
  'convoluted',
  'blame',
  'justification',
  'impression',
  'facade',
  'condescension',
  'silo',
  'customer-disrespect',
  'ownership',
  'care',
] as const

export const AUDIENCES = ['team', 'cross-team', 'company', 'customer-facing'] as const

const sentence = z.string().trim().min(1).max(600)
const pattern = z.string().trim().min(1).max(1000)
const term = z.string().trim().min(1).max(100)
const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'lower-case letters and digits joined by hyphens, such as blame-de-schuld',
  )
  .max(64)
const language = z.enum(['de', 'en'])
const className = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a class name in lower-case letters')

const shared = {
  why: sentence.optional(),
  instead: z.array(sentence).optional(),
  source: sentence.optional(),
  status: z.enum(['active', 'probation', 'retired', 'established']).optional(),
  audience: z.array(z.enum(AUDIENCES)).min(1).optional(),
  weight: z.number().positive().max(2).optional(),
  flag: z.array(sentence).optional(),
  allow: z.array(sentence).optional(),
}

export const entrySchema = z
  .strictObject({
    id,
    ...shared,
    name: term.optional(),
    patterns: z.array(pattern).min(1).optional(),
    noun: term.optional(),
    verb: term.optional(),
    adjective: term.optional(),
    word: term.optional(),
    forms: z.array(term).optional(),
    parts: z.boolean().optional(),
    unless: z.array(pattern).optional(),
    'unless-clause': z.array(pattern).optional(),
    'unless-message': z.array(pattern).optional(),
    needs: z.array(pattern).optional(),
    'needs-all': z.array(pattern).optional(),
    count: z.enum(['words']).optional(),
    check: z.enum(['agentless-passive']).optional(),
  })
  .refine(
    (entry) => ['patterns', 'noun', 'verb', 'adjective', 'word'].filter((key) => key in entry).length === 1,
    {
      message: 'exactly one of patterns, noun, verb, adjective and word',
    },
  )
  .refine(({ patterns, flag }) => !patterns || flag?.length, {
    message: 'with patterns also flag: sentences in which it is found',
  })
  .refine(({ patterns, allow }) => !patterns || allow?.length, {
    message: 'with patterns also allow: near sentences without this label',
  })

/** A file of entries. */
export const entriesSchema = z.strictObject({
  label: z.enum(LABELS),
  language,
  ...shared,
  entries: z.array(entrySchema).min(1).max(5000),
})

/** A file of word classes. */
export const classesSchema = z.strictObject({
  language,
  classes: z.record(className, z.array(pattern).min(1)),
})

/** A file of context that cancels labels. */
export const cancelsSchema = z.strictObject({
  language,
  cancels: z
    .array(
      z.strictObject({
        id,
        labels: z.array(z.enum(LABELS)).min(1),
        scope: z.enum(['clause', 'sentence', 'message']),
        weak: z.boolean().optional(),
        patterns: z.array(pattern).min(1),
        source: sentence.optional(),
        why: sentence.optional(),
        flag: z.array(sentence).optional(),
        allow: z.array(sentence).optional(),
      }),
    )
    .min(1)
    .max(5000),
})

export type EntryFile = z.infer<typeof entriesSchema>
export type EntryInput = z.infer<typeof entrySchema>
export type ClassFile = z.infer<typeof classesSchema>
export type CancelFile = z.infer<typeof cancelsSchema>
