import type { Knex } from 'knex'
import type { Address, NudgeState } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { markNudged, nudgedMark } from './nudged-mark.js'
import type { OutboxRow } from './stored-nudges.js'

/** From which states a nudge may come to the one given; anything else is ignored. */
const from: Readonly<Record<Exclude<NudgeState, 'sending'>, readonly NudgeState[]>> = {
  pending: ['sending'],
  sent: ['sending', 'unknown'],
  failed: ['sending', 'unknown'],
  unknown: ['sending'],
  dropped: ['sending', 'pending'],
}

/** Writes how a delivery ended, and all that follows from it; part of the caller's transaction. */
export async function settle(
  trx: Knex,
  { secret }: Database,
  id: string,
  state: Exclude<NudgeState, 'sending'>,
  at: Date,
  posted?: string,
): Promise<void> {
  const row: OutboxRow | undefined = await trx('outbox').where({ id }).whereIn('state', from[state]).first()
  if (!row) return
  if (state === 'pending' && !(await seenSince(trx, row))) {
    await trx('outbox').where({ id }).update({ state, due_at: at.getTime() })
    return
  }
  // A message that was edited while its nudge could not be sent is another message now.
  const end = state === 'pending' ? 'dropped' : state
  await trx('outbox')
    .where({ id })
    .update({
      state: end,
      settled_at: at.getTime(),
      posted: posted === undefined ? null : checkId('posted', posted),
    })
  if (end !== 'sent' && end !== 'unknown') return
  await markNudged(trx, nudgedMark(secret, row))
  const pace = { [row.kind === 'hint' ? 'last_hint_at' : 'last_praise_at']: at.getTime() }
  await trx('paces')
    .insert({ person: row.person, ...pace })
    .onConflict('person')
    .merge(pace)
}

async function seenSince(trx: Knex, row: OutboxRow): Promise<boolean> {
  const { platform, tenant, channel, message }: Address = row
  const where = addressColumns({ platform, tenant, channel, message })
  const later = await trx('sights').where(where).where('at', '>', Number(row.created_at)).first('id')
  return later !== undefined
}
