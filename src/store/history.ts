import type { Knex } from 'knex'
import type { Address, History } from '../types.js'
import { addressColumns } from './address-columns.js'

/**
 * What has lately been said to a person. What waits or is under way counts as said, or else messages in quick
 * succession would each get a nudge; the waiting nudge about `besides` does not, a new revision replaces it.
 * @param key the person's pseudonym
 */
export async function history(db: Knex, key: string, dayStart: Date, besides?: Address): Promise<History> {
  const pace = await db('paces').where({ person: key }).first()
  const said = () => {
    const query = db('outbox')
      .where({ person: key })
      .whereIn('state', ['pending', 'sending', 'sent', 'unknown'])
    return besides
      ? query.whereNot((it) => it.where({ ...addressColumns(besides), state: 'pending' }))
      : query
  }
  const today = await said()
    .where({ kind: 'hint' })
    .where('created_at', '>=', dayStart.getTime())
    .count({ number: '*' })
  const latest: { kind: string; at: number | string }[] = await said()
    .select('kind')
    .max({ at: 'created_at' })
    .groupBy('kind')
  const last = (kind: string, paced: number | string | null | undefined) => {
    const times = latest.filter((row) => row.kind === kind).map(({ at }) => Number(at))
    if (paced !== null && paced !== undefined) times.push(Number(paced))
    return times.length > 0 ? new Date(Math.max(...times)) : null
  }
  return {
    hintsToday: Number(today[0]?.number ?? 0),
    lastHintAt: last('hint', pace?.last_hint_at),
    lastPraiseAt: last('praise', pace?.last_praise_at),
  }
}
