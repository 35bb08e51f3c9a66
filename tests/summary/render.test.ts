import assert from 'node:assert/strict'
import { summaryBlocks } from '../../adapters/slack/render/summary.js'
import { LARGEST, sizeOf } from '../../adapters/teams/render/card.js'
import { summaryCard } from '../../adapters/teams/render/summary.js'
import { chartOf } from '../../src/summary/render/chart.js'
import { csvOf } from '../../src/summary/render/csv.js'
import { mailOf } from '../../src/summary/render/mail.js'
import { pageOf } from '../../src/summary/render/page.js'
import { palettes } from '../../src/summary/render/palette.js'
import { plainOf } from '../../src/summary/render/plain.js'
import { pngOf } from '../../src/summary/render/png.js'
import { summaryWords } from '../../src/summary/wording/index.js'
import type { SummaryText } from '../../src/types.js'
import { cardFaults } from '../helpers/cardFaults.js'
import { contrast } from './render-contrast.js'
import { SUMMARIES, TEAM, textOf, texts } from './render-samples.js'

const HOSTILE = '=HYPERLINK("x")<b>&*_~`<!channel> [a](https://x)'
const hostile = textOf({ ...SUMMARIES.usual!, unit: { ...TEAM, name: HOSTILE } })

/** Every output, as one string each. */
const OUTPUTS: Readonly<Record<string, (text: SummaryText) => string>> = {
  plain: plainOf,
  mail: (text) => mailOf(text).html,
  subject: (text) => mailOf(text).subject,
  page: pageOf,
  chart: (text) => chartOf(text, 'light') ?? '',
  csv: (text) => csvOf([text], summaryWords(text.language, 'du')),
  slack: (text) => JSON.stringify(summaryBlocks(text)),
  teams: (text) => JSON.stringify(summaryCard(text)),
}

/** What a reader sees of markup. */
const seen = (output: string) =>
  output
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/"(?:version|\$schema|spacing|type|size|style)":"[^"]*"/g, '')

