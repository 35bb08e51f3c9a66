import assert from 'node:assert/strict'
import { dataLines, ruleCounts, spaced } from '../../adapters/common/data-lines.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import type { PersonalData } from '../../src/types.js'
import { wordsFor } from '../../src/words/index.js'
import { labelNames } from '../../src/words/labels.js'
import { mutedBy, mutedOf, TOPICS, unmuted } from '../../src/words/topics.js'
import { frequentLines, frequentRules, weekSums } from '../../src/words/week-sums.js'

const at = new Date('2026-03-01T23:00:00Z')
const data: PersonalData = {
  settings: { ...DEFAULT_SETTINGS, mutedRules: ['a "quoted" rule', 'b'] },
  sightings: ['x', 'y', 'y'].map((rule) => ({ hour: at, label: 'blame', rule, language: 'de' })),
  nudges: [{ at, state: 'sent', label: 'blame', rules: ['x', 'y'] }],
  teams: [],
  weeks: [],
  units: [],
  summaries: [],
  answers: [],
  sessions: [],
  lastHintAt: at,
  lastPraiseAt: null,
}

describe('own data', () => {
  for (const [how, entryText] of [
    ['densely', undefined],
    ['with spaces', spaced],
  ] as const)
    it(`is JSON with a line for each entry, ${how}`, () => {
      const text = dataLines(data, entryText)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(data)))
      assert.equal(text.split('\n').filter((line) => line.includes('"rule"')).length, 3)
    })

  it('counts rules, the most frequent first', () =>
    assert.deepEqual(ruleCounts(data), [
      ['y', 2],
      ['x', 1],
    ]))

  it('sums weeks up, and scales their bars to twelve characters', () => {
    const week = (labels: object, days = 0) => ({
      ...{ from: new Date(at.getTime() + days * 86_400_000), labels },
      rules: Object.fromEntries(Object.entries(labels).map(([label, count]) => [`${label}-de-x`, count])),
    })
    assert.deepEqual(weekSums([week({ blame: 2, care: 1 }), week({}, 7)]), [
      { number: 10, hints: 2, good: 1, bar: 2 },
      { number: 11, hints: 0, good: 0, bar: 0 },
    ])
    assert.deepEqual(
      weekSums([week({ blame: 48 }), week({ silo: 1 }, 7)]).map(({ bar }) => bar),
      [12, 1],
    )
    const weeks = [week({ blame: 2, care: 9, silo: 1 }), week({ silo: 4, jargon: 3, facade: 1 })]
    assert.deepEqual(frequentRules(weeks), ['silo-de-x', 'jargon-de-x', 'blame-de-x'])
    assert.deepEqual(frequentLines(weeks, wordsFor({ language: 'de', tone: 'du' }, 'slack')), [
      'Am häufigsten: Abteilungsdenken: x; Floskeln: x; Schuldzuweisung: x.',
      'Gut gesagt: Sich kümmern: x.',
    ])
  })
})

describe('topics', () => {
  it('are all labels but the good ones', () =>
    assert.deepEqual([...TOPICS, 'ownership', 'care'].sort(), Object.keys(labelNames.de).sort()))

  it('leave muted praise muted, whatever is chosen', () =>
    assert.deepEqual(mutedBy(TOPICS.slice(1), { mutedLabels: ['care', 'silo'] }), [TOPICS[0], 'care']))

  const settings = { ...DEFAULT_SETTINGS, mutedLabels: ['silo' as const], mutedRules: ['blame-de-x', 'b'] }
  it('are named with the rules that are switched off', () =>
    assert.deepEqual(mutedOf(settings, wordsFor({ language: 'de', tone: 'du' }, 'slack')), [
      { value: 'label|silo', text: 'Abteilungsdenken' },
      { value: 'rule|blame-de-x', text: 'Schuldzuweisung: x' },
      { value: 'rule|b', text: 'b' },
    ]))

  for (const [value, expected] of [
    ['label|silo', { mutedLabels: [] }],
    ['rule|b', { mutedRules: ['blame-de-x'] }],
    ['rule|unknown', { mutedRules: ['blame-de-x', 'b'] }],
    ['nonsense', null],
  ] as const)
    it(`are taken back: ${value}`, () => assert.deepEqual(unmuted(value, settings), expected))
})
