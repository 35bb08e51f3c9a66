import { Worker } from 'node:worker_threads'
import type { CompiledLanguage, CompiledRule } from '../../analyzer/compiled.js'
import type { CompiledTuning } from '../../analyzer/tuning.js'
import { UserError } from '../../errors.js'
import type { Language, TuningDifference, TuningItem } from '../../types.js'
import type { CompiledOwn } from './compile-own.js'
import type { Answer, EntrySource, Piece, Request, TriedFault } from './exchange.js'

/** What came of compiling: the tuning, and ids of entries that could not be compiled. */
export interface Compiled {
  readonly tuning: CompiledTuning
  readonly faults: readonly string[]
}

/** Compiles what a company has set, in a thread of its own. */
export interface TuningCompiler {
  /** Takes all items anew. */
  load(pages: AsyncIterable<readonly TuningItem[]>): Promise<Compiled>
  /** Takes changes to what was loaded; null where that is no longer kept, and all must be loaded. */
  change(differences: readonly TuningDifference[]): Promise<Compiled | null>
  /** Compiles all entries together where many have changed since; null where that is not worth it. */
  merge(): Promise<Compiled | null>
  /** Compiles entries on trial. */
  tryOut(items: readonly TuningItem[]): Promise<{
    readonly own: CompiledOwn
    readonly faults: readonly TriedFault[]
    /** The words of the classes that they refer to, by {@link classKey}. */
    readonly classes: ReadonlyMap<string, readonly string[]>
  }>
  /** How a shipped entry stands in its file, given by its path below `lexicons`; null where it does not. */
  source(file: string, id: string): Promise<EntrySource | null>
  stop(): Promise<void>
}

/** From so many changed entries on, all are compiled together again. */
const MANY_FRESH = 2000
/** Up to so many items are rather read again than kept in a thread. */
const FEW_ITEMS = 5000
/** Milliseconds after which a thread that keeps little is ended. */
const IDLE = 60_000

type Layers = Partial<Record<Language, CompiledLanguage>>

/** Where this file runs from its source, so does the thread, which does not inherit the loader for that. */
const isSource = import.meta.url.endsWith('.ts')
const file = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url)
const fromSource = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}') })`

export function createTuningCompiler({ idle = IDLE } = {}): TuningCompiler {
  let worker: Worker | null = null
  let rest: NodeJS.Timeout | undefined
  let isLoaded = false
  let count = 0
  let fresh = 0
  let old: Layers = {}
  // One thing after the other: the thread keeps the pieces of the last.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      clearTimeout(rest)
      try {
        return await work()
      } finally {
        if (worker && count < FEW_ITEMS) rest = setTimeout(() => void end(), idle).unref()
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  const end = async () => {
    clearTimeout(rest)
    const ending = worker
    worker = null
    isLoaded = false
    await ending?.terminate()
  }
  const ask = (request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const thread = worker
      const settle = (act: () => void) => {
        thread.off('message', onMessage).off('error', onError).off('exit', onExit)
        act()
      }
      const onMessage = (answer: Answer | { readonly fault: Partial<UserError> }) =>
        settle(() => ('fault' in answer ? reject(faultOf(answer.fault)) : resolve(answer)))
      const onError = (error: unknown) => settle(() => reject(error))
      const onExit = () => settle(() => reject(new Error('the compiling thread has ended')))
      thread.on('message', onMessage).on('error', onError).on('exit', onExit)
      thread.postMessage(request)
    })
  const start = () => {
    const thread = new Worker(isSource ? fromSource : file, {
      eval: isSource,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    thread.unref()
    thread.once('exit', () => {
      if (worker !== thread) return
      worker = null
      isLoaded = false
    })
    // Whoever asks learns of it; nobody else need.
    thread.on('error', () => undefined)
    return thread
  }

  async function* pieces(): AsyncGenerator<Piece> {
    for (;;) {
      const answer = await ask({ ask: 'next' })
      if (!('piece' in answer)) return
      yield answer.piece
    }
  }
  /** Puts the pieces together. */
  const collect = async () => {
    const layers: Record<'old' | 'fresh', Layers> = { old: {}, fresh: {} }
    let settings: Extract<Piece, { is: 'settings' }> | null = null
    let tried: Pick<Extract<Piece, { is: 'tried' }>, 'faults' | 'classes'> = {
      faults: [],
      classes: new Map(),
    }
    for await (const piece of pieces()) {
      if (piece.is === 'language')
        layers[piece.layer][piece.language] = { ...piece.compiled, rules: [] as CompiledRule[] }
      else if (piece.is === 'rules')
        for (const rule of piece.rules)
          (layers[piece.layer][piece.language]!.rules as CompiledRule[]).push(rule)
      else if (piece.is === 'settings') settings = piece
      else tried = piece
    }
    return { layers, settings, tried }
  }
  const together = (newer: Layers, settings: Extract<Piece, { is: 'settings' }>): Compiled => {
    const stack = (language: Language) => [
      ...(old[language] ? [{ compiled: old[language], superseded: settings.superseded }] : []),
      ...(newer[language] ? [{ compiled: newer[language], superseded: NONE }] : []),
    ]
    return {
      tuning: { ...settings.settings, languages: { de: stack('de'), en: stack('en') } },
      faults: settings.faults,
    }
  }
  const everything = async (): Promise<Compiled> => {
    await ask({ ask: 'everything' })
    const { layers, settings } = await collect()
    old = layers.old
    fresh = 0
    isLoaded = true
    return together({}, settings!)
  }

  return {
    load: (pages) =>
      inTurn(async () => {
        await end()
        for await (const items of pages) count = countOf(await ask({ ask: 'add', items }))
        return everything()
      }),
    change: (differences) =>
      inTurn(async () => {
        if (!isLoaded) return null
        const answer = await ask({ ask: 'changes', differences })
        count = countOf(answer)
        fresh = 'fresh' in answer ? (answer.fresh ?? 0) : 0
        const { layers, settings } = await collect()
        return together(layers.fresh, settings!)
      }),
    merge: () => inTurn(async () => (isLoaded && fresh >= MANY_FRESH ? everything() : null)),
    tryOut: (items) =>
      inTurn(async () => {
        await ask({ ask: 'try', items })
        const { layers, tried } = await collect()
        const own = { de: layers.fresh.de ?? null, en: layers.fresh.en ?? null }
        return { own, faults: tried.faults, classes: tried.classes }
      }),
    source: (file, id) =>
      inTurn(async () => {
        const answer = await ask({ ask: 'source', file, id })
        return 'source' in answer ? answer.source : null
      }),
    stop: end,
  }
}

const NONE: ReadonlySet<string> = new Set()

const countOf = (answer: Answer): number => ('count' in answer ? answer.count : 0)

const faultOf = ({ where, found, expected, remedy }: Partial<UserError>): Error =>
  where && expected && remedy
    ? new UserError(where, found ?? '', expected, remedy)
    : new Error(`the compiling thread failed: ${found}`)
