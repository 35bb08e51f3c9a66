import type { Store } from '../types.js'
import { addressColumns } from './address-columns.js'
import type { Database } from './database.js'
import { nudgedMark } from './nudged-mark.js'
import { bury, type Revision, TOMBSTONE } from './tombstone.js'

/** Carries out a deletion; one that is older than a revision on record changes nothing, the message came back. */
export function forget(
  { db, secret }: Database,
  { address, author, at }: Parameters<Store['forget']>[0],
  now: Date,
): Promise<void> {
  const where = addressColumns(address)
  const mark = nudgedMark(secret, address)
  return db.transaction(async (trx) => {
    const sights: (Revision & { id: number | string })[] = await trx('sights')
      .where(where)
      .select('id', 'revision', 'at')
    const isBack = (each: Revision) => each.revision !== TOMBSTONE && Number(each.at) > at.getTime()
    if (sights.some(isBack)) return
    // Without an author only where the message is on record: of others nothing is written.
    if (author || sights.length > 0) await bury(trx, where, at.getTime())
    const ids = sights.map(({ id }) => id)
    await trx('sightings').whereIn('sight', ids).del()
    await trx('outbox')
      .where({ ...where, state: 'pending' })
      .del()
    await trx('posted')
      .where({ mark })
      .where('remove_at', '>', now.getTime())
      .update({ remove_at: now.getTime() })
  })
}
