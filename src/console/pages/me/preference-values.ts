import type { Settings } from '../../../types.js'
import { mutedBy, TOPICS } from '../../../words/topics.js'
import type { Visit } from '../../route.js'

/** What stands in the fields of the settings, as it was typed. */
export interface PreferenceValues {
  readonly tone: string
  readonly language: string
  readonly place: string
  readonly 'per-day': string
  readonly between: string
  readonly 'quiet-from': string
  readonly 'quiet-to': string
  readonly praise: boolean
  readonly topics: readonly string[]
}

/** What a field takes; a word of it for each says so. */
export type Expected = 'choice' | 'perDay' | 'between' | 'time'

/** The fields that cannot be kept as they are, with what they take. */
export type PreferenceFaults = Readonly<Partial<Record<keyof PreferenceValues, Expected>>>

type Field = Exclude<keyof PreferenceValues, 'praise' | 'topics'>

interface Rule {
  readonly expected: Expected
  readonly patch: (value: string) => Partial<Settings> | null
  /** Not in every form: without it, all stays as it was. */
  readonly optional?: boolean
}

const oneOf =
  <Value extends string>(values: readonly Value[], patch: (value: Value) => Partial<Settings>) =>
  (value: string) => {
    const found = values.find((each) => each === value)
    return found === undefined ? null : patch(found)
  }

const whole = (most: number, patch: (value: number) => Partial<Settings>) => (value: string) =>
  /^\d{1,4}$/.test(value) && Number(value) <= most ? patch(Number(value)) : null

const time = (patch: (value: string) => Partial<Settings>) => (value: string) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? patch(value) : null

const RULES: Readonly<Record<Field, Rule>> = {
  tone: { expected: 'choice', patch: oneOf(['du', 'sie'], (tone) => ({ tone })), optional: true },
  language: { expected: 'choice', patch: oneOf(['auto', 'de', 'en'], (language) => ({ language })) },
  place: {
    expected: 'choice',
    patch: oneOf(['direct', 'channel'], (place) => ({ place })),
    optional: true,
  },
  'per-day': { expected: 'perDay', patch: whole(50, (maxPerDay) => ({ maxPerDay })) },
  between: { expected: 'between', patch: whole(24 * 60, (minutesBetween) => ({ minutesBetween })) },
  'quiet-from': { expected: 'time', patch: time((quietFrom) => ({ quietFrom })) },
  'quiet-to': { expected: 'time', patch: time((quietTo) => ({ quietTo })) },
}

const FIELDS = Object.keys(RULES) as readonly Field[]

export const valuesOf = (settings: Settings): PreferenceValues => ({
  tone: settings.tone,
  language: settings.language,
  place: settings.place,
  'per-day': String(settings.maxPerDay),
  between: String(settings.minutesBetween),
  'quiet-from': settings.quietFrom,
  'quiet-to': settings.quietTo,
  praise: settings.praise,
  topics: TOPICS.filter((label) => !settings.mutedLabels.includes(label)),
})

/** The fields as they were sent; what the form did not have is as it was. */
export function valuesIn(visit: Pick<Visit, 'field' | 'fields' | 'settings'>): PreferenceValues {
  const before = valuesOf(visit.settings)
  const value = (name: Field) => visit.field(name) || (RULES[name].optional ? before[name] : '')
  return {
    ...(Object.fromEntries(FIELDS.map((name) => [name, value(name)])) as Record<Field, string>),
    praise: visit.field('praise') === '1',
    topics: visit.fields('topics'),
  }
}

/** What the fields change, or which of them cannot be kept; then nothing is changed at all. */
export function readPreferences(
  values: PreferenceValues,
  before: Settings,
): { readonly patch: Partial<Settings> } | { readonly faults: PreferenceFaults } {
  const patches = FIELDS.map((name) => [name, RULES[name].patch(values[name])] as const)
  const wrong = patches.filter(([, patch]) => patch === null).map(([name]) => name)
  if (wrong.length > 0)
    return { faults: Object.fromEntries(wrong.map((name) => [name, RULES[name].expected])) }
  const { praise, topics } = values
  return {
    patch: Object.assign({}, ...patches.map(([, patch]) => patch), {
      praise,
      mutedLabels: mutedBy(topics, before),
    }),
  }
}
