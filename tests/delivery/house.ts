import { createDelivery, type Delivery, type DeliveryParts } from '../../src/delivery/index.js'
import { PlatformError } from '../../src/errors.js'
import { openStore } from '../../src/store/index.js'
import type { Adapter, Letter, NudgeText, Person, Settings, Store } from '../../src/types.js'
import { address, at, inFolder, person, settings } from '../store/samples.js'

/** Words that must turn up in no log. */
export const CANARY = 'Synergien heben'

/** A nudge in words, as the lexicon would give it. */
export const words: NudgeText = {
  kind: 'hint',
  label: 'jargon',
  language: 'de',
  title: CANARY,
  body: CANARY,
  suggestions: [],
  why: CANARY,
}

export const refused = () => new PlatformError('chat.postMessage', 'refused')
export const later = (retryAfter?: number) => new PlatformError('chat.postMessage', 'later', retryAfter)
export const unknown = () => new PlatformError('chat.postMessage', 'unknown')

/** A platform that keeps what it was told. Its answers can be replaced. */
export class FakePlatform {
  readonly letters: Letter[] = []
  /** Set where the platform can tell what arrived. */
  find?: NonNullable<Adapter['find']>
  readonly retracted: [user: string, posted: string][] = []
  mostAtOnce = 0
  #now = 0
  onDeliver: (letter: Letter) => Promise<string> = async (letter) => `p-${letter.about.message}`
  onRetract: () => Promise<void> = async () => {}

  async deliver(letter: Letter): Promise<string> {
    this.letters.push(letter)
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#now)
    try {
      return await this.onDeliver(letter)
    } finally {
      this.#now--
    }
  }

  async retract(to: Person, posted: string): Promise<void> {
    await this.onRetract()
    this.retracted.push([to.user, posted])
  }
}

/** A dispatcher with a real store, a fake platform and a clock that stands still until it is set. */
export interface House {
  readonly store: Store
  readonly slack: FakePlatform
  readonly delivery: Delivery
  readonly logged: object[]
  /** What everybody has set. */
  person: Settings
  now: Date
  /** A dispatcher after a crash: the same store and platform. */
  again(over?: Partial<DeliveryParts>): Delivery
}

/** Opens a house for one test. */
export async function withHouse(
  use: (house: House) => Promise<void>,
  over: Partial<DeliveryParts> = {},
): Promise<void> {
  await inFolder(async (dataDir) => {
    const store = await openStore({ dataDir })
    const slack = new FakePlatform()
    const logged: object[] = []
    const write = (fields: object, message: string) => void logged.push({ ...fields, message })
    const again = (other: Partial<DeliveryParts> = {}) =>
      createDelivery({
        store,
        adapters: new Map([['slack' as const, slack]]),
        compose: () => words,
        settingsOf: async () => house.person,
        clock: () => house.now,
        log: { warn: write, error: write },
        ...over,
        ...other,
      })
    const house: House = { store, slack, delivery: again(), logged, person: settings(), now: at(), again }
    try {
      await use(house)
    } finally {
      await house.delivery.stop()
      await store.close()
    }
  })
}

/** The deletion of a message by its author, at this moment. */
export const deletionOf = (house: House, message = 'm1') => ({
  address: address(message),
  author: person(),
  at: house.now,
})

/** A promise and what settles it. */
export function gate<T>() {
  let open: (value: T) => void = () => {}
  let fail: (error: unknown) => void = () => {}
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve
    fail = reject
  })
  return { promise, open, fail }
}
