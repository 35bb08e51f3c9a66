import { UserError } from '../errors.js'
import type { KeptTuningItem, TuningItem, TuningKey, TuningKind, TuningStep } from '../types.js'
import { checkText } from './check-text.js'
import { fromJson, toJson } from './stored-json.js'

/** Bytes of a value, as JSON. */
const LONGEST = 16_384

const KINDS: readonly string[] = ['entry', 'allow', 'change', 'threshold'] satisfies TuningKind[]

const SCOPE =
  /^(?:company|unit\/[\w.-]{1,64}|channel\/(?:playground|slack|teams)\/[\x21-\x2e\x30-\x7b\x7d\x7e]{1,64}\/[\x21-\x7b\x7d\x7e]{1,64})$/

/** The columns of an item's key. */
export interface KeyRow {
  readonly scope: string
  readonly kind: TuningKind
  readonly name: string
}

/** The columns of a step. */
export interface StepRow extends KeyRow {
  readonly base: number
  readonly content: string | null
}

/** The columns of an item, as far as they are read. */
export interface ItemRow extends KeyRow {
  readonly since: number
  readonly content: string
}

/** A key in one word: neither scope nor kind has a `|`. */
export const wordOf = ({ scope, kind, name }: TuningKey): string => [scope, kind, name].join('|')

/**
 * A key as columns.
 * @throws UserError where it is none
 */
export function keyRow({ scope, kind, name }: TuningKey): KeyRow {
  if (!SCOPE.test(scope))
    throw new UserError(
      'scope of a change',
      `${scope.length} characters that are no scope`,
      'company, unit/<id> or channel/<platform>/<tenant>/<channel>',
      'Choose for whom it is to hold.',
    )
  if (!KINDS.includes(kind))
    throw new UserError('kind of a change', 'another word', KINDS.join(', '), 'Choose one of these.')
  return { scope, kind, name: checkText('name of a change', name, 120) }
}

/**
 * Steps as rows, each key once: the last of several.
 * @throws UserError where a key or a value may not be kept
 */
export function stepRows(steps: readonly TuningStep[]): readonly StepRow[] {
  const rows = steps.map(
    (step): StepRow => ({
      ...keyRow(step),
      base: step.base,
      content: step.value === null ? null : toJson(`value of "${step.name}"`, step.value, LONGEST),
    }),
  )
  return [...new Map(rows.map((row) => [wordOf(row), row])).values()]
}

/** What a column `content` stands for. */
export const tuningValue = (content: string | null): TuningItem['value'] | null =>
  content === null ? null : (fromJson('stored lexicon', content) as TuningItem['value'])

/** A row of `tuning_steps` as the step that it is. */
export const stepOf = ({ scope, kind, name, base, content }: StepRow): TuningStep => ({
  ...{ scope, kind, name },
  value: tuningValue(content),
  base,
})

/** A row of `tuning_items` as the item that it is. */
export const itemOf = ({ scope, kind, name, since, content }: ItemRow): KeptTuningItem =>
  // The value fits its kind: they were published together.
  ({ ...{ scope, kind, name }, value: tuningValue(content), since }) as KeptTuningItem
