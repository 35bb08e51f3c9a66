import type { Label, Settings } from '../../src/types.js'
import type { Words } from '../../src/words/index.js'
import { isGood, labelNames, ruleName } from '../../src/words/labels.js'

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

/** Everything that is switched off, in words; `value` is `label|…` or `rule|…`. */
export const mutedOf = (
  { mutedLabels, mutedRules }: Settings,
  { language }: Words,
): readonly { readonly value: string; readonly text: string }[] => [
  ...mutedLabels.map((label) => ({ value: `label|${label}`, text: labelNames[language][label] })),
  ...mutedRules.map((rule) => ({ value: `rule|${rule}`, text: ruleName(rule, language) })),
]

/** What is left of the muted labels and rules without the one that `value` names; null where it names none. */
export function unmuted(value: string, { mutedLabels, mutedRules }: Settings): Partial<Settings> | null {
  const [kind, name] = value.split('|')
  if (kind === 'label') return { mutedLabels: mutedLabels.filter((label) => label !== name) }
  return kind === 'rule' ? { mutedRules: mutedRules.filter((rule) => rule !== name) } : null
}
