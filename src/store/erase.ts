import type { Person } from '../types.js'
import type { Database } from './database.js'
import { erasePeople } from './erase-people.js'
import { personKey } from './person-key.js'
import { NOBODY } from './posted.js'

/**
 * Deletes all that is kept about a person in one transaction, then wipes the bytes; see `Store.erase`.
 * What stays: marks, and answers without the one that led to the person; what they did in an office, under another
 * pseudonym.
 */
export async function erase({ db, secret, scrub }: Database, person: Person, now: Date): Promise<void> {
  const own = { person: personKey(secret, person) }
  await db.transaction(async (trx) => {
    await trx('posted')
      .where(own)
      .update({ person: null, recipient: NOBODY, mark: null, remove_at: now.getTime(), attempts: 0 })
    // The sights name nobody; those of messages that we know to be the person's go all the same.
    await trx.raw(
      `delete from sights where (platform, tenant, channel, message) in (
        select sights.platform, sights.tenant, sights.channel, sights.message
          from sights join sightings on sightings.sight = sights.id where sightings.person = ?
        union select platform, tenant, channel, message from outbox where person = ?)`,
      [own.person, own.person],
    )
    await erasePeople(trx, secret, [own.person])
  })
  await scrub(db)
}
