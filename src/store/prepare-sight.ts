import { randomUUID } from 'node:crypto'
import type { Nudge, Sight } from '../types.js'
import { addressColumns } from './address-columns.js'
import { checkId } from './check-id.js'
import { nudgedMark } from './nudged-mark.js'
import { personKey } from './person-key.js'

/** A sight as rows, checked; all that can be said without looking into the database. */
export type PreparedSight = ReturnType<typeof prepareSight>

const HOUR = 3_600_000

/**
 * Turns a sight into rows.
 * @throws UserError where a value could be prose or would not fit
 */
export function prepareSight(secret: string, sight: Sight) {
  const address = addressColumns(sight.address)
  const recipient = checkId('user', sight.author.user)
  const person = personKey(secret, sight.author)
  // The platform's clock may run ahead of ours: what is counted from now on cannot begin later.
  const since = Math.min(sight.at.getTime(), (sight.receivedAt ?? sight.at).getTime())
  return {
    address,
    /** Tells messages apart. */
    key: Object.values(address).join('|'),
    revision: checkId('revision', sight.revision),
    at: sight.at.getTime(),
    person,
    week: sight.week.getTime(),
    sightings: sightingRows(sight, person, since),
    nudge: sight.nudge && {
      ...nudgeRows(sight, sight.nudge, { person, recipient, since }),
      mark: nudgedMark(secret, sight.address),
    },
  }
}

function sightingRows(sight: Sight, person: string, since: number) {
  // To the hour: enough for any week or time zone, too coarse to find the message by its time.
  const hour = Math.floor(since / HOUR) * HOUR
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

function nudgeRows(
  sight: Sight,
  nudge: Nudge,
  {
    person,
    recipient,
    since,
  }: { readonly person: string; readonly recipient: string; readonly since: number },
) {
  const id = randomUUID()
  return {
    outbox: {
      id,
      person,
      ...addressColumns(sight.address),
      recipient,
      kind: nudge.kind,
      label: checkId('label', nudge.label),
      language: nudge.language,
      state: 'pending',
      attempts: 0,
      created_at: since,
      due_at: sight.dueAt.getTime(),
      written_at: sight.at.getTime(),
    },
    rules: nudge.rules.map((rule, position) => ({ nudge: id, position, rule: checkId('rule', rule) })),
  }
}
