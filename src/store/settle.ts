import type { Knex } from 'knex'
import type { NudgeState, StoredNudge } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { markNudged, nudgedMark, unmarkNudged } from './nudged-mark.js'
import { keepErased, keepPosted } from './posted.js'
import type { OutboxRow } from './stored-nudges.js'
import { isNewer, type Revision } from './tombstone.js'

/** From which states a nudge may come to the one given; anything else is ignored. */
const from: Readonly<Record<Exclude<NudgeState, 'sending'>, readonly NudgeState[]>> = {
  pending: ['sending', 'unknown'],
  sent: ['sending', 'unknown'],
  failed: ['sending', 'unknown'],
  unknown: ['sending'],
  dropped: ['sending', 'pending'],
}

/** How a delivery ended; see `Store.settle`. */
export interface Ending {
  readonly id: string
  readonly state: Exclude<NudgeState, 'sending'>
  readonly at: Date
  readonly posted?: string
  readonly known?: Pick<StoredNudge, 'to' | 'state' | 'attempts'>
}

/** Writes how a delivery ended, and all that follows from it; part of the caller's transaction. */
export async function settle(
  trx: Knex,
  database: Database,
  { id, state, at, posted, known }: Ending,
): Promise<void> {
  const row: OutboxRow | undefined = await trx('outbox').where({ id }).first()
  if (!row && state === 'sent' && posted !== undefined && known)
    await keepErased(trx, { id, posted, at, to: known.to })
  if (!row || !from[state].includes(row.state) || (known && !isAsKnown(row, known, state))) return
  const mark = nudgedMark(database.secret, row)
  // Nothing had reached the reader after all.
  if (row.state === 'unknown' && state !== 'sent') await unmarkNudged(trx, mark)
  if (state === 'pending' && !(await seenSince(trx, row))) {
    await trx('outbox').where({ id }).update({ state, due_at: at.getTime(), settled_at: null })
    return
  }
  // A message that was edited or deleted while its nudge could not be sent is another message now.
  const end = state === 'pending' ? 'dropped' : state
  const kept = posted === undefined ? null : checkId('posted', posted)
  await trx('outbox').where({ id }).update({ state: end, settled_at: at.getTime(), posted: kept })
  if (end !== 'sent' && end !== 'unknown') return
  if (end === 'sent' && kept !== null) await keepPosted(trx, database, row, { mark, posted: kept, at })
  await markNudged(trx, mark)
  const pace = { [row.kind === 'hint' ? 'last_hint_at' : 'last_praise_at']: at.getTime() }
  await trx('paces')
    .insert({ person: row.person, ...pace })
    .onConflict('person')
    .merge(pace)
}

/** Whether a nudge is still as its sender took it. One that was given up meanwhile may still have arrived. */
function isAsKnown(row: OutboxRow, known: NonNullable<Ending['known']>, state: Ending['state']): boolean {
  if (row.attempts !== known.attempts) return false
  return row.state === known.state || (row.state === 'unknown' && state !== 'pending')
}

/** Whether the message has a newer revision than the one that the nudge is about, or is gone. */
async function seenSince(trx: Knex, row: OutboxRow): Promise<boolean> {
  const written = Number(row.written_at ?? row.created_at)
  const revisions: Revision[] = await trx('sights').where(addressColumns(row)).select('revision', 'at')
  return revisions.some((each) => isNewer(each, written))
}
