import assert from 'node:assert/strict'
import { exerciseFor } from '../../src/summary/exercises/exercise-for.js'
import { type Exercise, exerciseById, exercises } from '../../src/summary/exercises/index.js'
import type { Band, Figures, Label } from '../../src/types.js'
import { isGood, labelNames } from '../../src/words/labels.js'
import { findingsIn, textsIn } from '../helpers/own-texts.js'

const LABELS = Object.keys(labelNames.de) as Label[]

/** Past summaries name them: an id may be added, and none be changed or taken away. */
const IDS = [
  'glossary-round slide-for-a-newcomer three-words-to-swap keep-or-replace spell-out-the-short-forms',
  'at-the-kitchen-table what-does-it-mean pairs-of-words one-word-three-ways one-becomes-two main-point-first',
  'told-on-the-phone read-it-aloud who-stands-behind-it our-greeting a-name-for-questions who-decides-by-when',
  'just-the-matter one-line-of-result ask-before-telling what-i-messed-up i-do-not-know promise-what-we-can-keep',
  'course-of-events our-share early-word decided-because next-step-first handover-check what-is-and-what-next',
  'say-back-what-you-heard questions-on-slips learning-the-other-way-round offer-instead-of-pointer',
  'a-round-without-interruption write-or-talk visit-next-door swap-desks the-way-onwards a-rule-with-a-way-out',
  'a-guest-at-the-table thanks-to-the-helpers a-complaint-read-aloud the-customers-way a-person-with-a-need',
  'bad-news-early words-for-customers praise-for-somebody-outside thanks-with-a-reason i-will-look-after-it',
  'promises-kept what-openness-saved-us other-views-welcome',
].flatMap((line) => line.split(' '))

const monday = (week: number) => new Date(Date.UTC(2026, 10, 22 + 7 * week, 23))

const figures = (bands: Partial<Record<Label, Band>>): Figures => ({
  unit: 'werk',
  labels: Object.fromEntries(
    Object.entries(bands).map(([label, band]) => [label, { band, direction: null }]),
  ),
  terms: [],
})

const chosen = (
  bands: Partial<Record<Label, Band>> | null,
  past: readonly string[] = [],
  week = 0,
): Exercise => exerciseById(exerciseFor(bands && figures(bands), past, monday(week)))!

describe('the exercises', () => {
  it('keep their ids', () =>
    assert.deepEqual(
      IDS.filter((id) => !exerciseById(id)),
      [],
    ))

  it('have ids of their own, short enough to be stored', () => {
    assert.equal(new Set(exercises.map(({ id }) => id)).size, exercises.length)
    for (const { id } of exercises) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/)
    assert.ok(exercises.every(({ id }) => id.length <= 64))
  })

  it('are many, and half of them take ten minutes at most', () => {
    assert.ok(exercises.length >= 40)
    assert.ok(exercises.filter(({ minutes }) => minutes <= 10).length * 2 >= exercises.length)
    assert.deepEqual(
      exercises.filter(({ minutes }) => minutes < 5 || minutes > 30),
      [],
    )
  })

  for (const label of LABELS)
    it(`help with ${label}, at least three of them`, () =>
      assert.ok(exercises.filter(({ labels }) => labels.includes(label)).length >= 3))

  for (const language of ['de', 'en'] as const) {
    it(`are short and complete, ${language}`, () => {
      for (const exercise of exercises) {
        const { title, why, steps, watch } = exercise[language]
        assert.ok(title.length > 0 && title.length <= 50, title)
        assert.ok(steps.length >= 2 && steps.length <= 4, title)
        for (const text of [why, watch, ...steps])
          assert.ok(/[.!?”“)]$/.test(text) && text.length <= 130, `${exercise.id}: ${text}`)
        assert.doesNotMatch(why, /[.!?] [A-ZÄÖÜ]/, 'one sentence')
      }
    })

    it(`have titles of their own, ${language}`, () =>
      assert.equal(new Set(exercises.map((exercise) => exercise[language].title)).size, exercises.length))

    it(`have no finding as company-wide text, ${language}`, function () {
      this.timeout(60_000)
      assert.deepEqual(findingsIn(textsIn(exercises.map((exercise) => exercise[language])), language), [])
    })
  }

  it('address nobody in German, so that they serve with Du and with Sie', () =>
    assert.deepEqual(
      textsIn(exercises.map(({ de }) => de)).filter((text) =>
        /\b(?:euch|eure\w*|du|dich|dir|deine?\w*|ihr (?:seid|habt|könnt|sollt|wollt|müsst))\b|\b(?:Ihnen|Ihr(?:e\w*)?)\b|(?<!^|[.:!?] )\bSie\b/.test(
          text,
        ),
      ),
      [],
    ))

  it('are said otherwise than in the guidance: no word of measuring or ranking', () =>
    assert.deepEqual(
      textsIn(exercises).filter((text) =>
        /\b(?:Rangliste|Punktzahl|Gewinner|Verlierer|ranking|score|loser|winner|der Schlechteste|worst)\b/i.test(
          text,
        ),
      ),
      [],
    ))
})

describe('the exercise of the week', () => {
  it('is the same for the same', () => assert.equal(chosen({ silo: 3 }).id, chosen({ silo: 3 }).id))

  for (const label of LABELS.filter((label) => !isGood(label)))
    for (const band of [2, 3] as const)
      it(`helps with ${label} at ${band}`, () => assert.ok(chosen({ [label]: band }).labels.includes(label)))

  it('fits the label with the highest band', () => {
    for (let week = 0; week < 20; week++)
      assert.ok(chosen({ jargon: 2, silo: 3, care: 3 }, [], week).labels.includes('silo'))
  })

  it('takes turns among equals, and does not mind the order of the figures', () => {
    const labels = new Set(
      Array.from({ length: 8 }, (_, week) => chosen({ convoluted: 2, 'customer-disrespect': 2 }, [], week))
        .flatMap(({ labels }) => labels)
        .filter((label) => label === 'convoluted' || label === 'customer-disrespect'),
    )
    assert.equal(labels.size, 2)
    assert.equal(chosen({ silo: 2, jargon: 2 }, [], 3).id, chosen({ jargon: 2, silo: 2 }, [], 3).id)
  })

  for (const [name, bands] of [
    ['nothing is shown', null],
    ['nothing is high', { jargon: 1, blame: 0 }],
    ['only good signs are high', { care: 3, ownership: 3 }],
  ] as const)
    it(`strengthens a good sign where ${name}`, () => {
      for (let week = 0; week < 10; week++) assert.ok(chosen(bands, [], week).labels.some(isGood))
    })

  it('is the same for figures of which nothing is shown as for none', () =>
    assert.equal(chosen({}).id, chosen(null).id))

  for (const bands of [null, { impression: 3 }, { anglicism: 3, jargon: 2 }] as const)
    it(`does not come again within eight weeks: ${JSON.stringify(bands)}`, () => {
      const past: string[] = []
      for (let week = 0; week < 60; week++) {
        const { id } = chosen(bands, past.slice(-8), week)
        assert.ok(!past.slice(-8).includes(id), id)
        past.push(id)
      }
    })

  it('takes the next label when one has no exercise left', () => {
    const past = exercises.filter(({ labels }) => labels.includes('impression')).map(({ id }) => id)
    assert.ok(chosen({ impression: 3, silo: 2 }, past).labels.includes('silo'))
  })

  it('exists even when all have been suggested', () => assert.ok(chosen({ silo: 3 }, IDS)))
})
