import type { Language } from '../../../types.js'
import { labelNames, ruleName } from '../../../words/labels.js'
import type { House } from '../../house.js'

/** What a rule is called: by the lexicon as it is now, or by its id in words. */
export const ruleTitle =
  ({ lexicon }: Pick<House, 'lexicon'>) =>
  (rule: string, language: Language): string => {
    const entry = lexicon.current().entries.get(rule)
    return entry?.name ? `${labelNames[language][entry.label]}: „${entry.name}“` : ruleName(rule, language)
  }
