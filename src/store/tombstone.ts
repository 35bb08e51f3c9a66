import type { Knex } from 'knex'
import type { addressColumns } from './address-columns.js'

/** The revision of a message that is gone. */
export const TOMBSTONE = 'deleted'

/** A revision of a message, as far as its order goes; PostgreSQL answers big integers as strings. */
export interface Revision {
  readonly revision: string
  readonly at: number | string
}

/** Whether a revision takes the place of one that was written at `at`; of two at once, the deletion does. */
export const isNewer = ({ revision, at: other }: Revision, at: number) =>
  revision === TOMBSTONE ? Number(other) >= at : Number(other) > at

/** Whether a message is gone: no revision on record is newer than its deletion. */
export async function isGone(db: Knex, where: ReturnType<typeof addressColumns>): Promise<boolean> {
  const revisions: Revision[] = await db('sights').where(where).select('revision', 'at')
  const deletion = revisions.find(({ revision }) => revision === TOMBSTONE)
  return deletion !== undefined && !revisions.some((each) => Number(each.at) > Number(deletion.at))
}

/** Keeps a deletion, the latest of several. */
export async function bury(db: Knex, where: ReturnType<typeof addressColumns>, at: number): Promise<void> {
  await db.raw(
    `insert into sights (platform, tenant, channel, message, revision, at) values (?, ?, ?, ?, ?, ?)
    on conflict (platform, tenant, channel, message, revision)
    do update set at = excluded.at where excluded.at > sights.at`,
    [where.platform, where.tenant, where.channel, where.message, TOMBSTONE, at],
  )
}
