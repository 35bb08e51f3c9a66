import type { Audience, EntryChange, OwnEntry, TuningItem, TuningKind } from '../../../types.js'
import type { Desk } from './desk.js'
import { entryName } from './entry-name.js'

/** One field of an item in words: its name, and its lines. */
export type ItemField = readonly [name: string, lines: readonly string[]]

type Value = TuningItem['value'] | null

const TERMS = ['noun', 'verb', 'adjective', 'word'] as const
const LISTS = ['patterns', 'forms', 'unless', 'unless-clause', 'unless-message', 'flag', 'allow'] as const

/** What an item says, field by field in the order of the forms; nothing where there is no item. */
export function itemFields(kind: TuningKind, value: Value, desk: Desk): readonly ItemField[] {
  if (value === null) return []
  if (kind === 'threshold')
    return [[desk.words.fields.threshold, [desk.number((value as { weight: number }).weight)]]]
  if (kind === 'allow') return []
  return kind === 'entry' ? entryFields(value as OwnEntry, desk) : changeFields(value as EntryChange, desk)
}

function entryFields(entry: OwnEntry, desk: Desk): ItemField[] {
  const { fields, kinds, languages } = desk.words
  const found: ItemField[] = []
  const kind = TERMS.find((name) => entry[name] !== undefined)
  if (kind) found.push([fields.term, [`${entry[kind]} (${kinds[kind]})`]])
  if (entry.name) found.push([fields.name, [entry.name]])
  found.push([fields.label, [desk.labels[entry.label] ?? entry.label]])
  found.push([fields.language, [languages[entry.language] ?? entry.language]])
  for (const list of LISTS) {
    const lines = entry[list]
    if (lines?.length) found.push([fields[list], lines])
  }
  if (entry.source) found.push([fields.source, [entry.source]])
  return [...found, ...changeFields(entry, desk)]
}

function changeFields(change: EntryChange, desk: Desk): ItemField[] {
  const { fields, statuses, audiences, everyAudience } = desk.words
  const found: ItemField[] = []
  if (change.why !== undefined) found.push([fields.why, [change.why]])
  if (change.instead !== undefined) found.push([fields.instead, change.instead])
  if (change.weight !== undefined) found.push([fields.weight, [desk.number(change.weight)]])
  if (change.audience !== undefined) {
    const named = change.audience.map((name: Audience) => audiences[name] ?? name)
    found.push([fields.audience, named.length > 0 ? named : [everyAudience]])
  }
  if (change.status !== undefined) found.push([fields.status, [statuses[change.status] ?? change.status]])
  return found
}

/** What an item is about, in a few words. */
export function itemName(kind: TuningKind, name: string, desk: Desk): string {
  if (kind !== 'threshold') {
    const entry = desk.visit.house.lexicon.current().entries.get(name)
    return entry ? entryName(entry, desk) : name
  }
  const [label = '', audience] = name.split('/')
  const topic = Object.hasOwn(desk.labels, label) ? desk.labels[label as keyof typeof desk.labels] : label
  const { audiences, everyAudience } = desk.words
  return `${topic}, ${audience ? (audiences[audience as Audience] ?? audience) : everyAudience}`
}
