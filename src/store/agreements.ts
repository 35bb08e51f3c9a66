import { UserError } from '../errors.js'
import type { AgreedConfig, Agreement, ConsoleStore } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { fromJson, toJson } from './stored-json.js'

/** Bytes of a configuration, as JSON. */
const LONGEST = 8192

const ROLES: readonly string[] = ['admin', 'works-council'] satisfies Agreement['proposedRole'][]

interface AgreementRow {
  readonly hash: string | null
  readonly config: string
  readonly proposed_by: string
  readonly proposed_role: Agreement['proposedRole']
  readonly proposed_at: number | string
  readonly confirmed_by: string | null
  readonly confirmed_at: number | string | null
}

/** What was agreed with the works council: all that was ever confirmed, and one proposal at most. */
export function agreements({
  db,
  reads,
}: Database): Pick<ConsoleStore, 'agreement' | 'propose' | 'confirm' | 'withdraw'> {
  return {
    async agreement() {
      const confirmed: AgreementRow | undefined = await reads('agreements')
        .whereNull('waiting')
        .orderBy('id', 'desc')
        .first()
      const waiting: AgreementRow | undefined = await reads('agreements').where({ waiting: 1 }).first()
      return {
        inForce: confirmed && confirmed.hash !== null ? toAgreement(confirmed) : null,
        waiting: waiting ? toAgreement(waiting) : null,
      }
    },

    async propose({ hash, config, proposedBy, proposedRole, proposedAt }) {
      const row = {
        waiting: 1,
        hash: hash === null ? null : checkHash(hash),
        config: toJson('agreed configuration', config, LONGEST),
        proposed_by: checkId('proposedBy', proposedBy),
        proposed_role: checkRole(proposedRole),
        proposed_at: proposedAt.getTime(),
      }
      await db.transaction(async (trx) => {
        await trx('agreements').where({ waiting: 1 }).del()
        await trx('agreements').insert(row)
      })
    },

    async confirm(hash, by, role, at) {
      // One statement that tests all of it: nobody can exchange the proposal in between.
      const confirmed = await db('agreements')
        .where({ waiting: 1, hash })
        .whereNot({ proposed_by: checkId('by', by) })
        .whereNot({ proposed_role: checkRole(role) })
        .update({ waiting: null, confirmed_by: by, confirmed_at: at.getTime() })
      return confirmed > 0
    },

    async withdraw(hash) {
      // One that came in its place meanwhile is another's.
      return (await db('agreements').where({ waiting: 1, hash }).del()) > 0
    },
  }
}

function checkRole(role: string): string {
  if (ROLES.includes(role)) return role
  throw new UserError(
    'role',
    'another role',
    ROLES.join(' or '),
    'Somebody in one of these offices must do it.',
  )
}

function checkHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new UserError(
    'hash of a configuration',
    `${hash.length} characters`,
    '64 hex digits',
    'Propose the configuration anew.',
  )
}

function toAgreement(row: AgreementRow): Agreement {
  return {
    hash: row.hash,
    config: fromJson('stored agreement', row.config) as AgreedConfig,
    proposedBy: row.proposed_by,
    proposedRole: row.proposed_role,
    proposedAt: new Date(Number(row.proposed_at)),
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at === null ? null : new Date(Number(row.confirmed_at)),
  }
}
