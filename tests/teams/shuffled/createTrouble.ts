import type { Store } from '../../../src/types.js'
import type { Seeded } from '../../proofs/seeded.js'

/** A store that fails at times. */
export interface Trouble {
  around(store: Store): Store
  /** From now on. */
  begin(): void
  /** How often it has failed. */
  readonly count: () => number
}

const SHARE = 0.02

/** Lets what the store writes of messages fail now and then: before it is written, or after, so that nobody knows. */
export function createTrouble(random: Seeded): Trouble {
  let [isOn, count] = [false, 0]

  function fail(): void {
    count++
    throw new Error('the disk is slow')
  }

  function flaky<Given extends readonly unknown[], Result>(work: (...given: Given) => Promise<Result>) {
    return async (...given: Given): Promise<Result> => {
      if (isOn && random.chance(SHARE)) fail()
      const result = await work(...given)
      if (isOn && random.chance(SHARE)) fail()
      return result
    }
  }

  return {
    around: (store) => ({
      ...store,
      record: flaky(store.record),
      history: flaky(store.history),
      forget: flaky(store.forget),
    }),
    begin: () => void (isOn = true),
    count: () => count,
  }
}
