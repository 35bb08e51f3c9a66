import type { Knex } from 'knex'
import type { Band, Direction, Figures, Label, PlatformName, Store, SummaryLetter } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { humansOf } from './organisation.js'
import { personKey } from './person-key.js'
import { NOBODY } from './posted.js'
import { insertAll, type Value } from './rows.js'

/** Accounts a statement. */
const AT_ONCE = 500

/** Stands where a unit has figures, but of no label. */
const NONE = '-'

interface LetterRow {
  readonly id: string
  readonly week: number | string
  readonly unit: string
  readonly platform: PlatformName
  readonly tenant: string
  readonly recipient: string
  readonly exercise: string
}

/** What was published, for good, and the summaries on their way to managers. */
export function summaries({
  db,
  reads,
  secret,
}: Database): Pick<
  Store,
  'publish' | 'published' | 'counted' | 'claimSummary' | 'settleSummary' | 'exercises'
> {
  async function insertFigures(trx: Knex, week: number, figures: readonly Figures[]): Promise<void> {
    const cells = figures.flatMap(({ unit, labels }): Record<string, Value>[] => {
      const entries = Object.entries(labels) as [Label, { band: Band; direction: Direction | null }][]
      if (entries.length === 0) return [{ week, unit, label: NONE, band: null, direction: null }]
      return entries.map(([label, { band, direction }]) => ({
        ...{ week, unit: checkId('unit', unit), label: checkId('label', label) },
        ...{ band, direction },
      }))
    })
    await insertAll(trx, 'figures', cells)
    const terms = figures.flatMap(({ unit, terms: met }): Record<string, Value>[] =>
      met.map((rule, position) => ({ week, unit, position, rule: checkId('rule', rule) })),
    )
    await insertAll(trx, 'terms', terms)
  }

  /** Marks the accounts of those who counted; what comes late, or opts out later, changes nothing of it. */
  async function mark(trx: Knex, week: Date, counted: ReadonlySet<string>): Promise<void> {
    const own = { week: week.getTime() }
    const humans = await humansOf(trx, week)
    const written: string[] = await trx('weeks').where(own).pluck('person')
    const accounts = written.filter((person) => counted.has(humans.get(person) ?? person))
    for (let start = 0; start < accounts.length; start += AT_ONCE)
      await trx('weeks')
        .where(own)
        .whereIn('person', accounts.slice(start, start + AT_ONCE))
        .update({ counted: 1 })
  }

  const letterRows = (letters: readonly SummaryLetter[]) =>
    letters.map(({ id, to, unit, week, exercise }) => ({
      id: checkId('id', id),
      week: week.getTime(),
      unit: checkId('unit', unit),
      person: personKey(secret, to),
      ...{ platform: to.platform, tenant: to.tenant, recipient: to.user },
      exercise: checkId('exercise', exercise),
      ...{ state: 'pending', settled_at: null },
    }))

  return {
    publish: (week, figures, letters, counted, at) =>
      db.transaction(async (trx) => {
        const fresh: object[] = await trx('published')
          .insert({ week: week.getTime(), at: at.getTime(), erased: 0 })
          .onConflict('week')
          .ignore()
          .returning('week')
        if (fresh.length === 0) return false
        await insertFigures(trx, week.getTime(), figures)
        await insertAll(trx, 'summaries', letterRows(letters))
        await mark(trx, week, new Set(counted))
        return true
      }),

    async published(week) {
      const own = { week: week.getTime() }
      const found: { erased: number } | undefined = await reads('published').where(own).first('erased')
      if (!found) return null
      const cells: { unit: string; label: Label | '-'; band: Band; direction: Direction | null }[] =
        await reads('figures').where(own).orderBy(['unit', 'label'])
      const terms: { unit: string; rule: string }[] = await reads('terms')
        .where(own)
        .orderBy(['unit', 'position'])
      const units = [...new Set(cells.map(({ unit }) => unit))]
      const figures = units.map((unit): Figures => {
        const mine = cells.filter((cell) => cell.unit === unit && cell.label !== NONE)
        return {
          unit,
          labels: Object.fromEntries(mine.map(({ label, band, direction }) => [label, { band, direction }])),
          terms: terms.filter((term) => term.unit === unit).map(({ rule }) => rule),
        }
      })
      return { figures, erased: Number(found.erased) }
    },

    async counted(week) {
      const humans = await humansOf(reads, week)
      const accounts: string[] = await reads('weeks')
        .where({ week: week.getTime(), counted: 1 })
        .pluck('person')
      return [...new Set(accounts.map((person) => humans.get(person) ?? person))]
    },

    claimSummary: () =>
      db.transaction(async (trx) => {
        const next = trx('summaries')
          .where({ state: 'pending' })
          .orderByRaw('coalesce(settled_at, 0), id')
          .limit(1)
          .select('id')
        // One statement that tests the state again: no two dispatchers can take the same row.
        const [row]: LetterRow[] = await trx('summaries')
          .where({ state: 'pending' })
          .whereIn('id', next)
          .update({ state: 'sending' })
          .returning('*')
        if (!row) return null
        const { id, week, unit, platform, tenant, recipient, exercise } = row
        return { id, unit, exercise, week: new Date(Number(week)), to: { platform, tenant, user: recipient } }
      }),

    async settleSummary(id, state, at) {
      const reader = state === 'pending' ? {} : { recipient: NOBODY }
      await db('summaries')
        .where({ id, state: 'sending' })
        .update({ state, settled_at: at.getTime(), ...reader })
    },

    exercises: (unit, since) =>
      reads('summaries')
        .where({ unit })
        .where('week', '>=', since.getTime())
        .orderBy([{ column: 'week', order: 'desc' }, 'id'])
        .pluck('exercise'),
  }
}
