import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DEFAULT_SETTINGS } from '../src/coaching/settings.js'
import { createCore } from '../src/core.js'
import { loadLexicons } from '../src/lexicon/load.js'
import { createTuningCompiler } from '../src/lexicon/tuning/compiler.js'
import { createSettingsOf } from '../src/settings-of.js'
import { openStore } from '../src/store/index.js'
import { createLiveLexicon } from '../src/tuning/live-lexicon.js'
import { createScopesOf } from '../src/tuning/scopes-of.js'
import type { OwnEntry, TuningStep } from '../src/types.js'
import { createWorkbench } from '../src/workbench/create-workbench.js'
import { loadReserved } from '../src/workbench/load-reserved.js'
import { sample } from '../src/workbench/sample.js'

/**
 * A lexicon of 100,000 own entries: how long a search takes, how long publishing does, and whether messages are held up
 * meanwhile. `node --import tsx bench/workbench.ts [entries]`, after `npm run build`.
 */

const ENTRIES = Number(process.argv[2] ?? 100_000)
const PER_SECOND = 50
const SEARCHES = [
  'vorgang',
  'gecancelt',
  'eigen-4711',
  'a',
  'stakeholder',
  'xqzj',
  'prinzip',
  'Schleife',
  '',
  'be',
]
const LETTERS = 'bdfgklmnprst'
const VOWELS = 'aeiou'

let seed = 4711
const dice = (sides: number) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % sides

/** A word that nobody has, of five syllables. */
const word = () =>
  Array.from({ length: 5 }, () => LETTERS[dice(LETTERS.length)]! + VOWELS[dice(VOWELS.length)]!).join('')

function entry(number: number): TuningStep {
  const made = word()
  const kinds: readonly Partial<OwnEntry>[] = [
    { noun: made[0]!.toUpperCase() + made.slice(1) },
    { verb: `${made}n` },
    { adjective: made },
    { word: `${made} ${word()}` },
  ]
  const value: OwnEntry = {
    label: number % 2 === 0 ? 'jargon' : 'anglicism',
    language: 'de',
    why: 'Außerhalb der Abteilung kennt das niemand.',
    instead: ['etwas, das alle verstehen'],
    ...kinds[number % kinds.length],
  }
  return { scope: 'company', kind: 'entry', name: `eigen-${number}-${made}`, value, base: 0 }
}

const how = () => ({
  at: new Date(),
  author: 'aaaaaaaaaaaa',
  approver: null,
  reason: 'Messung',
  backTo: null,
})
const ms = (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!
const spread = (times: readonly number[]) =>
  `p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}, p99 ${ms(percentile(times, 0.99))}, max ${ms(Math.max(...times))}`
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const result = await work()
  console.log(`${what}: ${ms(performance.now() - begin)}`)
  return result
}

const folder = mkdtempSync(join(tmpdir(), 'klartext-bench-'))
const store = await openStore({ dataDir: folder })
const compiler = createTuningCompiler()
const log = { warn: console.warn } as never
const clock = () => new Date()
const lexicon = createLiveLexicon({ lexicons: loadLexicons(), store, compiler, log, every: 1e9 })
const workbench = createWorkbench({ lexicon, compiler, store, reserved: loadReserved().reserved, clock })
const settingsOf = createSettingsOf(store, new Map())
const core = createCore(
  {
    ...{ store, lexicon, settingsOf, clock, timeZone: 'Europe/Berlin', settleSeconds: () => 30 },
    scopesOf: createScopesOf(store, lexicon, clock, 'Europe/Berlin'),
  },
  { wake() {}, forget: async () => undefined, remove() {} },
)
const author = { platform: 'slack', tenant: 'T1', user: 'U1' } as const
await core.change(author, { ...DEFAULT_SETTINGS, optedIn: true })

let sent = 0
const sentences = sample().map(({ text }) => text)
/** Messages at a steady rate until the work is done; how long each took from when it was due. */
async function beside<T>(what: string, work: () => Promise<T>): Promise<T> {
  const times: number[] = []
  const waiting: Promise<void>[] = []
  let done = false
  const began = performance.now()
  const stream = (async () => {
    for (let due = began; !done; due += 1000 / PER_SECOND) {
      await setTimeout(Math.max(0, due - performance.now()))
      sent += 1
      const message = { text: sentences[sent % sentences.length]!, audience: 'team' as const }
      const address = { platform: 'slack', tenant: 'T1', channel: 'C1', message: `m${sent}` } as const
      waiting.push(
        core.handle({ author, address, revision: '1', message }).then(() => {
          times.push(performance.now() - due)
        }),
      )
    }
  })()
  const result = await work()
  const took = performance.now() - began
  done = true
  await stream
  await Promise.all(waiting)
  console.log(`${what}: ${ms(took)}; ${times.length} messages meanwhile: ${spread(times)}`)
  return result
}

const publish = async (steps: readonly TuningStep[]) => {
  const faults = await workbench.check(steps)
  if (faults.length > 0) throw new Error(JSON.stringify(faults[0]))
  const published = await store.tuning.publish(steps, how())
  if (!('version' in published)) throw new Error('conflict')
  await lexicon.refresh()
}

try {
  await lexicon.start()
  await beside('nothing else for 5 s', () => setTimeout(5000))
  const all = Array.from({ length: ENTRIES }, (_, number) => entry(number))
  await timed(`storing ${ENTRIES} entries, 5,000 at a time`, async () => {
    for (let from = 0; from < all.length; from += 5000)
      await store.tuning.publish(all.slice(from, from + 5000), how())
  })
  await beside(`reading ${ENTRIES} entries as another instance does`, () => lexicon.refresh())
  workbench.search({ text: 'warm', page: 1 })
  const times = Array.from({ length: 200 }, (_, at) => {
    const begin = performance.now()
    workbench.search({ text: SEARCHES[at % SEARCHES.length]!, page: 1 + (at % 3) })
    return performance.now() - begin
  })
  console.log(`200 searches: ${spread(times)}`)
  await beside('checking and publishing one entry', () => publish([entry(ENTRIES + 1)]))
  await beside('the first search after it', async () => workbench.search({ text: 'vorgang', page: 1 }))
  await beside('checking and publishing 500 entries', () =>
    publish(Array.from({ length: 500 }, (_, at) => entry(ENTRIES + 10 + at))),
  )
  await beside('previewing one entry', () => workbench.preview([entry(ENTRIES + 5)]))
  await beside('checking and publishing 5,000 entries', () =>
    publish(Array.from({ length: 5000 }, (_, at) => entry(ENTRIES + 1000 + at))),
  )
  await beside('compiling all of them together afterwards', () => compiler.tryOut([]))
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MiB`)
} finally {
  await lexicon.stop()
  await compiler.stop()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}
