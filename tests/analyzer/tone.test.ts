import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Analyzer, createAnalyzer } from '../../src/analyzer/analyzer.js'
import { Forms } from '../../src/analyzer/forms.js'
import { tokenize } from '../../src/analyzer/tokenize.js'
import { TONE_LABELS, toneBit } from '../../src/analyzer/tone/labels.js'
import { createTone, toneFeatures } from '../../src/analyzer/tone/tone.js'
import { compileTone } from '../../src/analyzer/tone/weights.js'
import { UNTUNED } from '../../src/analyzer/tuning.js'
import { UserError } from '../../src/errors.js'
import { parseLexicons } from '../../src/lexicon/parse.js'
import { packageRoot } from '../../src/package-root.js'
import type { Label, Language } from '../../src/types.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'

const LISTED = ['# feature', ...TONE_LABELS].join('\t')
const row = (feature: string, weights: Partial<Record<Label, number>>) =>
  [feature, ...TONE_LABELS.map((label) => weights[label] ?? 0)].join('\t')

/** Sentences that no wording finds and that sound like a justification; and the same matter without. */
const CASES: readonly [language: Language, speaks: string, silent: string][] = [
  [
    'de',
    'ich hab die liste ja fast fertig gehabt, aber dann kam das mit der tür dazwischen und dann war schon feierabend',
    'Die Liste ist fast fertig, ihr bekommt sie morgen bis zehn.',
  ],
  [
    'en',
    'I only left the gate open for two minutes, and I was right there the whole time, honestly',
    'The gate was open for two minutes. I’ll put a spring on it today.',
  ],
]

