import type { GoodLabel, Label, Language } from '../types.js'

/** What each label is called where people read it: a kind of wording, never a trait of whoever wrote it. */
export const labelNames: Readonly<Record<Language, Readonly<Record<Label, string>>>> = {
  de: {
    jargon: 'Floskeln',
    anglicism: 'Englische Wörter',
    'foreign-words': 'Fremdwörter',
    convoluted: 'Schachtelsätze',
    blame: 'Schuldzuweisung',
    justification: 'Rechtfertigung',
    impression: 'Eindruck machen',
    facade: 'Unpersönliche Sätze',
    condescension: 'Von oben herab',
    silo: 'Abteilungsdenken',
    'customer-disrespect': 'Abwertendes über Kundschaft',
    ownership: 'Zu etwas stehen',
    care: 'Sich kümmern',
  },
  en: {
    jargon: 'Buzzwords',
    anglicism: 'English words in German',
    'foreign-words': 'Learned words',
    convoluted: 'Tangled sentences',
    blame: 'Passing on blame',
    justification: 'Justifying oneself',
    impression: 'Making an impression',
    facade: 'Impersonal sentences',
    condescension: 'Talking down',
    silo: 'Thinking in departments',
    'customer-disrespect': 'Disrespect for customers',
    ownership: 'Standing by something',
    care: 'Taking care',
  },
}

/** `blame-de-schuld-sind-andere` as "Schuldzuweisung: schuld sind andere"; other ids as they are. */
export function ruleName(rule: string, language: Language): string {
  const names = labelNames[language]
  const label = (Object.keys(names) as Label[]).find((name) => rule.startsWith(`${name}-`))
  const rest = label && rule.slice(label.length + 1).replace(/^(de|en)-/, '')
  return rest ? `${names[label]}: ${rest.replaceAll('-', ' ')}` : rule
}

const GOOD: ReadonlySet<string> = new Set<GoodLabel>(['ownership', 'care'])

/** Whether a label earns praise. */
export const isGood = (label: string): label is GoodLabel => GOOD.has(label)
