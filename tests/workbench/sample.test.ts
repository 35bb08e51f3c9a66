import assert from 'node:assert/strict'
import { lexiconSources, SHIPPED } from '../../src/lexicon/load.js'
import { AUDIENCES, LABELS } from '../../src/lexicon/schema.js'
import { type SampleSentence, sample } from '../../src/workbench/sample.js'
import { shippedAnalyzer } from '../helpers/lexicons.js'

const count = (test: (sentence: SampleSentence) => boolean): number => sample().filter(test).length
const found = ({ text, language, audience }: SampleSentence) =>
  shippedAnalyzer().analyze({ text, language, audience }).labels

describe('the sentences that come with Klartext', function () {
  this.timeout(60_000)

  it('are 400, of these 240 harmless, 260 German and 140 English', () => {
    assert.equal(sample().length, 400)
    assert.equal(
      count(({ labels }) => labels.length === 0),
      240,
    )
    assert.equal(
      count(({ language }) => language === 'de'),
      260,
    )
    assert.equal(
      count(({ language }) => language === 'en'),
      140,
    )
  })

  it('are all different and no longer than a short message', () => {
    assert.equal(new Set(sample().map(({ text }) => text)).size, 400)
    assert.deepEqual(
      sample().filter(({ text }) => text.trim() !== text || text.length < 10 || text.length > 300),
      [],
    )
  })

  it('have the four fields and nothing else', () => {
    for (const sentence of sample()) {
      assert.deepEqual(Object.keys(sentence), ['text', 'language', 'audience', 'labels'])
      assert.ok(AUDIENCES.includes(sentence.audience), sentence.text)
      assert.deepEqual(
        sentence.labels.filter((label) => !LABELS.includes(label)),
        [],
      )
    }
  })

  for (const label of LABELS)
    it(`hold eight or more of ${label}`, () =>
      assert.ok(count(({ labels }) => labels[0] === label) >= 8, label))

  for (const audience of AUDIENCES)
    it(`hold thirty or more harmless ones for the audience ${audience}`, () =>
      assert.ok(count((sentence) => sentence.audience === audience && sentence.labels.length === 0) >= 30))

  it('hold nothing that we find in a harmless one', () => {
    const hit = sample().filter((sentence) => sentence.labels.length === 0 && found(sentence).length > 0)
    assert.deepEqual(hit, [])
  })

  it('are found with their first label at least', () => {
    const missed = sample().filter(
      (sentence) => sentence.labels.length > 0 && !found(sentence).includes(sentence.labels[0]),
    )
    assert.deepEqual(missed, [])
  })

  it('are read once', () => assert.equal(sample(), sample()))

  it('are no lexicon, nor is the list of reserved terms', () => {
    const names = [...lexiconSources(SHIPPED).keys()].filter((name) => /sample|reserved/.test(name))
    assert.deepEqual(names, [])
  })
})
