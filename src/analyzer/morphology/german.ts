import { STRONG_VERBS, type StrongVerb, WHOLE_VERBS } from './strong-verbs.js'

const SEPARABLE = [
  'zusammen',
  'herunter',
  'hinunter',
  'hinterher',
  'zurecht',
  'zurück',
  'heraus',
  'hinaus',
  'herein',
  'hinein',
  'vorbei',
  'voran',
  'voraus',
  'weiter',
  'wieder',
  'entgegen',
  'herum',
  'runter',
  'rüber',
  'herbei',
  'gegen',
  'nieder',
  'durch',
  'unter',
  'dazu',
  'nach',
  'raus',
  'rein',
  'rauf',
  'ran',
  'rum',
  'fest',
  'frei',
  'klar',
  'kurz',
  'fertig',
  'kaputt',
  'liegen',
  'schief',
  'auf',
  'aus',
  'ein',
  'mit',
  'vor',
  'weg',
  'los',
  'hin',
  'her',
  'ab',
  'an',
  'bei',
  'um',
  'zu',
  'da',
  'über',
] as const

const INSEPARABLE = [
  'miss',
  'ver',
  'zer',
  'ent',
  'emp',
  'be',
  'ge',
  'er',
  'über',
  'unter',
  'hinter',
  'wider',
  'voll',
  'durch',
  'um',
  'wieder',
] as const

const ADJECTIVE_ENDINGS = ['', 'e', 'en', 'em', 'er', 'es'] as const

/** All forms of a German adjective or participle, comparison included. */
export function adjectiveForms(base: string): string[] {
  const stems = [base, ...(base.endsWith('el') ? [`${base.slice(0, -2)}l`] : [])].filter(
    (stem) => stem.length > 1,
  )
  const forms = stems.flatMap((stem) => ADJECTIVE_ENDINGS.map((ending) => stem + ending))
  const superlative = /(?:[dtsßxz]|sch)$/.test(base) ? 'est' : 'st'
  return [
    ...forms,
    ...stems.flatMap((stem) => ADJECTIVE_ENDINGS.slice(1).map((ending) => `${stem}er${ending}`)),
    ...ADJECTIVE_ENDINGS.slice(1).map((ending) => base + superlative + ending),
  ]
}

/** The forms a German noun may take; more than any one noun has. */
export function nounForms(base: string): string[] {
  const endings = base.endsWith('e') ? ['', 'n', 's'] : ['', 's', 'es', 'e', 'en', 'n', 'er', 'ern']
  const forms = endings.map((ending) => base + ending)
  return base.endsWith('in') ? [...forms, `${base}nen`] : forms
}

/** All forms of a German verb that are written as one word. */
export function verbForms(infinitive: string): string[] {
  const whole = WHOLE_VERBS.get(infinitive)
  if (whole) return [...whole]
  const strong = STRONG_VERBS.get(infinitive)
  if (strong) return strongForms(infinitive, strong)
  const split = splitPrefix(infinitive)
  if (split) return prefixedForms(split.prefix, split.base, split.separable)
  return weakForms(infinitive, true)
}

interface Split {
  prefix: string
  base: string
  separable: boolean
}

function splitPrefix(infinitive: string): Split | undefined {
  for (const separable of [true, false]) {
    for (const prefix of separable ? SEPARABLE : INSEPARABLE) {
      const base = infinitive.slice(prefix.length)
      if (!infinitive.startsWith(prefix) || base.length < 4) continue
      const known = STRONG_VERBS.has(base) || WHOLE_VERBS.has(base)
      if (
        known ||
        prefix.length > 2 ||
        (!separable && prefix !== 'er') ||
        ['ab', 'zu'].includes(prefix) ||
        /^(?:an|um)[^n]/.test(infinitive)
      )
        return { prefix, base, separable }
    }
  }
  return undefined
}

function prefixedForms(prefix: string, base: string, separable: boolean): string[] {
  const whole = WHOLE_VERBS.get(base)
  const strong = STRONG_VERBS.get(base)
  const forms = whole ?? (strong ? strongForms(base, strong) : weakForms(base, true))
  const joined = forms.map((form) => prefix + form)
  if (separable) return [...joined, `${prefix}zu${base}`]
  // An inseparable prefix takes the place of ge-.
  return [...joined, ...forms.filter((form) => form.startsWith('ge')).map((form) => prefix + form.slice(2))]
}

function strongForms(infinitive: string, verb: StrongVerb): string[] {
  const stem = infinitive.replace(/e?n$/, '')
  const soft = /[dt]$/.test(stem)
  const second = verb.third.replace(/t$/, '') + (/(?:s|ß|z|x)t$/.test(verb.third) ? 't' : 'st')
  const past = verb.preterite
  const pastForms = past.endsWith('e')
    ? [past, `${past}st`, `${past}n`, `${past}t`]
    : [past, `${past}st`, `${past}en`, `${past}t`]
  return [
    infinitive,
    stem,
    `${stem}e`,
    second,
    verb.third,
    `${stem}${soft ? 'et' : 't'}`,
    ...pastForms,
    ...verb.subjunctives.flatMap((form) => [form, `${form}st`, `${form}n`, `${form}t`]),
    ...adjectiveForms(verb.participle).slice(0, 6),
    ...ADJECTIVE_ENDINGS.map((ending) => `${infinitive}d${ending}`),
  ]
}

/** The regular paradigm; `prefixable` adds the participle with ge-. */
export function weakForms(infinitive: string, prefixable: boolean): string[] {
  const stem = infinitive.replace(/(?<=[lr])n$|en$|n$/, '')
  const link = /(?:[dt]|[^aeiouyäöülrhmn][mn])$/.test(stem) ? 'e' : ''
  const syncope = /[^aeiou]e[lr]$/.test(stem) ? [`${stem.slice(0, -2)}${stem.at(-1)}e`] : []
  const participle = `${stem}${link}t`
  const isForeign = infinitive.endsWith('ieren')
  return [
    infinitive,
    stem,
    `${stem}e`,
    ...syncope,
    `${stem}${link}${/[sßxz]$/.test(stem) ? 't' : 'st'}`,
    participle,
    ...['e', 'est', 'en', 'et'].map((ending) => participle + ending),
    ...ADJECTIVE_ENDINGS.flatMap((ending) => [
      ...(prefixable && !isForeign ? [`ge${participle}${ending}`] : []),
      ...(isForeign ? [`${participle}${ending}`] : []),
      `${infinitive}d${ending}`,
    ]),
  ]
}

/** All forms of a German word, told by its looks: a capital is a noun, -en/-eln/-ern a verb, the rest adjectives. */
export function germanForms(lemma: string): string[] {
  if (/^\p{Lu}/u.test(lemma)) return nounForms(lemma)
  if (WHOLE_VERBS.has(lemma) || /(?:en|eln|ern)$/.test(lemma)) return verbForms(lemma)
  return adjectiveForms(lemma)
}
