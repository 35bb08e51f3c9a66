import type { Store } from '../types.js'
import type { Database } from './database.js'
import { forget } from './forget.js'
import { NOBODY } from './posted.js'
import { settle } from './settle.js'
import { storedNudges } from './stored-nudges.js'

/** Kept with the nudge, so that it is looked for where it was sent, whatever its reader has set since. */
const PLACE = '(select place from people where people.person = outbox.person)'

/** The nudges on their way. One that is dropped while it waits is deleted: it never left the house. */
export function outbox(
  database: Database,
): Pick<Store, 'forget' | 'claim' | 'settle' | 'nudge' | 'abandonSending' | 'unknowns'> {
  const { db, reads } = database
  return {
    forget: (deletion, now) => forget(database, deletion, now),

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
          .update({ state: 'sending', place: trx.raw(PLACE) })
          .increment('attempts', 1)
          .returning('id')
        const ids = taken.map(({ id }) => id)
        return storedNudges(trx, await trx('outbox').whereIn('id', ids).orderBy(['created_at', 'id']))
      }),

    settle: (id, state, at, posted, known) =>
      db.transaction((trx) => settle(trx, database, { id, state, at, posted, known })),

    async nudge(id) {
      return (await storedNudges(reads, await reads('outbox').where({ id })))[0]
    },

    abandonSending: (at) =>
      db.transaction(async (trx) => {
        const ids: string[] = await trx('outbox').where({ state: 'sending' }).pluck('id')
        for (const id of ids) await settle(trx, database, { id, state: 'unknown', at })
        await trx('summaries')
          .where({ state: 'sending' })
          .update({ state: 'unknown', settled_at: at.getTime(), recipient: NOBODY })
        return ids.length
      }),

    async unknowns(until, limit) {
      const found = reads('outbox')
        .where({ state: 'unknown' })
        .where('settled_at', '<=', until.getTime())
        .orderBy(['settled_at', 'id'])
        .limit(limit)
      return storedNudges(reads, await found)
    },
  }
}
