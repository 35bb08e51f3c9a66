import type { Knex } from 'knex'
import type { PreparedSight } from './prepare-sight.js'
import { insertAll, places, rows } from './rows.js'
import { isNewer, type Revision } from './tombstone.js'
import { countMessages } from './weeks.js'

/** A sight that is new on record, with its row and the other revisions of its message. */
interface Fresh {
  readonly sight: PreparedSight
  readonly id: number | string
  readonly others: readonly (Revision & { readonly other: number | string })[]
}

interface AddressRow {
  readonly platform: string
  readonly tenant: string
  readonly channel: string
  readonly message: string
}

const keyOf = ({ platform, tenant, channel, message }: AddressRow) =>
  [platform, tenant, channel, message].join('|')
const valuesOf = ({ platform, tenant, channel, message }: AddressRow) => [platform, tenant, channel, message]

/**
 * Writes sights of different messages; part of the caller's transaction. All of them share each statement.
 * @returns for each, in the same order, whether it was new
 */
export async function writeSights(trx: Knex, sights: readonly PreparedSight[]): Promise<boolean[]> {
  const fresh = await insertSights(trx, sights)
  const messages = fresh.filter(({ others }) => others.length === 0)
  await countMessages(
    trx,
    messages.map(({ sight }) => sight),
  )
  // A message counts as it stands now: an older revision changes nothing, and what the earlier ones showed is gone.
  const current = fresh.filter(({ sight, others }) => !others.some((each) => isNewer(each, sight.at)))
  await dropEarlier(trx, current)
  await insertAll(
    trx,
    'sightings',
    current.flatMap(({ sight, id }) => sight.sightings.map((row) => ({ ...row, sight: id }))),
  )
  await insertNudges(
    trx,
    current.map(({ sight }) => sight),
  )
  const written = new Set(fresh.map(({ sight }) => sight))
  return sights.map((sight) => written.has(sight))
}

async function insertSights(trx: Knex, sights: readonly PreparedSight[]): Promise<Fresh[]> {
  const inserted = await rows<AddressRow & { id: number | string }>(
    trx,
    `insert into sights (platform, tenant, channel, message, revision, at) values ${places(sights.length, 6)}
    on conflict (platform, tenant, channel, message, revision) do nothing
    returning id, platform, tenant, channel, message`,
    sights.flatMap(({ address, revision, at }) => [...valuesOf(address), revision, at]),
  )
  if (inserted.length === 0) return []
  const others = await rows<Fresh['others'][number] & { id: number | string }>(
    trx,
    `select mine.id as id, other.id as other, other.revision as revision, other.at as at
    from sights mine join sights other on other.platform = mine.platform and other.tenant = mine.tenant
      and other.channel = mine.channel and other.message = mine.message and other.id <> mine.id
    where mine.id in (${places(1, inserted.length).slice(1, -1)})`,
    inserted.map(({ id }) => id),
  )
  const ids = new Map(inserted.map((row) => [keyOf(row), row.id]))
  return sights.flatMap((sight) => {
    const id = ids.get(sight.key)
    return id === undefined ? [] : [{ sight, id, others: others.filter((row) => row.id === id) }]
  })
}

async function dropEarlier(trx: Knex, current: readonly Fresh[]): Promise<void> {
  const earlier = current.flatMap(({ others }) => others.map(({ other }) => other))
  if (earlier.length > 0) await trx('sightings').whereIn('sight', earlier).del()
  const replaced = current.filter(({ sight, others }) => sight.nudge || others.length > 0)
  if (replaced.length === 0) return
  await trx.raw(
    `delete from outbox where state in ('pending', 'failed', 'dropped')
    and (platform, tenant, channel, message) in (values ${places(replaced.length, 4)})`,
    replaced.flatMap(({ sight }) => valuesOf(sight.address)),
  )
}

/** Where no nudge of the message is under way, was sent, or may have been. */
async function insertNudges(trx: Knex, sights: readonly PreparedSight[]): Promise<void> {
  const nudges = sights.flatMap(({ nudge }) => nudge ?? [])
  if (nudges.length === 0) return
  const had = await rows<AddressRow>(
    trx,
    `select platform, tenant, channel, message from outbox
    where (platform, tenant, channel, message) in (values ${places(nudges.length, 4)})`,
    nudges.flatMap(({ outbox }) => valuesOf(outbox)),
  )
  const marks: string[] = await trx('nudged')
    .whereIn(
      'mark',
      nudges.map(({ mark }) => mark),
    )
    .pluck('mark')
  const busy = new Set(had.map(keyOf))
  const first = nudges.filter(({ outbox, mark }) => !busy.has(keyOf(outbox)) && !marks.includes(mark))
  await insertAll(
    trx,
    'outbox',
    first.map(({ outbox }) => outbox),
  )
  await insertAll(
    trx,
    'outbox_rules',
    first.flatMap(({ rules }) => rules),
  )
}
