import type { EntryChange, Language, OwnEntry } from '../../../types.js'
import { labelNames } from '../../../words/labels.js'
import type { ChangesWords } from '../../words/changes.js'

const LISTS = ['forms', 'patterns', 'unless', 'unless-clause', 'unless-message', 'flag', 'allow'] as const
const KINDS = ['noun', 'verb', 'adjective', 'word'] as const

const KNOWN: ReadonlySet<string> = new Set([
  ...KINDS,
  ...LISTS,
  ...['name', 'label', 'language', 'why', 'instead', 'source', 'audience', 'weight', 'status'],
])

/** What can be different about an entry. */
export type ChangeField =
  | 'term'
  | 'name'
  | 'label'
  | 'language'
  | (typeof LISTS)[number]
  | 'why'
  | 'instead'
  | 'source'
  | 'audience'
  | 'weight'
  | 'status'

/** A field that differs, as lines before and after. */
export interface FieldChange {
  readonly field: ChangeField
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The term of an own entry; undefined where it is found by patterns alone. */
export const termOfEntry = (entry: OwnEntry): string | undefined =>
  KINDS.map((kind) => entry[kind]).find((term) => term !== undefined)

/** The fields in which two values of an entry differ, or all of the one that there is. */
export function fieldChanges(
  before: OwnEntry | EntryChange | null,
  after: OwnEntry | EntryChange | null,
  words: ChangesWords,
  language: Language,
): readonly FieldChange[] {
  const [old, young] = [linesOf(before, words, language), linesOf(after, words, language)]
  const fields = new Set([...old.keys(), ...young.keys()])
  return [...fields]
    .map((field) => ({ field, before: old.get(field) ?? [], after: young.get(field) ?? [] }))
    .filter(({ before, after }) => before.join('\n') !== after.join('\n'))
}

function linesOf(
  value: OwnEntry | EntryChange | null,
  words: ChangesWords,
  language: Language,
): ReadonlyMap<ChangeField, readonly string[]> {
  if (value === null) return new Map()
  const own = 'label' in value ? value : null
  const { why, instead, audience, weight, status } = value
  const one = (text: string | undefined) => (text === undefined || text === '' ? [] : [text])
  const lines: readonly (readonly [ChangeField, readonly string[]])[] = [
    ['term', one(own ? termOfEntry(own) : undefined)],
    ['name', one(own?.name)],
    ['label', own ? [labelNames[language][own.label]] : []],
    ['language', own ? [words.languages[own.language]] : []],
    ...LISTS.map((list) => [list, own?.[list] ?? []] as const),
    ['why', one(why)],
    ['instead', instead ?? []],
    ['source', one(own?.source)],
    [
      'audience',
      audience
        ? audienceLines(
            audience.map((each) => words.audiences[each]),
            words,
          )
        : [],
    ],
    ['weight', weight === undefined ? [] : [new Intl.NumberFormat(words.locale).format(weight)]],
    ['status', status === undefined ? [] : [words.statuses[status]]],
    // Whatever else an entry may say has no word here, but is told as well.
    ...Object.entries(value)
      .filter(([name]) => !KNOWN.has(name))
      .map(([name, other]) => [name as ChangeField, [other].flat().map(String)] as const),
  ]
  return new Map(lines.filter(([, texts]) => texts.length > 0))
}

const audienceLines = (names: readonly string[], { everywhere }: ChangesWords): readonly string[] =>
  names.length > 0 ? names : [everywhere]
