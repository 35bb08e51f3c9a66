import type { Knex } from 'knex'
import type { Address, History, NudgeState } from '../types.js'
import { addressColumns } from './address-columns.js'
import { rows } from './rows.js'

/** Something said to a person, or the last of its kind; PostgreSQL answers big integers as strings. */
interface Said {
  readonly kind: 'hint' | 'praise'
  readonly at: number | string | null
  /** Null for what is only remembered as the last of its kind. */
  readonly state: NudgeState | null
  readonly platform: string
  readonly tenant: string
  readonly channel: string
  readonly message: string
}

/**
 * What has lately been said to a person. What waits or is under way counts as said, or else messages in quick
 * succession would each get a nudge; the waiting nudge about `besides` does not, a new revision replaces it.
 * @param key the person's pseudonym
 */
export async function history(db: Knex, key: string, dayStart: Date, besides?: Address): Promise<History> {
  const none = besides && addressColumns(besides)
  const isBesides = (row: Said) =>
    none !== undefined &&
    row.state === 'pending' &&
    row.message === none.message &&
    row.channel === none.channel &&
    row.tenant === none.tenant &&
    row.platform === none.platform
  const all = await rows<Said>(
    db,
    `select kind, created_at as at, state, platform, tenant, channel, message from outbox
      where person = ? and state in ('pending', 'sending', 'sent', 'unknown')
    union all select 'hint', last_hint_at, null, '', '', '', '' from paces where person = ?
    union all select 'praise', last_praise_at, null, '', '', '', '' from paces where person = ?`,
    [key, key, key],
  )
  const said = all
    .filter((row) => row.at !== null && !isBesides(row))
    .map(({ kind, at, state }) => ({ kind, at: Number(at), state }))
  const last = (kind: Said['kind']) => {
    const times = said.filter((row) => row.kind === kind).map(({ at }) => at)
    return times.length > 0 ? new Date(Math.max(...times)) : null
  }
  return {
    hintsToday: said.filter(
      ({ kind, at, state }) => state !== null && kind === 'hint' && at >= dayStart.getTime(),
    ).length,
    lastHintAt: last('hint'),
    lastPraiseAt: last('praise'),
  }
}
