import { z } from 'zod'
import type { TuningItem } from '../../types.js'
import { AUDIENCES, entrySchema, LABELS } from '../schema.js'

/** What the ids of a company's own entries begin with, so that none that is shipped later can be the same. */
export const OWN_ID = /^(?:eigen|own)-[a-z0-9]+(?:-[a-z0-9]+)*$/

const sentence = z.string().trim().min(1).max(600)
const list = <T extends z.ZodType>(of: T, most: number) => z.array(of).max(most)

/** Fields of an entry file that belong to the entry where it is a company's own. */
const about = z.strictObject({
  label: z.enum(LABELS),
  language: z.enum(['de', 'en']),
  why: sentence,
  instead: list(sentence, 20),
})

/** Everything else is as in a file, but for what an own entry has not: see `OwnEntry`. */
const rest = z.looseObject({
  status: z.enum(['active', 'probation']).optional(),
  patterns: list(z.string(), 50).optional(),
  forms: list(z.string(), 50).optional(),
  flag: list(z.string(), 50).optional(),
  allow: list(z.string(), 50).optional(),
  unless: list(z.string(), 50).optional(),
  'unless-clause': list(z.string(), 50).optional(),
  'unless-message': list(z.string(), 50).optional(),
  ...Object.fromEntries(
    ['check', 'count', 'needs', 'needs-all', 'parts'].map((field) => [
      field,
      z.never('nothing here').optional(),
    ]),
  ),
})

/** An own entry: the fields of an entry file and those of its file's head, without the id. */
export const ownEntrySchema = z.record(z.string(), z.unknown()).superRefine((value, context) => {
  const { label, language, ...entry } = value
  const head = about.safeParse({ label, language, why: value.why, instead: value.instead })
  const body = entrySchema.safeParse({ ...entry, id: 'eigen-x' })
  const limits = rest.safeParse(entry)
  for (const issue of [head, body, limits].flatMap(({ error }) => error?.issues ?? []))
    context.addIssue({ ...issue, path: issue.path } as never)
  if (language === 'en' && label === 'anglicism')
    context.addIssue({
      code: 'custom',
      path: ['label'],
      message: 'another label, as English words in English are none',
    })
})

const changeSchema = z
  .strictObject({
    status: z.enum(['active', 'probation', 'retired']).optional(),
    why: sentence.optional(),
    instead: list(sentence, 20).optional(),
    weight: z.number().positive().max(2).optional(),
    audience: list(z.enum(AUDIENCES), AUDIENCES.length).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'something that is different' })

/** The values of items by their kind. */
export const valueSchemas: Readonly<Record<TuningItem['kind'], z.ZodType>> = {
  entry: ownEntrySchema,
  allow: z.strictObject({}),
  change: changeSchema,
  threshold: z.strictObject({ weight: z.number('a number from 0.5 to 10').min(0.5).max(10) }),
}

/** What names an item of a kind, and how that is said. */
export const nameSchemas: Readonly<Record<TuningItem['kind'], z.ZodType>> = {
  entry: z
    .string()
    .regex(OWN_ID, 'an id of lower-case letters and digits joined by hyphens that begins with eigen- or own-')
    .max(64),
  allow: z.string().trim().min(1).max(100),
  change: z.string().min(1).max(64),
  threshold: z
    .string()
    .regex(
      new RegExp(`^(?:${LABELS.join('|')})(?:/(?:${AUDIENCES.join('|')}))?$`),
      'a label, or a label and an audience such as jargon/company',
    ),
}

/** `company`, `unit/<id>` or `channel/<platform>/<tenant>/<channel>`. */
export const scopeSchema = z
  .string()
  .max(250)
  .regex(
    /^(?:company|unit\/[\w.-]{1,64}|channel\/(?:playground|slack|teams)\/[\x21-\x2e\x30-\x7b\x7d\x7e]{1,64}\/[\x21-\x2e\x30-\x7b\x7d\x7e]{1,64})$/,
    'company, unit/<id> or channel/<platform>/<tenant>/<channel>',
  )
