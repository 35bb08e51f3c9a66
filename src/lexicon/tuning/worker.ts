import { parentPort } from 'node:worker_threads'
import type { CompiledRule } from '../../analyzer/compiled.js'
import { UserError } from '../../errors.js'
import type { TuningDifference, TuningItem } from '../../types.js'
import { classWords } from './class-words.js'
import { type CompiledOwn, compileOwn } from './compile-own.js'
import { entrySource } from './entry-source.js'
import type { Answer, Piece, Request } from './exchange.js'
import { loadGround } from './ground.js'
import { keyOf } from './key-of.js'
import { tuningSettings } from './settings.js'

// Compiles beside the thread that reads messages, which takes what came of it in pieces, when it has time.

/** Rules in one piece: about a millisecond's work for the one who takes it. */
const RULES = 500

const ground = loadGround()
const items = new Map<string, TuningItem>()
/** Keys of the entries that have changed since all were last compiled together. */
let fresh = new Set<string>()
/** Ids of entries that were compiled then. */
let compiled = new Set<string>()
let pieces: Iterator<Piece> = [][Symbol.iterator]()

const isEntry = (item: TuningItem | undefined): item is Extract<TuningItem, { kind: 'entry' }> =>
  item?.kind === 'entry'

function* cut(own: CompiledOwn, layer: 'old' | 'fresh'): Generator<Piece> {
  for (const language of ['de', 'en'] as const) {
    const whole = own[language]
    if (!whole) continue
    const { rules, ...rest } = whole
    yield { is: 'language', layer, language, compiled: rest }
    for (let from = 0; from < rules.length; from += RULES)
      yield { is: 'rules', layer, language, rules: rules.slice(from, from + RULES) as CompiledRule[] }
  }
}

function* everything(): Generator<Piece> {
  const faults: string[] = []
  const own = compileOwn([...items.values()].filter(isEntry), ground, ({ name }) => faults.push(name))
  fresh = new Set()
  compiled = new Set([...items.values()].filter(isEntry).map(({ name }) => name))
  yield* cut(own, 'old')
  yield { is: 'settings', settings: tuningSettings(items.values()), superseded: new Set(), faults }
}

function* since(): Generator<Piece> {
  const faults: string[] = []
  const changed = [...fresh].map((key) => items.get(key)).filter(isEntry)
  const own = compileOwn(changed, ground, ({ name }) => faults.push(name))
  const gone = [...fresh].map((key) => key.split('\n')[2]!).filter((id) => compiled.has(id))
  yield* cut(own, 'fresh')
  yield { is: 'settings', settings: tuningSettings(items.values()), superseded: new Set(gone), faults }
}

function* alone(tried: readonly TuningItem[]): Generator<Piece> {
  const refused: { key: string; fault: UserError }[] = []
  const own = compileOwn(tried.filter(isEntry), ground, (item, fault) =>
    refused.push({ key: keyOf(item), fault }),
  )
  yield* cut(own, 'fresh')
  yield {
    is: 'tried',
    classes: classWords(tried.filter(isEntry), ground),
    faults: refused.map(({ key, fault: { where, found, expected, remedy } }) => ({
      key,
      where,
      found,
      expected,
      remedy,
    })),
  }
}

function change({ before: _before, after, ...key }: TuningDifference): void {
  const name = keyOf(key)
  if (after === null) items.delete(name)
  else items.set(name, { ...key, value: after } as TuningItem)
  if (key.kind === 'entry') fresh.add(name)
}

function answer(request: Request): Answer {
  switch (request.ask) {
    case 'add':
      for (const item of request.items) items.set(keyOf(item), item)
      return { count: items.size }
    case 'everything':
      pieces = everything()
      return { count: items.size }
    case 'changes':
      for (const difference of request.differences) change(difference)
      pieces = since()
      return { count: items.size, fresh: fresh.size }
    case 'try':
      pieces = alone(request.items)
      return { count: items.size }
    case 'source':
      return { source: entrySource(request.file, request.id) }
    case 'next': {
      const { value, done } = pieces.next()
      return done ? { done: true } : { piece: value }
    }
  }
}

parentPort!.on('message', (request: Request) => {
  try {
    parentPort!.postMessage(answer(request))
  } catch (error) {
    const { message, where, found, expected, remedy } = error as UserError
    parentPort!.postMessage({
      fault: error instanceof UserError ? { where, found, expected, remedy } : { found: message },
    })
  }
})
