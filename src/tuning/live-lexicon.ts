import type { Logger } from 'pino'
import { type Analyzer, createAnalyzer } from '../analyzer/analyzer.js'
import type { CompiledLexicons } from '../analyzer/compiled.js'
import { UNTUNED } from '../analyzer/tuning.js'
import type { Compiled, TuningCompiler } from '../lexicon/tuning/compiler.js'
import type { KeptTuningItem, Store, TuningDifference, TuningKey } from '../types.js'
import { type Base, readAllowed, type Tuned, tunedFrom } from './tuned.js'

export type { Tuned } from './tuned.js'

/** Follows what is published, by whichever instance. */
export interface LiveLexicon {
  /** What comes with Klartext. */
  readonly base: Base
  current(): Tuned
  /** Looks for a new version now and resolves once it is in force here. */
  refresh(): Promise<void>
  /** Puts the version of now in force, then looks for new ones. */
  start(): Promise<void>
  stop(): Promise<void>
}

interface Parts {
  readonly lexicons: CompiledLexicons
  readonly store: { readonly tuning: Pick<Store['tuning'], 'version' | 'items' | 'differences'> }
  readonly log: Pick<Logger, 'warn'>
  /** Milliseconds between two looks at the store; default 3000. */
  readonly every?: number
  readonly compiler: Pick<TuningCompiler, 'load' | 'change' | 'merge'>
}

/** Items read at once. */
const PAGE = 1000
/** Where more than this has changed, all is read again. */
const MOST_CHANGES = 10_000
/** Versions that are followed one by one. */
const MOST_VERSIONS = 20

/** Makes the lexicon that messages are read by: what comes with Klartext, and what the company has set about it. */
export function createLiveLexicon({
  lexicons,
  store: { tuning: store },
  log,
  every = 3000,
  compiler,
}: Parts): LiveLexicon {
  const base: Base = {
    analyzer: createAnalyzer(lexicons),
    entries: lexicons.entries,
    version: lexicons.version,
  }
  let tuned = tunedFrom(base, UNTUNED, 0)
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()

  const enforce = ({ tuning, faults }: Compiled, version: number): void => {
    tuned = tunedFrom(base, tuning, version)
    for (const id of faults) log.warn({ id }, 'an entry of the company could not be compiled and is left out')
  }

  async function* pages(version: number): AsyncGenerator<readonly KeptTuningItem[]> {
    let after: TuningKey | null = null
    for (;;) {
      const page: readonly KeptTuningItem[] = await store.items(version, after, PAGE)
      if (page.length > 0) yield page
      if (page.length < PAGE) return
      after = page.at(-1)!
    }
  }
  /** All that changed between two versions; null where it is too much to follow. */
  const changesBetween = async (from: number, to: number): Promise<TuningDifference[] | null> => {
    if (from === 0 || from > to || to - from > MOST_VERSIONS) return null
    const changes: TuningDifference[] = []
    for (let version = from + 1; version <= to; version++) {
      const differences = await store.differences(version, MOST_CHANGES + 1)
      // None at all: a version that is no longer kept.
      if (differences.length === 0 || differences.length > MOST_CHANGES) return null
      changes.push(...differences)
    }
    return changes
  }
  const follow = async (): Promise<void> => {
    const version = await store.version()
    if (version === tuned.tuning) return
    const changes = await changesBetween(tuned.tuning, version)
    const compiled = (changes && (await compiler.change(changes))) ?? (await compiler.load(pages(version)))
    await readAllowed(compiled.tuning, base)
    enforce(compiled, version)
    // In force already; this only makes the next reading quicker.
    compiler
      .merge()
      .then(async (merged) => {
        if (!merged) return
        await readAllowed(merged.tuning, base)
        if (tuned.tuning === version) enforce(merged, version)
      })
      .catch(() => undefined)
  }
  const refresh = (): Promise<void> => {
    const turn = last.then(follow)
    last = turn.catch(() => undefined)
    return turn
  }

  const look = () => {
    timer = setTimeout(async () => {
      await refresh().catch(() => log.warn({}, 'the lexicon of the company could not be read; trying again'))
      if (timer) look()
    }, every).unref()
  }
  return {
    base,
    current: () => tuned,
    refresh,
    async start() {
      await refresh()
      look()
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await last
    },
  }
}

/** A lexicon about which nobody sets anything. */
export function untunedLexicon(
  base: { analyzer: Analyzer } & Omit<Base, 'analyzer'>,
): Pick<LiveLexicon, 'current'> {
  const tuned = tunedFrom(base, UNTUNED, 0)
  return { current: () => tuned }
}
