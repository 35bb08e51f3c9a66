import type { Audience, Label, Language, OwnEntry } from '../../../types.js'
import type { CreateKind } from '../../pages/lexicon/create.js'
import type { Desk } from '../../pages/lexicon/desk.js'
import type { FieldFault } from '../../pages/lexicon/fields.js'
import { linesOf, numberOf, type Typed } from '../../pages/lexicon/typed.js'

const KINDS = ['noun', 'verb', 'adjective', 'word'] as const

/** What the form has no field for stays as it was. */
type Rest = Pick<OwnEntry, 'source' | 'unless-clause' | 'unless-message'>

/** Reads an entry of the company's own; what is wrong at first sight goes to `faults`. */
export function readEntry(
  typed: Typed,
  kind: CreateKind,
  desk: Desk,
  faults: Map<string, FieldFault[]>,
  before: OwnEntry | null,
): OwnEntry {
  const { words } = desk
  const required = (name: string) => {
    const text = typed.one(name).trim()
    if (text === '') faults.set(name, [{ text: words.needed }])
    return text
  }
  const lines = (name: string) => {
    const found = linesOf(typed.one(name))
    return found.length > 0 ? { [name]: found } : {}
  }
  const weight = typed.one('weight').trim() === '' ? 1 : numberOf(typed.one('weight'))
  if (!(weight > 0 && weight <= 2)) faults.set('weight', [{ text: words.badWeight }])
  const audience = typed
    .all('audience')
    .filter((name): name is Audience => Object.hasOwn(words.audiences, name))
  const label = typed.one('label')
  if (!Object.hasOwn(desk.labels, label)) faults.set('label', [{ text: words.needed }])
  const language: Language = typed.one('language') === 'en' ? 'en' : 'de'
  return {
    ...restOf(before),
    label: label as Label,
    language,
    why: required('why'),
    instead: linesOf(typed.one('instead')),
    ...(kind === 'term' ? term(typed, required('term')) : rule(typed, required)),
    ...lines('forms'),
    ...lines('unless'),
    ...lines('flag'),
    ...lines('allow'),
    ...(weight !== 1 && { weight }),
    ...(audience.length > 0 && { audience }),
    ...(typed.one('status') === 'probation' && { status: 'probation' as const }),
  }
}

function term(typed: Typed, text: string): Partial<OwnEntry> {
  const kind = KINDS.find((one) => one === typed.one('kind')) ?? 'word'
  return { [kind]: text.replace(/\s+/g, ' ') }
}

function rule(typed: Typed, required: (name: string) => string): Partial<OwnEntry> {
  for (const name of ['patterns', 'flag', 'allow']) required(name)
  const name = typed.one('name').trim()
  return { patterns: linesOf(typed.one('patterns')), ...(name && { name }) }
}

function restOf(before: OwnEntry | null): Rest {
  if (!before) return {}
  const { source, 'unless-clause': clause, 'unless-message': message } = before
  return {
    ...(source !== undefined && { source }),
    ...(clause && { 'unless-clause': clause }),
    ...(message && { 'unless-message': message }),
  }
}

/** The fields of a form that say what an entry says. */
export function entryTyped(entry: OwnEntry, desk: Desk): Record<string, string | readonly string[]> {
  const kind = KINDS.find((one) => entry[one] !== undefined)
  const joined = (lines: readonly string[] = []) => lines.join('\n')
  return {
    kind: kind ?? '',
    term: (kind && entry[kind]) ?? '',
    forms: joined(entry.forms),
    patterns: joined(entry.patterns),
    unless: joined(entry.unless),
    flag: joined(entry.flag),
    allow: joined(entry.allow),
    label: entry.label,
    language: entry.language,
    name: entry.name ?? '',
    why: entry.why,
    instead: joined(entry.instead),
    weight: desk.number(entry.weight ?? 1),
    audience: entry.audience ?? [],
    status: entry.status ?? 'active',
  }
}

/** An id for a term: `eigen-` and its letters. */
export function proposedId(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ +/g, '-')
  return `eigen-${plain || 'begriff'}`.slice(0, 64).replace(/-+$/, '')
}
