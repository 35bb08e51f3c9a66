import assert from 'node:assert/strict'
import { germanWords } from '../../src/summary/wording/de.js'
import { englishWords } from '../../src/summary/wording/en.js'
import { summaryWords } from '../../src/summary/wording/index.js'
import type { Band, Direction, Figures, Label, Language, SummaryText } from '../../src/types.js'
import { labelNames } from '../../src/words/labels.js'
import { findingsIn, textsIn } from '../helpers/own-texts.js'
import { PLANT, SUMMARIES, TEAM, textOf, WEEK } from './render-samples.js'

const LABELS = Object.keys(labelNames.de) as Label[]
const CONSTANT = {
  de: 'Dazu gibt es diese Woche nichts zu zeigen.',
  en: 'There is nothing to show about this week.',
}

const withFigures = (figures: Figures | null, of = TEAM) =>
  textOf({ ...SUMMARIES.nothing!, figures, of: figures && of })

describe('the words of a summary', () => {
  const CASES: readonly [Language, Label, Band, Direction | null, string][] = [
    ['de', 'jargon', 2, null, 'Floskeln kamen oft vor.'],
    ['de', 'jargon', 2, 'more', 'Floskeln kamen oft vor, öfter als in der Woche davor.'],
    ['de', 'convoluted', 0, 'less', 'Schachtelsätze kamen kaum vor, seltener als in der Woche davor.'],
    [
      'de',
      'anglicism',
      3,
      'same',
      'Englische Wörter, für die es deutsche gibt, kamen sehr oft vor, etwa so oft wie in der Woche davor.',
    ],
    [
      'de',
      'ownership',
      1,
      null,
      'Sätze, die zu einem Fehler oder einer Entscheidung stehen, kamen ab und zu vor.',
    ],
    ['en', 'jargon', 2, 'less', 'Buzzwords came up often, less than the week before.'],
    ['en', 'blame', 0, null, 'Sentences that point at others hardly ever came up.'],
    [
      'en',
      'care',
      3,
      'more',
      'Promises to look after something, and honest appreciation, came up very often, more than the week before.',
    ],
  ]
  for (const [language, label, band, direction, expected] of CASES)
    it(expected, () => assert.equal(summaryWords(language, 'du').sentence(label, band, direction), expected))

  const WEEKS: readonly [Date, string, string][] = [
    [WEEK, '23.–29. November 2026', '23–29 November 2026'],
    // Across a year, when the clocks change, and at midnight in Auckland and in Honolulu.
    [new Date('2026-12-27T23:00Z'), '28. Dezember 2026–3. Januar 2027', '28 December 2026–3 January 2027'],
    [new Date('2027-03-21T23:00Z'), '22.–28. März 2027', '22–28 March 2027'],
    [new Date('2026-11-22T11:00Z'), '23.–29. November 2026', '23–29 November 2026'],
    [new Date('2026-11-23T10:00Z'), '23.–29. November 2026', '23–29 November 2026'],
  ]
  for (const [monday, german, english] of WEEKS)
    it(`name the week of ${monday.toISOString()}`, () => {
      // Versions of Node differ in the space around the dash.
      const plain = (text: string) => text.replace(/\s*–\s*/g, '–')
      assert.equal(plain(germanWords('du').week(monday)), german)
      assert.equal(plain(englishWords.week(monday)), english)
    })

  it('have a sentence and a name for every label and band, and advice for all that are not good', () => {
    for (const words of [germanWords('du'), germanWords('sie'), englishWords])
      for (const label of LABELS) {
        assert.equal(words.tips[label] === null, label === 'ownership' || label === 'care')
        const sentences = ([0, 1, 2, 3] as const).map((band) => words.sentence(label, band, null))
        assert.equal(new Set(sentences).size, 4)
      }
  })

  it('speak of wording, never of people who did something', () => {
    for (const words of [germanWords('du'), germanWords('sie'), englishWords])
      for (const label of LABELS)
        assert.doesNotMatch(
          words.sentence(label, 3, 'more'),
          /\b(?:Team|Leute|Mitarbeit\w+|Ihr|dein\w*|team|people|staff|your)\b/,
        )
  })

  it('address the manager as they like', () => {
    const du = textsIn(germanWords('du')).join('\n')
    const sie = textsIn(germanWords('sie')).join('\n')
    assert.doesNotMatch(du, /\b(?:Sie|Ihnen|Ihre?)\b/)
    assert.doesNotMatch(sie, /\b(?:du|dich|dir|deine?|euch|eure)\b/)
    assert.notEqual(du, sie)
  })

  it('have no finding as company-wide text', function () {
    this.timeout(60_000)
    const german = [...textsIn(germanWords('du')), ...textsIn(germanWords('sie'))]
    const sentences = (words: typeof englishWords) =>
      LABELS.flatMap((label) => ([0, 1, 2, 3] as const).map((band) => words.sentence(label, band, 'more')))
    assert.deepEqual(findingsIn([...german, ...sentences(germanWords('du'))], 'de'), [])
    assert.deepEqual(findingsIn([...textsIn(englishWords), ...sentences(englishWords)], 'en'), [])
  })
})

