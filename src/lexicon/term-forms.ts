import { fold } from '../analyzer/morphology/fold.js'
import { adjectiveForms, weakForms } from '../analyzer/morphology/german.js'
import type { Term } from './lexicon.js'

/** Particles that a verb of English stem may separate: `down|geloadet`, `ein|zuchecken`. */
const PARTICLES = [
  'zusammen',
  'zurück',
  'durch',
  'herum',
  'runter',
  'rüber',
  'nach',
  'raus',
  'rein',
  'rum',
  'hoch',
  'down',
  'over',
  'auf',
  'aus',
  'ein',
  'mit',
  'vor',
  'weg',
  'los',
  'out',
  'off',
  'ab',
  'an',
  'up',
  'on',
  'in',
  'um',
  'zu',
] as const

/** All forms, folded, that a term of an anglicism file may take in German text. */
export function termForms(kind: Term['kind'], lemma: string, extra: readonly string[]): string[] {
  const words = [lemma, ...extra]
  const forms = words.flatMap((word, index) => (index > 0 && kind === 'verb' ? [word] : INFLECT[kind](word)))
  return [...new Set(forms.map(normalize))].filter((form) => form.length > 1)
}

/** Words as the tokenizer splits them, folded and joined by one space. */
export function normalize(text: string): string {
  const key = fold(text)
  if (!/[\s/‑-]/.test(key)) return key
  return key
    .split(/[\s/‑-]+/)
    .filter(Boolean)
    .join(' ')
}

const INFLECT: Record<Term['kind'], (word: string) => string[]> = {
  noun: anglicismNounForms,
  verb: anglicismVerbForms,
  adjective: adjectiveForms,
  word: (word) => [word],
}

function anglicismNounForms(noun: string): string[] {
  const plurals = /(?:s|x|z|ch|sh)$/i.test(noun) ? ['es', 'e', 'en'] : ['s', "'s"]
  const forms = [noun, ...plurals.map((ending) => noun + ending)]
  if (/[^aeiou]y$/i.test(noun)) forms.push(`${noun.slice(0, -1)}ies`)
  // Persons: die Stakeholderin, den Usern, die Managerinnen, Trainees.
  if (/(?:er|or)$/.test(noun))
    forms.push(
      ...['n', 'in', 'innen', '*in', '*innen', ':in', ':innen', '_innen', '/innen'].map(
        (ending) => noun + ending,
      ),
    )
  if (/(?:ung|ion|ität)$/.test(noun)) forms.push(`${noun}en`)
  return forms
}

function anglicismVerbForms(infinitive: string): string[] {
  const particle = PARTICLES.find(
    (part) => infinitive.startsWith(part) && infinitive.length - part.length >= 4,
  )
  const whole = [...weakForms(infinitive, true), ...englishEndings(infinitive)]
  if (!particle) return whole
  const base = infinitive.slice(particle.length)
  const inner = [...weakForms(base, true), ...englishEndings(base)].filter((form) => form.startsWith('ge'))
  return [...whole, ...inner.map((form) => particle + form), `${particle}zu${base}`]
}

// People write the participle the English way too: gecanceled, committed, gecancelled.
function englishEndings(infinitive: string): string[] {
  const stem = infinitive.replace(/(?<=[lr])n$|en$|n$/, '')
  const doubled = /[aeiou][bdgklmnprt]$/.test(stem) ? [stem + stem.at(-1)] : []
  return [stem, ...doubled].flatMap((root) => [`${root}ed`, `ge${root}ed`, `${root}ing`])
}
