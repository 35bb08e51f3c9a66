import type { Store } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { type PreparedSight, prepareSight } from './prepare-sight.js'
import { rows } from './rows.js'
import { storageFault } from './storage-fault.js'
import { together } from './together.js'
import { writeSights } from './write-sights.js'

/** Sights a transaction: enough for a storm, few enough that nobody waits long for the others. */
const MOST_AT_ONCE = 200

/** Which messages were seen, what was found in them, and the nudge each of them gets at most once. */
export function sights({ db, reads, secret }: Database): Pick<Store, 'seen' | 'record'> {
  const record = together<PreparedSight, boolean>({
    write: (sights) => db.transaction((trx) => writeSights(trx, sights)),
    keyOf: ({ key }) => key,
    // A full disk, a locked file, no free connection: the fault of no single sight.
    isHopeless: (error) =>
      storageFault(error, 'database') !== error ||
      (error instanceof Error && error.name === 'KnexTimeoutError'),
    most: MOST_AT_ONCE,
  })
  return {
    async seen(address, revision) {
      const { platform, tenant, channel, message } = addressColumns(address)
      const found = await rows(
        reads,
        `select id from sights where platform = ? and tenant = ? and channel = ? and message = ? and revision = ?`,
        [platform, tenant, channel, message, checkId('revision', revision)],
      )
      return found.length > 0
    },

    record: async (sight) => record(prepareSight(secret, sight)),
  }
}
