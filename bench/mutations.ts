/**
 * Deletes one condition or one member of a word class at a time, and counts how often a test would notice: the example
 * sentences of the lexicons, or the rule list that is checked against lexicons/RULES.md.
 * Usage: node --import tsx bench/mutations.ts [SAMPLE] [SEED]
 */
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { examplesOf, tryExample } from '../src/lexicon/examples.js'
import type { Lexicons } from '../src/lexicon/lexicon.js'
import { lexiconSources, SHIPPED } from '../src/lexicon/load.js'
import { parseLexicons } from '../src/lexicon/parse.js'
import { rulesPage } from '../src/lexicon/rules-page.js'
import type { Language } from '../src/types.js'

const SAMPLE = Number(process.argv[2] ?? 100)
const SEED = Number(process.argv[3] ?? 1)

const lexicons = parseLexicons(lexiconSources(SHIPPED))
const page = rulesPage(lexicons)
const examples = examplesOf(lexicons)

interface Mutation {
  readonly name: string
  readonly label: string | null
  readonly language: Language
  make(): Lexicons
}

const mutations: Mutation[] = []
for (const rule of lexicons.rules) {
  if (rule.status === 'retired') continue
  rule.unless.forEach((_, i) => {
    mutations.push({
      name: `${rule.where} unless ${i + 1}`,
      label: rule.label,
      language: rule.language,
      make: () => ({
        ...lexicons,
        rules: lexicons.rules.map((other) =>
          other === rule ? { ...rule, unless: rule.unless.filter((_, j) => j !== i) } : other,
        ),
      }),
    })
  })
}
for (const language of ['de', 'en'] as const) {
  for (const [name, members] of lexicons.classes[language]) {
    members.forEach((_, i) => {
      mutations.push({
        name: `@${name} (${language}) member ${i + 1}`,
        label: null,
        language,
        make: () => ({
          ...lexicons,
          classes: {
            ...lexicons.classes,
            [language]: new Map(lexicons.classes[language]).set(
              name,
              members.filter((_, j) => j !== i),
            ),
          },
        }),
      })
    })
  }
}

// A small generator of its own, so that a seed means the same sample everywhere.
let state = SEED >>> 0
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

let bySentence = 0
let byList = 0
const unnoticed: string[] = []
for (let n = 0; n < SAMPLE; n++) {
  const { name, label, language, make } = mutations[Math.floor(random() * mutations.length)]
  const mutant = make()
  const analyzer = createAnalyzer(mutant)
  const concerned = examples.filter(
    (example) => example.language === language && (label === null || example.label === label),
  )
  const sentence = concerned.some((example) => tryExample(analyzer, example) !== null)
  const listed = rulesPage(mutant) !== page
  if (sentence) bySentence++
  if (listed) byList++
  if (!sentence && !listed) unnoticed.push(name)
}
console.log(
  `${SAMPLE} of ${mutations.length} conditions and class members deleted, one at a time (seed ${SEED})`,
)
console.log(`noticed by an example sentence: ${bySentence}`)
console.log(`noticed by the rule list: ${byList}`)
console.log(`unnoticed: ${unnoticed.length}${unnoticed.length > 0 ? `\n${unnoticed.join('\n')}` : ''}`)
