import { type ChildProcess, fork } from 'node:child_process'
import { LOADER } from './buildChild.js'
import type { Ahead, Order } from './child.js'

type Word = { readonly loaded: true } | { readonly address: string } | Ahead

/** A process that runs Klartext and may die at any moment. */
export interface Child {
  /** Resolves to the address of its pages; null where it died before it was ready. */
  start(order: Order): Promise<string | null>
  /** Sets its clock; resolves when it has nothing more to do, or is dead. */
  setAhead(ahead: number): Promise<void>
  kill(): void
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>
  readonly isDead: boolean
  /** Resolves to the signal that ended it; null where it ended by itself. */
  readonly died: Promise<NodeJS.Signals | null>
  /** What it wrote on its standard error. */
  readonly complaints: () => string
}

/** Starts the process; it loads its code and waits for its order. */
export function launchChild(program: string): Child {
  const child: ChildProcess = fork(LOADER, [program], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })
  let complaints = ''
  let isDead = false
  child.stderr?.on('data', (data: Buffer) => void (complaints += data))
  const died = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => {
      isDead = true
      resolve(signal)
    })
  })
  // It may die between two words.
  child.on('error', () => {})

  /** The next word of some kind; undefined where it dies first. */
  function word<Kind extends Word>(isIt: (word: Word) => word is Kind): Promise<Kind | undefined> {
    return new Promise((resolve) => {
      const listen = (said: Word) => {
        if (!isIt(said)) return
        child.off('message', listen)
        resolve(said)
      }
      child.on('message', listen)
      died.then(() => {
        child.off('message', listen)
        resolve(undefined)
      })
    })
  }

  const say = (words: Order | Ahead) => void (child.connected && child.send(words, () => {}))
  const loaded = word((said): said is { loaded: true } => 'loaded' in said)

  return {
    async start(order) {
      await loaded
      const ready = word((said): said is { address: string } => 'address' in said)
      say(order)
      return (await ready)?.address ?? null
    },
    async setAhead(ahead) {
      if (isDead) return
      const done = word((said): said is Ahead => 'ahead' in said)
      say({ ahead })
      await done
    },
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM')
      await died
      return child.exitCode
    },
    get isDead() {
      return isDead
    },
    died,
    complaints: () => complaints,
  }
}
