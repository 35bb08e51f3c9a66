/**
 * Speed and memory of the analyzer on chat-like messages, beside the floor: one charCode scan, one toLowerCase and
 * one Map.get per token with 10,000 entries. Usage: node --import tsx bench/analyzer.ts [FILE.jsonl …]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer } from '../src/analyzer/analyzer.js'
import { loadLexicons } from '../src/lexicon/load.js'
import { packageRoot } from '../src/package-root.js'
import type { Message } from '../src/types.js'

const MESSAGES = 20_000
const ROUNDS = 5

const files = process.argv.slice(2)
const sources =
  files.length > 0
    ? files
    : ['messages', 'everyday', 'second'].map((name) => join(packageRoot, 'tests/blind', `${name}.jsonl`))
const items = sources
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map(
    (line) =>
      JSON.parse(line) as { text: string; platform?: 'slack' | 'teams'; audience?: Message['audience'] },
  )

// Messages that were not seen before in this process: the sources over and over, each with a running number.
const messages = Array.from({ length: MESSAGES }, (_, i): Message => {
  const { text, platform, audience } = items[i % items.length]
  return { text: `${text} ${i}`, markup: platform ?? 'plain', audience }
})
const lengths = messages.map(({ text }) => text.length).sort((a, b) => a - b)

const before = process.memoryUsage().rss
const started = performance.now()
const analyzer = createAnalyzer(loadLexicons())
const ready = performance.now() - started
analyzer.analyze({ text: 'Wir challengen das Alignment.' })
const first = performance.now() - started
const grown = process.memoryUsage().rss - before

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

/** Messages per second of this thread's CPU time, median of the rounds. */
function rate(work: (message: Message) => unknown): number {
  const rates = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    for (const message of messages) work(message)
    const { user, system } = process.cpuUsage(start)
    return (MESSAGES / (user + system)) * 1e6
  })
  return rates.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
}

const floorRate = rate(floor)
const analyzerRate = rate((message) => analyzer.analyze(message))
const single = messages
  .map((message) => {
    const start = performance.now()
    analyzer.analyze(message)
    return performance.now() - start
  })
  .sort((a, b) => a - b)
const quantile = (share: number) => single[Math.floor(single.length * share)]

console.table({
  messages: { value: MESSAGES, unit: `median ${lengths[MESSAGES / 2]} characters` },
  'start-up': { value: Math.round(ready), unit: 'ms to a ready analyzer' },
  'first answer': { value: Math.round(first), unit: 'ms after start' },
  memory: { value: Math.round(grown / 1e6), unit: 'MB over the process before' },
  floor: { value: Math.round(floorRate), unit: 'messages/s' },
  analyzer: { value: Math.round(analyzerRate), unit: 'messages/s' },
  ratio: { value: Number((floorRate / analyzerRate).toFixed(1)), unit: 'x floor' },
  p50: { value: Number(quantile(0.5).toFixed(3)), unit: 'ms' },
  p99: { value: Number(quantile(0.99).toFixed(3)), unit: 'ms' },
})