describe('a summary in words', () => {
  it('begins with the good signs', () => {
    const keys = Object.keys(textOf(SUMMARIES.usual!))
    assert.ok(keys.indexOf('good') < keys.indexOf('topics'))
  })

  for (const language of ['de', 'en'] as const) {
    const without = (text: SummaryText) => ({ ...text, of: null })
    it(`says the same whatever the cause that nothing is shown, ${language}`, () => {
      const none = textOf(SUMMARIES.nothing!, language)
      const empty = textOf(SUMMARIES.empty!, language)
      assert.deepEqual(without(none), without(empty))
      for (const part of [none.good, none.topics, none.terms]) assert.equal(part.nothing, CONSTANT[language])
      assert.equal(none.chart, null)
      assert.equal(none.larger, null)
    })

    it(`has one sentence for labels that are missing, ${language}`, () => {
      const { good, topics } = textOf(SUMMARIES.larger!, language)
      for (const part of [good, topics])
        assert.equal(part.nothing, `${part.hidden.join(', ')}: ${CONSTANT[language]}`)
      assert.equal(
        good.rows.length + topics.rows.length + good.hidden.length + topics.hidden.length,
        LABELS.length,
      )
    })
  }

  it('says so where the figures are of a larger unit', () => {
    assert.match(textOf(SUMMARIES.larger!).larger!, /„Montage Halle 2“.*„Werk Nord“/)
    assert.match(textOf(SUMMARIES.larger!, 'en').larger!, /“Montage Halle 2”.*“Werk Nord”/)
    assert.equal(textOf(SUMMARIES.usual!).larger, null)
    assert.equal(withFigures({ unit: 'werk', labels: {}, terms: [] }, PLANT).of, 'Werk Nord')
  })

  it('gives advice for at most three labels, those that came up most', () => {
    const tips = textOf(SUMMARIES.everything!).topics.rows.filter(({ tip }) => tip !== null)
    assert.deepEqual(
      tips.map(({ label }) => label),
      ['anglicism', 'justification', 'silo'],
    )
  })

  it('has advice only for what came up often, and is glad where nothing did', () => {
    const { rows, note } = textOf(SUMMARIES.larger!).topics
    assert.deepEqual(
      rows.map(({ tip }) => tip),
      [null],
    )
    assert.match(note!, /nichts oft/)
    assert.equal(textOf(SUMMARIES.usual!).topics.note, null)
  })

  it('names terms with what serves instead, and no rule that is not one', () => {
    const { items, intro, nothing } = textOf(SUMMARIES.usual!).terms
    assert.deepEqual(
      items.map(({ term }) => term),
      ['Mindset', 'Commitment'],
    )
    assert.ok(items.every(({ instead }) => instead.length > 0 && instead.length <= 3))
    assert.ok(intro)
    assert.equal(nothing, null)
  })

  it('is readable without a chart', () =>
    assert.equal(
      textOf(SUMMARIES.larger!).chart,
      'Die Stufen in Worten. Sich kümmern: sehr oft, öfter als in der Woche davor. Floskeln: ab und zu.',
    ))

  it('has no exercise where its id is unknown', () =>
    assert.equal(textOf({ ...SUMMARIES.usual!, exercise: 'of-old' }).exercise, null))
})