describe('the tone of a message', function () {
  this.timeout(60_000)
  for (const [language, speaks, silent] of CASES) {
    it(`speaks where no wording does, ${language}`, () => {
      const { labels, findings } = shippedAnalyzer().analyze({ text: speaks })
      assert.deepEqual(labels, ['justification'])
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        [`justification-${language}-tone`],
      )
      const [{ start, end, instead }] = findings
      assert.ok(start === 0 && end === speaks.length && instead.length > 0)
      assert.deepEqual(shippedAnalyzer().analyze({ text: silent }).labels, [])
    })
    it(`is not heard where its rule is not counted, ${language}`, () => {
      const teamTerms = new Set([`justification-${language}-tone`])
      assert.deepEqual(shippedAnalyzer().analyze({ text: speaks, teamTerms }).labels, [])
    })
  }

  it('points at the sentence that sounds most like it', () => {
    const before = 'Guten Morgen zusammen, die neuen Kisten stehen in Halle zwei.'
    const text = `${before} ${CASES[0]![1]}`
    const { tokens, loudest } = toneOf(text)
    assert.equal(tokens[loudest.from]!.start, before.length + 1)
  })

  it('takes wordings back that a message does not sound like: fewer of the harmless ones are flagged', () => {
    const wordings = createAnalyzer({ ...shippedLexicons(), tone: { de: null, en: null } })
    const texts = ['border-de', 'harmless-de', 'eighth']
      .flatMap((name) => readFileSync(join(packageRoot, `tests/blind/${name}.jsonl`), 'utf8').split('\n'))
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ labels }) => labels.length === 0)
      .map(({ text, platform }) => ({ text, markup: platform }))
    const flagged = (analyzer: Analyzer) =>
      texts.filter((message) => analyzer.analyze(message).labels.length > 0).length
    assert.ok(flagged(shippedAnalyzer()) < flagged(wordings))
  })

  it('looks for nothing under a label that a message does not sound like', () => {
    const wordings = createAnalyzer({ ...shippedLexicons(), tone: { de: null, en: null } })
    const { weights, ...rest } = shippedLexicons().tone.de!
    // As if every message were silent, or none.
    const below = (silent: number) => {
      const tone = { ...rest, weights, silent: rest.silent.map(() => silent) }
      return createAnalyzer({ ...shippedLexicons(), tone: { de: tone, en: null } })
    }
    const text =
      'Der Vertrieb hat mal wieder vergessen, uns die Liste zu schicken. Wir haben unseren Teil erledigt.'
    const labelsOf = (analyzer: Analyzer) => analyzer.analyze({ text }).labels
    assert.deepEqual([wordings, below(-30_000), below(30_000)].map(labelsOf), [['blame'], ['blame'], []])
    // A short message is its wording.
    const short = 'Wer hat hier wieder geschlampt?'
    assert.deepEqual(below(30_000).analyze({ text: short }).labels, ['blame'])
    // What a company asks for itself is looked for all the same.
    const wanted = { ...UNTUNED, thresholds: new Map([['blame', 0.5]]) }
    assert.deepEqual(labelsOf(below(30_000).tuned(wanted)), ['blame'])
    assert.ok(below(30_000).hits({ text }).length > 0)
  })

  it('drowns no sentence in what else a message says, and sentences are silent one by one', () => {
    const said = 'Der Vertrieb hat mal wieder vergessen, uns die Liste zu schicken.'
    const besides = 'Wir treffen uns morgen um 9 Uhr im Besprechungsraum und gehen die Liste durch.'
    assert.deepEqual(shippedAnalyzer().analyze({ text: `${said} ${besides}` }).labels, ['blame'])
    const { tone } = toneOf(`${said} ${besides}`)
    const blame = toneBit('blame')
    assert.deepEqual(
      [...tone.silent!.subarray(0, 2)].map((silent) => (silent & blame) !== 0),
      [false, true],
    )
  })

  it('is the sum of what the words weigh, over the root of their number', () => {
    const { features, weights, bias } = shippedLexicons().tone.de!
    const index = new Map(features.split('\n').map((feature, i) => [feature, i]))
    for (const text of [
      CASES[0]![1],
      'Ja, aber wer hat denn das bestellt? @Jana, 3 Kisten fehlen!',
      // More than fits into one sum: the words that weigh most for a label and least for the next.
      Array.from({ length: 75 }, () => 'die danke').join(' '),
      Array.from({ length: 150 }, () => 'die').join(' '),
    ]) {
      const { tone, tokens, sentences } = toneOf(text)
      const features = sentences.flatMap((sentence) => toneFeatures(tokens, sentence))
      const known = features.flatMap((feature) => index.get(feature) ?? [])
      for (const [l, label] of TONE_LABELS.entries()) {
        const sum = known.reduce((all, i) => all + weights[TONE_LABELS.length * i + l]!, 0)
        const expected = (bias[l]! + sum / Math.sqrt(known.length + 1)) / 100
        assert.ok(Math.abs(tone.of(label) - expected) < 1e-9, `${label}: ${tone.of(label)}, ${expected}`)
      }
    }
  })

  it('tells nothing of a few words, of a document, and where there are no weights', () => {
    assert.equal(toneOf('Ich wollte ja').tone.of('justification'), 0)
    assert.equal(
      toneOf('Ich wollte das ja noch machen, aber dann kam was dazwischen. '.repeat(30)).tone.of(
        'justification',
      ),
      0,
    )
    assert.equal(createTone({ de: null, en: null })(readingOf(CASES[0]![1])).of('justification'), 0)
  })

  it('hears neither what is quoted nor labels without a tone', () => {
    const said = 'Ich wollte das ja noch machen, aber dann kam die Inventur dazwischen.'
    const { tokens, sentences } = readingOf(`Er sagt: „${said}“`)
    assert.deepEqual(
      toneFeatures(tokens, sentences[0]!).filter((feature) => feature.includes('inventur')),
      [],
    )
    assert.equal(toneOf(said).tone.of('jargon'), 0)
  })

  it('is read from a file, and a broken one says where', () => {
    const read = (source: string) => parseLexicons(new Map([['lexicons/tone/de.tsv', source]])).tone.de
    const head = [LISTED, row('# without a word', { blame: -100 }), row('# silent below', { blame: -250 })]
    const source = [...head, row('ja , aber', { blame: 250, care: -3 })].join('\n')
    assert.deepEqual(read(source)?.features, 'ja , aber')
    assert.deepEqual([read(source)?.bias[0], read(source)?.silent[0]], [-100, -250])
    assert.deepEqual(
      [...read(source)!.weights],
      TONE_LABELS.map((label) => ({ blame: 250, care: -3 })[label as 'blame'] ?? 0),
    )
    for (const [broken, where] of [
      ['# feature\tblame', 'lexicons/tone/de.tsv:1:1'],
      [[...head, 'ja\t1\t2'].join('\n'), 'lexicons/tone/de.tsv:4:1'],
      [[...head, row('ja', {}).replace('0', 'x')].join('\n'), 'lexicons/tone/de.tsv:4:1'],
    ] as const)
      assert.throws(
        () => read(broken),
        (error: unknown) => error instanceof UserError && error.where === where,
      )
  })
})

function readingOf(text: string) {
  const pieces = tokenize(text, new Forms(shippedLexicons().frequency))
  const clauses = pieces.clauses.map((clause) => ({ ...clause, language: 'de' as const }))
  const { tokens, sentences } = pieces
  return {
    tokens,
    sentences,
    clauses,
    prose: text,
    language: 'de' as const,
    audience: 'team' as const,
    reply: null,
    teamTerms: new Set<string>(),
    view: null as never,
  }
}

function toneOf(text: string) {
  const reading = readingOf(text)
  const tone = createTone({ de: compileTone(shippedLexicons().tone.de!), en: null })(reading)
  return { ...reading, tone, loudest: tone.loudest('justification') }
}
