import type { Core, Message, Store } from '../../../src/types.js'

/** What is out of order just now. */
export interface Breakage {
  /** Names of what the store cannot do; `vault` is all of the vault. */
  store: ReadonlySet<string>
  core: boolean
  analyzer: boolean
  around(store: Store): Store
  wrap(core: Core): Core
}

type Work = (...given: never[]) => unknown

/** Lets the parts of Klartext fail on demand, each time with an error that repeats what was said. */
export function createBreakage(latest: () => string): Breakage {
  const complain = (name: string, given: readonly unknown[]) =>
    `${name}(${JSON.stringify(given)}) near ${latest()}`

  /** The same object, but each piece of work may fail. */
  function breakable<Part extends object>(
    part: Part,
    fails: (name: string, given: readonly unknown[]) => void,
  ): Part {
    const entries = Object.entries(part).map(([name, work]) => {
      if (typeof work !== 'function') return [name, work]
      const tried = async (...given: never[]) => {
        fails(name, given)
        return (work as Work)(...given)
      }
      return [name, tried]
    })
    return Object.fromEntries(entries) as Part
  }

  /** A message that nobody can read without failing. */
  const unreadable = (message: Message): Message => ({
    ...message,
    get text(): string {
      throw new RangeError(`cannot read ${message.text}`, { cause: message.text })
    },
  })
  const prepared = (message: Message) => (breakage.analyzer ? unreadable(message) : message)

  const breakage: Breakage = {
    store: new Set(),
    core: false,
    analyzer: false,
    around(store) {
      const fails = (name: string, given: readonly unknown[]) => {
        if (breakage.store.has(name)) throw new Error(complain(name, given))
      }
      const vault = breakable(store.vault, (name, given) => fails('vault', [name, ...given]))
      return { ...breakable(store, fails), vault }
    },
    wrap(core) {
      const analyzing: Core = {
        ...core,
        handle: (incoming) => core.handle({ ...incoming, message: prepared(incoming.message) }),
        check: (person, message) => core.check(person, prepared(message)),
      }
      return breakable(analyzing, (name, given) => {
        // Not only errors can be thrown.
        if (breakage.core)
          throw name === 'handle' ? complain(name, given) : new TypeError(complain(name, given))
      })
    },
  }
  return breakage
}
