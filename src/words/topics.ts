import type { Label, Language, Settings } from '../types.js'
import type { Words } from './index.js'
import { isGood, labelNames, ruleName } from './labels.js'

/** Labels that a person may want to hear of or not, the frequent ones first; praise is one setting of its own. */
export const TOPICS: readonly Label[] = [
  'anglicism',
  'jargon',
  'foreign-words',
  'convoluted',
  'blame',
  'justification',
  'impression',
  'facade',
  'condescension',
  'silo',
  'customer-disrespect',
]

/** The labels that are muted when these topics are chosen; good ones are on no list and stay as they were. */
export const mutedBy = (
  chosen: readonly string[],
  { mutedLabels }: Pick<Settings, 'mutedLabels'>,
): readonly Label[] => [...TOPICS.filter((label) => !chosen.includes(label)), ...mutedLabels.filter(isGood)]

/**
 * Everything that is switched off, in words; `value` is `label|…` or `rule|…`.
 * @param nameOf what a rule is called; by default its id in words
 */
export const mutedOf = (
  { mutedLabels, mutedRules }: Settings,
  { language }: Pick<Words, 'language'>,
  nameOf: (rule: string, language: Language) => string = ruleName,
): readonly { readonly value: string; readonly text: string }[] => [
  ...mutedLabels.map((label) => ({ value: `label|${label}`, text: labelNames[language][label] })),
  ...mutedRules.map((rule) => ({ value: `rule|${rule}`, text: nameOf(rule, language) })),
]

/** What is left of the muted labels and rules without the one that `value` names; null where it names none. */
export function unmuted(value: string, { mutedLabels, mutedRules }: Settings): Partial<Settings> | null {
  const [kind, name] = value.split('|')
  if (kind === 'label') return { mutedLabels: mutedLabels.filter((label) => label !== name) }
  return kind === 'rule' ? { mutedRules: mutedRules.filter((rule) => rule !== name) } : null
}
