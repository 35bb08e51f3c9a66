import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NudgeState, Sight, Store } from '../../src/types.js'
import { at, days, sight } from './samples.js'

/** Opens the store of a folder; twice in the same folder is the same store. */
export type Open = (folder: string) => Promise<Store>

/** A new store for each test of the suite that this is called in. */
export function useStore(open: Open) {
  let folder = ''
  let store: Store

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klartext-'))
    store = await open(folder)
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    get folder() {
      return folder
    },
    get store() {
      return store
    },
    async restart() {
      await store.close()
      store = await open(folder)
    },
    /** Records, claims and settles one nudge; answers its id. */
    async send(
      over: Partial<Sight> = {},
      state: Exclude<NudgeState, 'sending'> = 'sent',
      posted?: string,
    ): Promise<string> {
      assert.equal(await store.record(sight(over)), true)
      const [claimed] = await store.claim(at(days(400)), 1)
      assert.ok(claimed, 'nothing to claim')
      await store.settle(claimed.id, state, over.at ?? at(), posted)
      return claimed.id
    },
    /** Ids of the nudges that are to be removed by then. */
    due: async (now: Date) => (await store.removals(now, 100)).map(({ id }) => id),
    /** Takes all that waits; answers the first rule of each. */
    waiting: async () => (await store.claim(at(days(9000)), 1000)).map(({ nudge }) => nudge.rules[0]),
  }
}
