import type { Knex } from 'knex'
import type { Person, PlatformName, Store } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import type { OutboxRow } from './stored-nudges.js'
import { isGone } from './tombstone.js'

/** Stands where the platform's id of a person stood, once they are erased. */
export const NOBODY = '-'

const DAY = 86_400_000

/** The nudges that stand in the chat, until they are removed from it. */
export function posted({ db, reads }: Database): Pick<Store, 'removals' | 'removed'> {
  return {
    async removals(now, limit) {
      const due: {
        id: string
        platform: PlatformName
        tenant: string
        recipient: string
        posted: string
        attempts: number
      }[] = await reads('posted')
        .where('remove_at', '<=', now.getTime())
        .orderBy(['remove_at', 'id'])
        .limit(limit)
      return due.map(({ id, platform, tenant, recipient, posted, attempts }) => ({
        id,
        to: { platform, tenant, user: recipient },
        posted,
        attempts,
      }))
    },

    async removed(id, again) {
      if (again === undefined) await db('posted').where({ id }).del()
      else await db('posted').where({ id }).update({ remove_at: again.getTime() }).increment('attempts', 1)
    },
  }
}

/** Keeps where a nudge stands: for its days, or only until the next round where its message is gone by now. */
export async function keepPosted(
  trx: Knex,
  { nudgeDays }: Database,
  row: OutboxRow,
  { mark, posted, at }: { readonly mark: string; readonly posted: string; readonly at: Date },
): Promise<void> {
  const gone = await isGone(trx, addressColumns(row))
  const { id, person, platform, tenant, recipient } = row
  const times = { at: at.getTime(), remove_at: at.getTime() + (gone ? 0 : nudgeDays * DAY) }
  await trx('posted').insert({
    id,
    person,
    platform,
    tenant,
    recipient,
    posted,
    mark,
    ...times,
    attempts: 0,
  })
}

/** Keeps where a nudge stands whose reader was erased while it was being sent, to be removed at once. */
export async function keepErased(
  trx: Knex,
  {
    id,
    posted,
    at,
    to,
  }: { readonly id: string; readonly posted: string; readonly at: Date; readonly to: Person },
): Promise<void> {
  await trx('posted')
    .insert({
      id,
      person: null,
      platform: checkId('platform', to.platform),
      tenant: checkId('tenant', to.tenant),
      recipient: NOBODY,
      posted: checkId('posted', posted),
      mark: null,
      at: at.getTime(),
      remove_at: at.getTime(),
      attempts: 0,
    })
    .onConflict('id')
    .ignore()
}