describe('what is shown of a summary', function () {
  this.timeout(60_000)

  for (const [output, of] of Object.entries(OUTPUTS)) {
    it(`has no number but dates, minutes and steps: ${output}`, () => {
      for (const [name, text] of texts) {
        const known = [text.week, text.monday, text.unit, text.of ?? '', text.exercise?.minutes ?? '']
        const rest = known.reduce((left, part) => (part ? left.replaceAll(part, '') : left), seen(of(text)))
        const numbers = rest.match(/\d+/g) ?? []
        // Steps of the exercise count from one.
        assert.deepEqual(
          numbers.filter((number) => !/^[1-4]$/.test(number)),
          [],
          name,
        )
      }
    })

    it(`has no share, no rank, nothing of who takes part: ${output}`, () => {
      for (const [name, text] of texts)
        assert.doesNotMatch(
          seen(of(text)),
          /%|\b(?:Prozent|percent|Rang|Platz \d|rank|top \d|Teilnahme\w*|Beteiligung\w*|participation|opted|best of|Schlusslicht)\b/i,
          name,
        )
    })

    it(`is the same whatever the cause that nothing is shown: ${output}`, () => {
      const none = of(textOf(SUMMARIES.nothing!))
      const empty = of({ ...textOf(SUMMARIES.empty!), of: null })
      assert.equal(none, empty)
    })

    it(`has no trace of a null or an object: ${output}`, () => {
      for (const [name, text] of texts) assert.doesNotMatch(seen(of(text)), /\bundefined\b|\[object/, name)
    })
  }

  it('has the same words in every output', () => {
    for (const [name, text] of texts)
      for (const output of ['plain', 'mail', 'page', 'slack', 'teams'])
        for (const word of [text.exercise!.title, text.about.heading, text.good.heading, text.terms.heading])
          assert.ok(
            OUTPUTS[output]!(text).includes(word.replaceAll('"', '&quot;')),
            `${output}: ${name}: ${word}`,
          )
  })
})

describe('a summary as mail', () => {
  const mail = mailOf(hostile)

  it('fetches nothing from anywhere', () => {
    for (const [, text] of texts)
      assert.doesNotMatch(mailOf(text, 'cid:chart').html, /https?:|url\(|src="(?!cid:)|<script|<link/)
  })

  it('has no picture of its own accord, and names the one that it is given', () => {
    assert.doesNotMatch(mail.html, /<img/)
    const { chart } = textOf(SUMMARIES.usual!)
    assert.ok(mailOf(textOf(SUMMARIES.usual!), 'cid:chart').html.includes(`alt="${chart}"`))
    assert.doesNotMatch(mailOf(textOf(SUMMARIES.nothing!), 'cid:chart').html, /<img/)
  })

  it('shows names as they are', () => {
    assert.ok(!mail.html.includes('<b>&*'))
    assert.ok(mail.html.includes('&lt;b>&amp;*') || mail.html.includes('&lt;b&gt;&amp;*'))
  })

  it('keeps the subject in one line', () => {
    const unit = { ...TEAM, name: 'A\r\nBcc: x@example.org' }
    assert.doesNotMatch(mailOf(textOf({ ...SUMMARIES.usual!, unit })).subject, /[\r\n]/)
  })

  it('is light and dark', () => {
    assert.match(mail.html, /<meta name="color-scheme" content="light dark"/)
    assert.match(mail.html, /prefers-color-scheme: dark/)
  })

  it('says in plain text what the bars show', () => {
    const { text } = mailOf(textOf(SUMMARIES.usual!))
    assert.match(
      text,
      /- Floskeln kamen oft vor, öfter als in der Woche davor\. Was hilft: Sagen, wer was bis wann tut\./,
    )
    assert.match(text, /- Mindset → Haltung/)
    assert.doesNotMatch(text, /\n{3}|\bnull\b/)
  })
})

describe('a summary as a chart', function () {
  this.timeout(60_000)
  const text = textOf(SUMMARIES.everything!)

  it('is a picture with a name, and without styles that a strict page would drop', () => {
    for (const theme of ['light', 'dark', 'page'] as const) {
      const svg = chartOf(text, theme)!
      assert.match(svg, /^<svg role="img" aria-label="Die Stufen in Worten\./)
      assert.doesNotMatch(svg, /style|<script|class=|https?:(?!\/\/www\.w3\.org)/)
    }
  })

  it('shows every topic and its band in words', () => {
    const svg = chartOf(text, 'light', { width: 320 })!
    for (const { name } of [...text.good.rows, ...text.topics.rows])
      assert.ok(svg.includes(`>${name}<`), name)
    for (const { often } of text.topics.rows) assert.ok(svg.includes(`>${often}`), often)
  })

  it('draws four steps for each topic, as many of them filled as its band says', () => {
    const svg = chartOf(text, 'light')!
    const filled = (color: string) => svg.split(`fill="${color}"`).length - 1
    const { good, topic, track } = palettes.light
    const steps = (rows: SummaryText['good']['rows']) => rows.reduce((sum, { band }) => sum + band + 1, 0)
    assert.equal(filled(good), steps(text.good.rows))
    assert.equal(filled(topic), steps(text.topics.rows))
    assert.equal(
      filled(track),
      (text.good.rows.length + text.topics.rows.length) * 4 - filled(good) - filled(topic),
    )
  })

  it('is none where nothing is shown', () => {
    assert.equal(chartOf(textOf(SUMMARIES.nothing!), 'light'), null)
    assert.equal(chartOf(textOf(SUMMARIES.empty!), 'light', { only: 'good' }), null)
  })

  for (const theme of ['light', 'dark'] as const) {
    const { ground, ink, quiet, good, topic } = palettes[theme]
    it(`can be read: ${theme}`, () => {
      for (const color of [ink, quiet]) assert.ok(contrast(color, ground) >= 4.5, color)
      for (const color of [good, topic]) assert.ok(contrast(color, ground) >= 3, color)
    })
  }

  it('becomes a picture twice as large, where there are fonts', () => {
    const png = pngOf(chartOf(text, 'light', { width: 320 })!)
    if (png === null) return
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')])
    assert.equal(Buffer.from(png).readUInt32BE(16), 640)
  })

  it('becomes no picture where there are none', () =>
    assert.equal(pngOf(chartOf(text, 'light')!, { loadSystemFonts: false }), null))
})

describe('summaries as a table', () => {
  const rowsOf = (csv: string) =>
    csv
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')

  it('has a row for every topic, shown or not', () => {
    const rows = rowsOf(
      csvOf([textOf(SUMMARIES.larger!), textOf(SUMMARIES.nothing!)], summaryWords('de', 'du')),
    )
    assert.equal(rows[0], '"Woche ab";"Bereich";"gilt für";"Thema";"Stufe";"Richtung"')
    assert.equal(rows.length, 1 + 14 + 14)
    assert.ok(
      rows.includes(
        '"2026-11-23";"Montage Halle 2";"Werk Nord";"Sich kümmern";"sehr oft";"öfter als in der Woche davor"',
      ),
    )
    assert.ok(
      rows.includes(
        '"2026-11-23";"Montage Halle 2";"";"Floskeln";"Dazu gibt es diese Woche nichts zu zeigen.";""',
      ),
    )
  })

  it('separates by comma in English', () =>
    assert.match(
      csvOf([textOf(SUMMARIES.usual!, 'en')], summaryWords('en', 'sie')),
      /^\ufeff"week from","unit",/,
    ))

  const NAMES: readonly [string, string][] = [
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['a "b"; c', 'a ""b""; c'],
    ['A-Team', 'A-Team'],
  ]
  for (const [name, expected] of NAMES)
    it(`writes ${JSON.stringify(name)} as ${JSON.stringify(expected)}`, () => {
      const text = textOf({ ...SUMMARIES.usual!, unit: { ...TEAM, name } })
      assert.ok(csvOf([text], summaryWords('de', 'du')).includes(`;"${expected}";`))
    })
})

describe('a summary in Slack', () => {
  it('fits', () => {
    for (const [name, text] of texts) {
      const blocks = summaryBlocks(text)
      assert.ok(blocks.length <= 50, name)
      for (const block of blocks)
        if (block.type === 'section') assert.ok(block.text!.text.length < 2900, name)
    }
  })

  it('mentions nobody and links nowhere', () =>
    assert.doesNotMatch(JSON.stringify(summaryBlocks(hostile)), /<[!@#h]/))

  it('draws four steps for each topic', () => {
    const bars = JSON.stringify(summaryBlocks(textOf(SUMMARIES.everything!))).match(/[■□]+/g)
    assert.equal(bars?.length, 13)
    assert.ok(bars.every((bar) => /^■{1,4}□{0,3}$/.test(bar) && bar.length === 4))
  })
})

describe('a summary in Teams', () => {
  for (const [name, text] of [...texts, ['hostile', hostile] as const])
    it(`is a valid card: ${name}`, () => {
      const card = summaryCard(text)
      assert.deepEqual(cardFaults(card), [])
      assert.ok(sizeOf(card) <= LARGEST)
    })

  it('has names where no markdown is read', () => {
    const blocks = JSON.stringify(summaryCard(hostile)).match(/\{"type":"TextBlock"[^}]*\}/g) ?? []
    assert.ok(blocks.length > 0)
    assert.ok(blocks.every((block) => !block.includes('HYPERLINK')))
  })
})
