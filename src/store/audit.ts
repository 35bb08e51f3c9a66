import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { AuditEvent, AuditRecord, ConsoleStore } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'

/** What the first record follows. */
const BEGINNING = '0'.repeat(64)

/** More than there will ever be. */
const MANY = 2_147_483_647

/** Records that are read at once. */
const PAGE = 1000

interface AuditRow {
  readonly number: number
  readonly at: number | string
  readonly actor: string
  readonly role: AuditEvent['role']
  readonly action: string
  readonly subject: string
  readonly previous: string
  readonly hash: string
}

/**
 * The hash of a record: SHA-256 over a JSON array of the previous hash, the number, the time in milliseconds since 1970
 * UTC, actor, role, action and subject, in this order and without blanks. Anybody may compute it anew.
 */
const hashOf = ({ previous, number, at, actor, role, action, subject }: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, number, Number(at), actor, role, action, subject]))
    .digest('hex')

/** What was done in the console, each record bound to the one before. */
export function audit({ db, reads }: Database): Pick<ConsoleStore, 'audit' | 'auditRecords' | 'auditFault'> {
  let turn: Promise<unknown> = Promise.resolve()

  return {
    async audit({ actor, role, action, subject }, at) {
      const event = {
        at: at.getTime(),
        actor: checkId('actor', actor),
        role: checkId('role', role) as AuditEvent['role'],
        action: checkId('action', action),
        subject: checkId('subject', subject),
      }
      // Within one process one after the other: all at once, each would lose the race to all before it.
      const mine = turn.then(() => append(db, event))
      turn = mine.catch(() => {})
      await mine
    },

    async auditRecords(limit, before) {
      const found: AuditRow[] = await reads('audit')
        .where('number', '<', before ?? MANY)
        .orderBy('number', 'desc')
        .limit(limit)
      return found.map(({ previous: _, at, ...rest }): AuditRecord => ({ ...rest, at: new Date(Number(at)) }))
    },

    async auditFault() {
      let last: AuditRow | undefined
      for (;;) {
        const page: AuditRow[] = await reads('audit')
          .where('number', '>', last?.number ?? -1)
          .orderBy('number')
          .limit(PAGE)
        for (const record of page) {
          if (!follows(record, last)) return record.number
          last = record
        }
        if (page.length < PAGE) return null
      }
    },
  }
}

/** Appends to the end of the chain; where another process was faster, to its new end. */
async function append(db: Knex, event: Omit<AuditRow, 'number' | 'previous' | 'hash'>): Promise<void> {
  for (;;) {
    const last: AuditRow | undefined = await db('audit').orderBy('number', 'desc').first()
    const record = { ...event, number: (last?.number ?? 0) + 1, previous: last?.hash ?? BEGINNING }
    const written: object[] = await db('audit')
      .insert({ ...record, hash: hashOf(record) })
      .onConflict()
      .ignore()
      .returning('number')
    if (written.length > 0) return
  }
}

/** The oldest that is kept may follow what has expired; the very first follows nothing. */
function follows(record: AuditRow, last: AuditRow | undefined): boolean {
  if (record.hash !== hashOf(record)) return false
  if (last) return record.number === last.number + 1 && record.previous === last.hash
  return record.number !== 1 || record.previous === BEGINNING
}

/** Deletes records that are older, from the beginning of the chain on; never the newest, which the next one follows. */
export async function expireAudit(trx: Knex, until: number): Promise<number> {
  const kept = await trx('audit').where('at', '>', until).min({ number: 'number' }).first()
  const newest = await trx('audit').max({ number: 'number' }).first()
  const first = kept?.['number'] ?? newest?.['number'] ?? 0
  return trx('audit').where('number', '<', first).del()
}
