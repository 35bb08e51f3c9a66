import type { Store } from '../types.js'
import { addressColumns } from './address-columns.js'
import type { Database } from './database.js'
import { settle } from './settle.js'
import { storedNudges } from './stored-nudges.js'

/** The nudges on their way. One that is dropped while it waits is deleted: it never left the house. */
export function outbox(
  database: Database,
): Pick<Store, 'forget' | 'claim' | 'settle' | 'nudge' | 'abandonSending'> {
  const { db } = database
  return {
    forget: (address) =>
      db.transaction(async (trx) => {
        const where = addressColumns(address)
        await trx('outbox')
          .where({ ...where, state: 'pending' })
          .del()
        const sent = await trx('outbox')
          .where({ ...where, state: 'sent' })
          .whereNotNull('posted')
        return storedNudges(trx, sent)
      }),

    claim: (now, limit) =>
      db.transaction(async (trx) => {
        const due = trx('outbox')
          .where({ state: 'pending' })
          .where('due_at', '<=', now.getTime())
          .orderBy(['created_at', 'id'])
          .limit(Math.max(0, limit))
          .select('id')
        // One statement that tests the state again: no two dispatchers can take the same row.
        const taken: { id: string }[] = await trx('outbox')
          .where({ state: 'pending' })
          .whereIn('id', due)
          .update({ state: 'sending' })
          .increment('attempts', 1)
          .returning('id')
        const ids = taken.map(({ id }) => id)
        return storedNudges(trx, await trx('outbox').whereIn('id', ids).orderBy(['created_at', 'id']))
      }),

    settle: (id, state, at, posted) => db.transaction((trx) => settle(trx, database, id, state, at, posted)),

    async nudge(id) {
      return (await storedNudges(db, await db('outbox').where({ id })))[0]
    },

    abandonSending: (at) =>
      db.transaction(async (trx) => {
        const ids: string[] = await trx('outbox').where({ state: 'sending' }).pluck('id')
        for (const id of ids) await settle(trx, database, id, 'unknown', at)
        return ids.length
      }),
  }
}
