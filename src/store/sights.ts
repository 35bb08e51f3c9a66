import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import type { Nudge, Sight, Store } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { nudgedMark } from './nudged-mark.js'
import { personKey } from './person-key.js'

const key = ['platform', 'tenant', 'channel', 'message', 'revision']

/** Which messages were seen, what was found in them, and the nudge each of them gets at most once. */
export function sights({ db, secret }: Database): Pick<Store, 'seen' | 'record'> {
  return {
    async seen(address, revision) {
      const where = { ...addressColumns(address), revision: checkId('revision', revision) }
      return (await db('sights').where(where).first('id')) !== undefined
    },

    async record(sight) {
      const where = addressColumns(sight.address)
      const revision = checkId('revision', sight.revision)
      const sightings = sightingRows(sight, personKey(secret, sight.author))
      const rules = sight.nudge ? ruleRows(sight.nudge) : []
      const mark = nudgedMark(secret, sight.address)
      return db.transaction(async (trx) => {
        const [row] = await trx('sights')
          .insert({ ...where, revision, at: sight.at.getTime() })
          .onConflict(key)
          .ignore()
          .returning('id')
        if (!row) return false
        const newer = await trx('sights').where(where).where('at', '>', sight.at.getTime()).first('id')
        if (newer) return true
        // A message counts as it stands now: what its earlier revisions showed is gone.
        const earlier = trx('sights').where(where).whereNot({ id: row.id }).select('id')
        await trx('sightings').whereIn('sight', earlier).del()
        const rows = sightings.map((sighting) => ({ ...sighting, sight: row.id }))
        await trx.batchInsert('sightings', rows, 100)
        await trx('outbox').where(where).whereIn('state', ['pending', 'failed', 'dropped']).del()
        if (sight.nudge && !(await hadNudge(trx, where, mark))) {
          const id = randomUUID()
          await trx('outbox').insert({
            ...outboxRow(sight, sight.nudge),
            person: personKey(secret, sight.author),
            id,
          })
          await trx('outbox_rules').insert(rules.map((rule) => ({ nudge: id, ...rule })))
        }
        return true
      })
    },
  }
}

/** True where a nudge of this message is under way, was sent, or may have been. */
async function hadNudge(trx: Knex, where: object, mark: string): Promise<boolean> {
  const kept = await trx('outbox').where(where).first('id')
  return kept !== undefined || (await trx('nudged').where({ mark }).first()) !== undefined
}

function sightingRows(sight: Sight, person: string) {
  // To the hour: enough for any week or time zone, too coarse to find the message by its time.
  const hour = Math.floor(sight.at.getTime() / 3_600_000) * 3_600_000
  const lexicon = checkId('lexiconVersion', sight.lexiconVersion)
  return sight.sightings.map(({ label, rule }) => ({
    person,
    label: checkId('label', label),
    rule: checkId('rule', rule),
    language: sight.language,
    lexicon,
    hour,
  }))
}

const ruleRows = (nudge: Nudge) =>
  nudge.rules.map((rule, position) => ({ position, rule: checkId('rule', rule) }))

function outboxRow(sight: Sight, nudge: Nudge) {
  return {
    ...addressColumns(sight.address),
    recipient: checkId('user', sight.author.user),
    kind: nudge.kind,
    label: checkId('label', nudge.label),
    language: nudge.language,
    state: 'pending',
    attempts: 0,
    created_at: sight.at.getTime(),
    due_at: sight.dueAt.getTime(),
  }
}
