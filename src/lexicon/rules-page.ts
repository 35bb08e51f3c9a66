import { DETECTORS } from '../analyzer/detectors/index.js'
import type { Language } from '../types.js'
import type { Entry, Lexicons, Rule, Term } from './lexicon.js'

const NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English' }

/** The readable list of all rules, as Markdown: lexicons/RULES.md. */
export function rulesPage(lexicons: Lexicons): string {
  const all: (Rule | Term)[] = [...lexicons.rules, ...lexicons.terms].filter(
    ({ status }) => status !== 'retired',
  )
  const sections = DETECTORS.flatMap(({ label, entries = [] }) =>
    (['de', 'en'] as const).flatMap((language) => {
      const own = all.filter((entry) => entry.label === label && entry.language === language)
      const inCode = entries.filter((entry) => entry.language === language)
      if (own.length + inCode.length === 0) return []
      const wordings = own.filter((entry) => entry.name === null)
      const words = own.filter((entry) => entry.name !== null)
      return [
        `## ${label}, ${NAMES[language]}`,
        ...[...inCode.map(codeLine), ...wordings.map(wordingLine)],
        ...(words.length > 0 ? ['', ...words.sort(byName).map(wordLine)] : []),
        '',
      ]
    }),
  )
  const classes = (['de', 'en'] as const).flatMap((language) => [
    `## Word classes, ${NAMES[language]}`,
    ...[...lexicons.classes[language]].map(([name, members]) => `- \`@${name}\`: ${members.length}`),
    '',
  ])
  const cancels = [
    '## Context that cancels',
    ...lexicons.cancels.map(
      ({ id, labels, scope, weak, patterns }) =>
        `- \`${id}\`: ${labels.join(', ')}${weak ? ', weak signs only' : ''}, per ${scope} (${patterns.length})`,
    ),
    '',
  ]
  return [
    '# Every rule',
    '',
    'Written by `npm run --silent klartext -- lexicons rules`; do not edit. What is counted in brackets: patterns, and conditions that take a hit back. An arrow names the better wording. The rules themselves stand in the YAML files beside this page.',
    '',
    ...sections,
    ...cancels,
    ...classes,
  ].join('\n')
}

const byName = (a: Entry, b: Entry) => a.name!.localeCompare(b.name!, 'de') || (a.id < b.id ? -1 : 1)

function codeLine({ id, why, instead }: Entry): string {
  return `- \`${id}\` (in code): ${why}${better(instead.slice(0, 1))}`
}

function wordingLine(entry: Rule | Term): string {
  const { id, flag, why, instead } = entry
  return `- \`${id}\` ${sizeOf(entry)}: *${flag[0] ?? ''}* ${why}${better(instead.slice(0, 1))}`
}

function wordLine(entry: Rule | Term): string {
  const status = entry.status === 'active' ? '' : `, ${entry.status}`
  return `- ${entry.name}${sizeOf(entry) === '(1)' ? '' : ` ${sizeOf(entry)}`}${status}${better(entry.instead)}`
}

function sizeOf(entry: Rule | Term): string {
  if ('forms' in entry) return `(${entry.forms.length})`
  const conditions = entry.unless.length + entry.needs.length + entry.needsAll.length
  return `(${entry.patterns.length}${conditions > 0 ? `, ${conditions}` : ''})`
}

function better(instead: readonly string[]): string {
  return instead.length > 0 ? ` → ${instead.join(', ')}` : ''
}
