/**
 * Speed, start-up and memory of the built analyzer on chat-like messages, beside the floor (one charCode scan, one
 * toLowerCase, one Map.get per token with 10,000 entries), beside itself with 100,000 patterns, and beside other tools
 * where `npm --prefix bench install` ran. One message in twenty deserves a hint. Usage: npm run build, then node --import tsx bench/analyzer.ts [FILE.jsonl …]
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../src/lexicon/lexicon.js'
import { packageRoot } from '../src/package-root.js'
import type { Message } from '../src/types.js'
import { loadPeers } from './peers.js'
import { quantiles, timeInTurns } from './timing.js'

const MESSAGES = 20_000
const ROUNDS = 5
const GROWN = 100_000

// As it is shipped: tsx would leave its marks in the code.
const built = (file: string) => import(pathToFileURL(join(packageRoot, 'dist/src', file)).href)
const { createAnalyzer } = (await built(
  'analyzer/analyzer.js',
)) as typeof import('../src/analyzer/analyzer.js')
const { loadLexicons, lexiconSources, SHIPPED } = (await built(
  'lexicon/load.js',
)) as typeof import('../src/lexicon/load.js')
const { parseLexicons } = (await built('lexicon/parse.js')) as typeof import('../src/lexicon/parse.js')

interface Item {
  readonly text: string
  readonly platform?: 'slack' | 'teams'
  readonly audience?: Message['audience']
  readonly labels?: readonly string[]
}

const blind = join(packageRoot, 'tests/blind')
const files =
  process.argv.length > 2 ? process.argv.slice(2) : readdirSync(blind).map((name) => join(blind, name))
const read = files
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Item)
// As in a chat: most messages deserve no hint, one in twenty does.
const plain = read.filter(({ labels = [] }) => labels.length === 0)
const telling = read.filter(({ labels = [] }) => labels.length > 0)
const items = [...plain, ...telling.slice(0, Math.ceil(plain.length / 19))]
// The sources over and over, each with a running number.
const messages = Array.from({ length: MESSAGES }, (_, i): Message => {
  const { text, platform, audience } = items[i % items.length]
  return { text: `${text} ${i}`, markup: platform ?? 'plain', audience }
})
const lengths = messages.map(({ text }) => text.length).sort((a, b) => a - b)

const table = new Map(Array.from({ length: 10_000 }, (_, i) => [i.toString(36), i]))
function floor({ text }: Message): number {
  const lower = text.toLowerCase()
  let found = 0
  let from = -1
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32
    const letter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127
    if (letter && from < 0) from = at
    else if (!letter && from >= 0) {
      if (table.has(lower.slice(from, at))) found++
      from = -1
    }
  }
  return found
}

// Phrases of two to four words that people use, as an office might add them by the thousand.
function grown() {
  const lexicons = parseLexicons(lexiconSources(SHIPPED))
  const today = lexicons.rules.reduce((sum, { patterns }) => sum + patterns.length, 0)
  const words = [...lexicons.frequency.de.entries()].filter(([, zipf]) => zipf < 5).map(([word]) => word)
  const [model] = lexicons.rules.filter(({ language, unless }) => language === 'de' && unless.length === 0)
  let state = 7
  const random = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const added = Array.from({ length: GROWN - today }, (_, i): Rule => {
    const items = Array.from({ length: 2 + random(3) }, () => ({
      is: 'word' as const,
      key: words[random(words.length)],
    }))
    return { ...model, id: `grown-${i}`, patterns: [{ is: 'sequence', items }] }
  })
  return { today, lexicons: { ...lexicons, rules: [...lexicons.rules, ...added] } }
}

// A process of its own, so that nothing is loaded or warm before.
function fresh(): { start: number; first: number; memory: number } {
  const entry = JSON.stringify(pathToFileURL(join(packageRoot, 'dist/src/index.js')).href)
  const program = `
    const rss = process.memoryUsage().rss
    const { createAnalyzer, loadLexicons } = await import(${entry})
    const begun = performance.now()
    const analyzer = createAnalyzer(loadLexicons())
    const start = performance.now() - begun
    analyzer.analyze({ text: 'Wir challengen das Alignment.' })
    const first = performance.now() - begun - start
    globalThis.gc()
    // Node gives the memory back on another thread.
    await new Promise((resolve) => setTimeout(resolve, 200))
    console.log(JSON.stringify({ start, first, memory: (process.memoryUsage().rss - rss) / 1e6 }))`
  const runs = Array.from(
    { length: 5 },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], {
          encoding: 'utf8',
        }),
      ) as { start: number; first: number; memory: number },
  )
  return runs.sort((a, b) => a.start - b.start)[2]
}

const { start, first, memory } = fresh()
const analyzer = createAnalyzer(loadLexicons())
const asShipped = { name: 'analyzer', do: (message: Message) => analyzer.analyze(message) }
const [lowest, ours] = timeInTurns<Message>([{ name: 'floor', do: floor }, asShipped], messages, ROUNDS)
const [p50, p99] = quantiles((message: Message) => analyzer.analyze(message), messages, [0.5, 0.99])
const { today, lexicons } = grown()
const larger = createAnalyzer(lexicons)
const withMany = { name: `with ${GROWN} patterns`, do: (message: Message) => larger.analyze(message) }
const [, withMore] = timeInTurns<Message>([asShipped, withMany], messages, ROUNDS)
console.table({
  messages: { value: MESSAGES, unit: `median ${lengths[MESSAGES / 2]} characters` },
  'start-up': { value: Math.round(start), unit: 'ms to a ready analyzer, median of 5 fresh processes' },
  'first answer': { value: Math.round(first), unit: 'ms more' },
  memory: { value: Math.round(memory), unit: 'MB over an empty process' },
  floor: { value: Math.round(lowest.rate), unit: 'messages/s' },
  analyzer: { value: Math.round(ours.rate), unit: 'messages/s' },
  ratio: { value: Number(ours.ratio.toFixed(1)), unit: 'x floor, in turns' },
  'ratio, grown': {
    value: Number(withMore.ratio.toFixed(2)),
    unit: `x as slow with ${GROWN} patterns as with today's ${today}`,
  },
  p50: { value: Number(p50.toFixed(3)), unit: 'ms' },
  p99: { value: Number(p99.toFixed(3)), unit: 'ms' },
})

const peers = await loadPeers()
if (peers.length === 0) console.log('Other tools: not installed (npm --prefix bench install).')
else {
  const sample = messages.slice(0, 1_000)
  const rows = timeInTurns<Message>(
    [
      { name: 'floor', do: floor },
      { name: 'klartext', do: (message) => analyzer.analyze(message) },
      ...peers.map(({ name, read }) => ({ name, do: ({ text }: Message) => read(text) })),
    ],
    sample,
    1,
  )
  console.table(
    Object.fromEntries(
      rows.map(({ name, rate, ratio }) => [
        name,
        { 'messages/s': Math.round(rate), 'x floor': Number(ratio.toFixed(1)) },
      ]),
    ),
  )
}
