import type { Knex } from 'knex'
import type { Label, Language, Nudge, NudgeState, PlatformName, Settings, StoredNudge } from '../types.js'

/** A row of the table `outbox`. PostgreSQL answers big integers as strings. */
export interface OutboxRow {
  readonly id: string
  readonly person: string
  readonly platform: PlatformName
  readonly tenant: string
  readonly channel: string
  readonly message: string
  readonly recipient: string
  readonly kind: Nudge['kind']
  readonly label: Label
  readonly language: Language
  readonly state: NudgeState
  readonly attempts: number
  readonly created_at: number | string
  readonly due_at: number | string
  /** Null in rows that are older than the column. */
  readonly written_at: number | string | null
  readonly place: Settings['place'] | null
  readonly posted: string | null
}

/** Rows of the outbox as the nudges they stand for, in the same order, each with its rules. */
export async function storedNudges(db: Knex, rows: readonly OutboxRow[]): Promise<StoredNudge[]> {
  const ids = rows.map(({ id }) => id)
  const rules: { nudge: string; rule: string }[] = await db('outbox_rules')
    .whereIn('nudge', ids)
    .orderBy('position')
  return rows.map((row) => {
    const { platform, tenant, channel, message, kind, label, language } = row
    const own = rules.filter(({ nudge }) => nudge === row.id).map(({ rule }) => rule)
    return {
      id: row.id,
      to: { platform, tenant, user: row.recipient },
      about: { platform, tenant, channel, message },
      nudge: { kind, label, rules: own, language },
      state: row.state,
      attempts: row.attempts,
      createdAt: new Date(Number(row.created_at)),
      dueAt: new Date(Number(row.due_at)),
      place: row.place,
      posted: row.posted,
    }
  })
}
