import assert from 'node:assert/strict'
import { Forms } from '../../src/analyzer/forms.js'
import { tokenize } from '../../src/analyzer/tokenize.js'
import { shippedAnalyzer } from '../helpers/lexicons.js'

const forms = new Forms({ de: new Map(), en: new Map() })

/** Sentences joined by ` / `, clauses by ` | `. */
const CASES: readonly [prose: string, expected: string][] = [
  [
    'Am 3. April kommt Dr. Meier z. B. um 15:30 Uhr. ok. passt, danke',
    'Am 3 April kommt Dr Meier z B um 15:30 Uhr / ok / passt | danke',
  ],
  ['Steht der 30. In meinem Plan.', 'Steht der 30 / In meinem Plan'],
  ['im 2. Stock, bzw. am 4. Mai', 'im 2 Stock | bzw am 4 Mai'],
  ['v1.2.3 von example.org', 'v1 2.3 von example org'],
  ['Kolleg*innen und Kund:innen', 'Kolleg*innen und Kund:innen'],
  ["Geht's um Meiers' Auto?", "Geht's um Meiers Auto"],
  ['erst das – dann dies', 'erst das | dann dies'],
  ['ja (nein) doch', 'ja | nein | doch'],
  ['Liste:\n• eins\n• zwei', 'Liste / eins / zwei'],
  ['Wirklich?! Ja… gut', 'Wirklich / Ja / gut'],
  ['', ''],
  ['... !!! ???', ''],
]

describe('tokenize', () => {
  for (const [prose, expected] of CASES) {
    it(JSON.stringify(prose), () => {
      const { tokens, sentences, clauses } = tokenize(prose, forms)
      const shown = sentences.map(({ from, to }) =>
        clauses
          .filter((clause) => clause.from >= from && clause.to <= to)
          .map((clause) =>
            tokens
              .slice(clause.from, clause.to)
              .map(({ start, end }) => prose.slice(start, end))
              .join(' '),
          )
          .join(' | '),
      )
      assert.equal(shown.join(' / '), expected)
    })
  }

  it('splits hyphenated words into glued tokens', () => {
    assert.deepEqual(
      tokenize('Stakeholder-Alignment im E-Mail-Verkehr', forms).tokens.map(({ form, glued }) =>
        glued ? `-${form.text}` : form.text,
      ),
      ['Stakeholder', '-Alignment', 'im', 'E', '-Mail', '-Verkehr'],
    )
  })

  it('tells words apart that fall on one place of its table, however many', () => {
    // 31 * 65 + 97 = 31 * 66 + 66: pieces that no plain sum of characters tells apart.
    const words = Array.from({ length: 1 << 8 }, (_, i) =>
      Array.from({ length: 8 }, (_, bit) => ((i >> bit) & 1 ? 'Aa' : 'BB')).join(''),
    )
    for (let round = 0; round < 2; round++)
      assert.deepEqual(
        tokenize(words.join(' '), forms).tokens.map(({ form }) => form.text),
        words,
      )
  })

  const QUOTED: readonly [string, string][] = [
    ['Er sagt „nicht mein Problem“ dazu', 'nicht mein Problem'],
    ['Er sagt "nicht mein Problem" dazu', 'nicht mein Problem'],
    ['Er sagt »nicht mein Problem« dazu', 'nicht mein Problem'],
    ['Er sagt «nicht mein Problem» dazu', 'nicht mein Problem'],
    ['Er sagt “not my problem” dazu', 'not my problem'],
    ["Er sagt 'nicht mein Problem' dazu", 'nicht mein Problem'],
    ["That's what he didn't say", ''],
    ['5" Rohr und 3" Rohr', ''],
    ['offen „nie zu\nneue Zeile“', ''],
  ]
  for (const [prose, expected] of QUOTED) {
    it(`quotation in ${JSON.stringify(prose)}`, () => {
      const quoted = tokenize(prose, forms).tokens.filter((token) => token.quoted)
      assert.equal(quoted.map(({ form }) => form.text).join(' '), expected)
    })
  }

  it('lets go of the words when it is told to', () => {
    const split = tokenize('Die Zahlen kommen am Montag', forms)
    const { tokens } = split
    assert.equal(tokens[1].form.text, 'Zahlen')
    split.leave()
    assert.deepEqual(new Set(tokens.map(({ form }) => form.text)), new Set(['']))
    assert.deepEqual(split.tokens, [])
  })

  it('holds no word of a message when its analysis is over', () => {
    // The tokens are the same for all texts.
    const { tokens } = tokenize('Eins zwei drei vier', forms)
    const analyzer = shippedAnalyzer()
    for (const read of [analyzer.analyze, analyzer.hits]) {
      tokenize('Eins zwei drei vier', forms)
      assert.equal(tokens[3].form.text, 'vier')
      read({ text: 'Geheime Zahlen kommen am Montag' })
      assert.deepEqual(new Set(tokens.map(({ form }) => form.text)), new Set(['']))
    }
  })
})
