import type { Audience, EntryChange, Label, OwnEntry, TuningDifference } from '../../../types.js'
import { labelNames, ruleName } from '../../../words/labels.js'
import type { Visit } from '../../route.js'
import type { ChangesWords } from '../../words/changes.js'
import { type ChangeField, type FieldChange, fieldChanges, termOfEntry } from './change-fields.js'

/** What telling of changes needs besides them. */
export interface Telling {
  readonly visit: Pick<Visit, 'house' | 'language'>
  readonly words: ChangesWords
  /** Names of units by their ids. */
  readonly units: ReadonlyMap<string, string>
}

/** One thing that changed: a sentence, where it holds, and what stood there before. */
export function ChangeItem({ telling, change }: { telling: Telling; change: TuningDifference }) {
  const { words } = telling
  const where = whereOf(change.scope, telling)
  return (
    <div class="stack stack--tight">
      <p>
        {sentenceOf(change, telling)} {where}
      </p>
      <Fields changes={fieldsOf(change, telling)} words={words} />
    </div>
  )
}

function Fields({ changes, words }: { changes: readonly Shown[]; words: ChangesWords }) {
  if (changes.length === 0) return null
  return (
    <dl class="facts diff small">
      {changes.map(({ name, before, after, fresh }) => (
        <div>
          <dt>{name}</dt>
          <dd class="stack stack--tight">
            {without(before, after).map((line) => (
              <span>
                <span class="visually-hidden">{words.before}: </span>
                <del>{line}</del>
              </span>
            ))}
            {without(after, before).map((line) =>
              fresh ? (
                <span>{line}</span>
              ) : (
                <span>
                  <span class="visually-hidden">{words.after}: </span>
                  <ins>{line}</ins>
                </span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const without = (lines: readonly string[], others: readonly string[]) =>
  lines.filter((line) => !others.includes(line))

interface Shown extends Omit<FieldChange, 'field'> {
  readonly name: string
  /** Whether all of it is new, so that there is nothing to compare. */
  readonly fresh: boolean
}

function fieldsOf(change: TuningDifference, telling: Telling): readonly Shown[] {
  const { words, visit } = telling
  const { kind, before, after } = change
  if (kind === 'allow') return []
  if (kind === 'threshold') {
    const line = (weight: number | null) => [
      weight === null ? words.asShipped : new Intl.NumberFormat(words.locale).format(weight),
    ]
    return [
      {
        ...{ name: words.threshold, fresh: false },
        ...{ before: line(weightOf(before)), after: line(weightOf(after)) },
      },
    ]
  }
  // What is gone, or as it came, needs no list of what it was.
  if (after === null) return []
  type Value = OwnEntry | EntryChange | null
  const said = saidAlready(change, telling)
  return fieldChanges(before as Value, after as Value, words, visit.language)
    .filter(({ field }) => !said.has(field))
    .map(({ field, ...lines }) => ({
      ...lines,
      name: Object.hasOwn(words.fields, field) ? words.fields[field] : field,
      fresh: kind === 'entry' && before === null,
    }))
}

/** The fields that the sentence has told of. */
function saidAlready(change: TuningDifference, telling: Telling): ReadonlySet<ChangeField> {
  const { kind, before, after } = change
  if (kind === 'change')
    return new Set(hasTurned(before as EntryChange | null, after as EntryChange) ? ['status'] : [])
  if (before !== null) return new Set()
  const term = termOfEntry(after as OwnEntry)
  return new Set(['label', ...(term === nameOf(change, telling) ? (['term'] as const) : [])])
}

const weightOf = (value: TuningDifference['after']): number | null =>
  value === null ? null : (value as { readonly weight: number }).weight

function sentenceOf(change: TuningDifference, telling: Telling): string {
  const { words, visit } = telling
  const { kind, name, before, after } = change
  const { sentences } = words
  const called = nameOf(change, telling)
  switch (kind) {
    case 'allow':
      return after === null ? sentences.counted(called) : sentences.allowed(called)
    case 'entry':
      if (after === null) return sentences.removed(called)
      return before === null
        ? sentences.added(called, labelNames[visit.language][(after as OwnEntry).label])
        : sentences.edited(called)
    case 'change':
      return changedSentence(called, before as EntryChange | null, after as EntryChange | null, words)
    default: {
      const [label, audience] = name.split('/')
      return sentences.threshold(
        labelNames[visit.language][label as Label] ?? name,
        audience ? (words.audiences[audience as Audience] ?? audience) : words.everywhere,
        wayOf(weightOf(before), weightOf(after)),
      )
    }
  }
}

function wayOf(before: number | null, after: number | null): 'higher' | 'lower' | null {
  if (before === null || after === null || before === after) return null
  return after > before ? 'higher' : 'lower'
}

function changedSentence(
  called: string,
  before: EntryChange | null,
  after: EntryChange | null,
  { sentences }: ChangesWords,
): string {
  if (after === null) return sentences.shipped(called)
  return hasTurned(before, after) ? sentences[after.status!](called) : sentences.edited(called)
}

/** Whether an entry was switched on or off, or put on probation. */
const hasTurned = (before: EntryChange | null, after: EntryChange): boolean =>
  after.status !== undefined && after.status !== before?.status

/** What an entry is called: by its own fields, by the lexicon, or by its id in words. */
function nameOf({ name, before, after, kind }: TuningDifference, { visit }: Telling): string {
  const own = kind === 'entry' ? ((after ?? before) as OwnEntry) : null
  return (
    own?.name ??
    (own && termOfEntry(own)) ??
    visit.house.lexicon.current().entries.get(name)?.name ??
    ruleName(name, visit.language)
  )
}

function whereOf(scope: string, { words, units }: Telling): string {
  if (scope === 'company') return words.where.company
  const [kind, ...rest] = scope.split('/')
  if (kind === 'unit') return words.where.unit(units.get(rest.join('/')) ?? rest.join('/'))
  return words.where.channel(rest.join('/'))
}
