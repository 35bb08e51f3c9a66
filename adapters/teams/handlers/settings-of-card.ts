import { z } from 'zod'
import type { Settings } from '../../../src/types.js'
import { mutedBy } from '../../../src/words/topics.js'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value <= most)

/** Inputs of the settings by their ids, each on its own: what is not as it should be changes nothing. */
const FIELDS: { readonly [Id in string]: (value: unknown) => Partial<Settings> | null } = {
  tone: (value) => read(z.enum(['du', 'sie']), value, (tone) => ({ tone })),
  language: (value) => read(z.enum(['auto', 'de', 'en']), value, (language) => ({ language })),
  'per-day': (value) => read(whole(50), value, (maxPerDay) => ({ maxPerDay })),
  between: (value) => read(whole(24 * 60), value, (minutesBetween) => ({ minutesBetween })),
  'quiet-from': (value) => read(time, value, (quietFrom) => ({ quietFrom })),
  'quiet-to': (value) => read(time, value, (quietTo) => ({ quietTo })),
  praise: (value) => read(z.enum(['true', 'false']), value, (praise) => ({ praise: praise === 'true' })),
}

function read<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  patch: (value: Value) => Partial<Settings>,
): Partial<Settings> | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? patch(parsed.data) : null
}

/** What the inputs of the card change. */
export function patchOf(data: Readonly<Record<string, unknown>>, before: Settings): Partial<Settings> {
  const { topics } = data
  const patches = Object.entries(FIELDS).map(([id, patch]) => (id in data ? patch(data[id]) : null))
  const muted = typeof topics === 'string' ? { mutedLabels: mutedBy(topics.split(','), before) } : null
  return Object.assign({}, ...patches, muted)
}
