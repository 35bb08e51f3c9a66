import { expireAudit } from './audit.js'
import type { Database } from './database.js'
import { eraseDeparted } from './departures.js'

const hours = (number: number) => number * 3_600_000
const days = (number: number) => hours(24 * number)

/**
 * Deletes what has outlived its retention and makes the bytes unreadable.
 * Answers the number of rows, those that went along with them not counted, and of tenants and people that were erased.
 */
export async function expire(database: Database, now: Date): Promise<number> {
  const { db, scrub } = database
  const before = (age: number) => now.getTime() - age
  // The organisation that was in force at the beginning of what is still kept; older ones are of no use.
  const oldest = db('units')
    .where('week', '<=', before(days(35)))
    .max('week')
  const deleted = await db.transaction(async (trx) => [
    await trx('outbox')
      .where('settled_at', '<=', before(hours(24)))
      .del(),
    // Nothing is sent after 15 minutes; where nobody came to drop it, it goes with the rest.
    await trx('outbox')
      .where({ state: 'pending' })
      .where('created_at', '<=', before(hours(24)))
      .del(),
    await trx('sights')
      .where('at', '<=', before(days(7)))
      .del(),
    await trx('sightings')
      .where('hour', '<=', before(days(35)))
      .del(),
    await trx('answers')
      .where('at', '<=', before(days(35)))
      .del(),
    // Its platform has not been reached for a month: nobody will remove it any more.
    await trx('posted')
      .where('remove_at', '<=', before(days(30)))
      .del(),
    // The next weeks' are read anew every hour.
    await trx('rosters')
      .where('week', '<=', before(days(35)))
      .del(),
    await trx('weeks')
      .where('week', '<=', before(days(35)))
      .del(),
    await trx('unit_people').where('week', '<', oldest.clone()).del(),
    await trx('units').where('week', '<', oldest.clone()).del(),
    // As long as an exercise is not suggested again.
    await trx('summaries')
      .where('week', '<=', before(days(7 * 10)))
      .del(),
    await trx('published')
      .where('week', '<=', before(days(7 * 53)))
      .del(),
    await trx('figures')
      .where('week', '<=', before(days(7 * 53)))
      .del(),
    await trx('terms')
      .where('week', '<=', before(days(7 * 53)))
      .del(),
    await trx('paces')
      .where((either) => either.whereNull('last_hint_at').orWhere('last_hint_at', '<=', before(days(35))))
      .where((either) => either.whereNull('last_praise_at').orWhere('last_praise_at', '<=', before(days(35))))
      .del(),
    await trx('sessions')
      .where('started_at', '<=', before(hours(24)))
      .del(),
    await expireAudit(trx, before(days(90))),
    await trx('tuning_drafts')
      .where('idle_since', '<=', before(days(90)))
      .del(),
  ])
  // Counted from here, as a draft itself has no time.
  await db('tuning_drafts').whereNull('idle_since').update({ idle_since: now.getTime() })
  const erased = await eraseDeparted(database, now)
  await scrub(db)
  return deleted.reduce((sum, number) => sum + number, erased)
}
