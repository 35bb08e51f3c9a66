import type { Knex } from 'knex'
import type { Label, Person, Settings, Store } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { history } from './history.js'
import { personKey } from './person-key.js'

/** What people have set, under their pseudonym. */
export function people({
  db,
  reads,
  secret,
}: Database): Pick<Store, 'settings' | 'saveSettings' | 'history' | 'dropPending'> {
  return {
    async settings(person) {
      const key = personKey(secret, person)
      const row = await reads('people').where({ person: key }).first()
      if (!row) return undefined
      const muted: Muted[] = await reads('muted').where({ person: key }).orderBy('value')
      return toSettings(row, muted)
    },

    async saveSettings(person, settings, at) {
      const key = personKey(secret, person)
      const row = { ...toRow(settings, at), platform: person.platform, tenant: person.tenant }
      const muted = toMuted(settings).map((entry) => ({ person: key, ...entry }))
      await db.transaction(async (trx) => {
        await trx('people')
          .insert({ person: key, ...row })
          .onConflict('person')
          .merge()
        await trx('muted').where({ person: key }).del()
        await trx.batchInsert('muted', muted, 100)
      })
    },

    history: (person, dayStart, besides) => history(reads, personKey(secret, person), dayStart, besides),

    dropPending: (person) => dropPending(db, secret, person),
  }
}

async function dropPending(db: Knex, secret: string, person: Person): Promise<void> {
  await db('outbox')
    .where({ person: personKey(secret, person), state: 'pending' })
    .del()
}

interface Muted {
  readonly kind: 'label' | 'rule'
  readonly value: string
}

function toMuted(settings: Settings): Muted[] {
  const labels = [...new Set(settings.mutedLabels)].map((value) => ({ kind: 'label' as const, value }))
  const rules = [...new Set(settings.mutedRules)].map((value) => ({ kind: 'rule' as const, value }))
  return [...labels, ...rules].map(({ kind, value }) => ({ kind, value: checkId(`muted ${kind}`, value) }))
}

function toRow(settings: Settings, at: Date) {
  return {
    opted_in: Number(settings.optedIn),
    language: checkId('language', settings.language),
    tone: checkId('tone', settings.tone),
    praise: Number(settings.praise),
    max_per_day: settings.maxPerDay,
    minutes_between: settings.minutesBetween,
    quiet_from: checkId('quietFrom', settings.quietFrom),
    quiet_to: checkId('quietTo', settings.quietTo),
    paused_until: settings.pausedUntil?.getTime() ?? null,
    place: checkId('place', settings.place),
    changed_at: at.getTime(),
  }
}

type Row = ReturnType<typeof toRow>

function toSettings(row: Row, muted: readonly Muted[]): Settings {
  return {
    optedIn: Number(row.opted_in) === 1,
    language: row.language as Settings['language'],
    tone: row.tone as Settings['tone'],
    praise: Number(row.praise) === 1,
    mutedLabels: muted.filter(({ kind }) => kind === 'label').map(({ value }) => value as Label),
    mutedRules: muted.filter(({ kind }) => kind === 'rule').map(({ value }) => value),
    maxPerDay: row.max_per_day,
    minutesBetween: row.minutes_between,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    // PostgreSQL answers big integers as strings.
    pausedUntil: row.paused_until === null ? null : new Date(Number(row.paused_until)),
    place: row.place as Settings['place'],
  }
}
