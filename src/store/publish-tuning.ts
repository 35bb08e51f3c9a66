import type { Knex } from 'knex'
import { UserError } from '../errors.js'
import type { TuningConflict, TuningStore } from '../types.js'
import { checkId } from './check-id.js'
import { checkText } from './check-text.js'
import type { Database } from './database.js'
import { insertAll, pieces, places, rows } from './rows.js'
import { isSameJson } from './stored-json.js'
import {
  type ItemRow,
  itemOf,
  type KeyRow,
  type StepRow,
  stepOf,
  stepRows,
  wordOf,
} from './tuning-columns.js'

/** Versions that are kept, the latest among them, and the milliseconds for which each is kept in any case. */
const KEPT = 50
const LONG_ENOUGH = 90 * 24 * 3_600_000

/** A step that changes something, beside what it changes. */
interface Change {
  readonly step: StepRow
  readonly current: ItemRow | undefined
}

/** Makes steps the next version, all in one transaction; see `TuningStore.publish`. */
export function publishTuning({ db }: Database): TuningStore['publish'] {
  return async (steps, how) => {
    if (how.approver === how.author)
      throw new UserError('approver', 'the author', 'somebody else', 'Let a colleague approve the change.')
    const wanted = stepRows(steps)
    const about = {
      at: how.at.getTime(),
      author: checkId('author', how.author),
      approver: how.approver === null ? null : checkId('approver', how.approver),
      reason: checkText('reason of a change', how.reason, 200),
      back_to: how.backTo,
    }
    return db.transaction(async (trx) => {
      const version = await beginVersion(trx)
      const changes = await changesOf(trx, wanted)
      const conflicts = changes.filter(({ step, current }) => step.base !== (current?.since ?? 0))
      if (conflicts.length > 0 || changes.length === 0) {
        await trx('tuning_versions').where({ version }).del()
        return conflicts.length > 0 ? { conflicts: conflicts.map(conflictOf) } : { version: version - 1 }
      }
      await replace(trx, version, changes)
      await trx('tuning_versions')
        .where({ version })
        .update({ ...about, ...counts(changes) })
      await dropOld(trx, version, about.at)
      return { version }
    })
  }
}

/** Takes the next number before anything is read: whoever publishes at the same time waits, then sees what we wrote. */
async function beginVersion(trx: Knex): Promise<number> {
  for (;;) {
    const [taken] = await rows<{ version: number }>(
      trx,
      `insert into tuning_versions (version, at, author, reason, added, changed, removed)
      select coalesce(max(version), 0) + 1, 0, '-', '-', 0, 0, 0 from tuning_versions where true
      on conflict do nothing returning version`,
      [],
    )
    if (taken) return taken.version
  }
}

const keysOf = (some: readonly KeyRow[]) => some.flatMap(({ scope, kind, name }) => [scope, kind, name])

/** The steps that would change what is in force. */
async function changesOf(trx: Knex, wanted: readonly StepRow[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const steps of pieces(wanted)) {
    const found = await rows<ItemRow>(
      trx,
      `with wanted (scope, kind, name) as (values ${places(steps.length, 3)})
      select item.scope, item.kind, item.name, item.since, item.content from wanted
      join tuning_items item on item.scope = wanted.scope and item.kind = wanted.kind
        and item.name = wanted.name and item.until is null`,
      keysOf(steps),
    )
    const current = new Map(found.map((row) => [wordOf(row), row]))
    const pairs = steps.map((step): Change => ({ step, current: current.get(wordOf(step)) }))
    changes.push(...pairs.filter((pair) => !isSameJson(pair.step.content, pair.current?.content ?? null)))
  }
  return changes
}

const conflictOf = ({ step, current }: Change): TuningConflict => {
  const { value, base, ...key } = stepOf(step)
  return { ...key, current: current ? itemOf(current) : null, step: { ...key, value, base } }
}

async function replace(trx: Knex, version: number, changes: readonly Change[]): Promise<void> {
  for (const some of pieces(changes.flatMap(({ current }) => current ?? [])))
    await trx.raw(
      `update tuning_items set until = ? where until is null
      and (scope, kind, name) in (values ${places(some.length, 3)})`,
      [version, ...keysOf(some)],
    )
  await insertAll(
    trx,
    'tuning_items',
    changes.flatMap(({ step: { scope, kind, name, content } }) =>
      content === null ? [] : { scope, kind, name, since: version, content },
    ),
  )
}

function counts(changes: readonly Change[]) {
  const removed = changes.filter(({ step }) => step.content === null).length
  const added = changes.filter(({ current }) => current === undefined).length
  return { added, removed, changed: changes.length - added - removed }
}

/**
 * What was in force in no version that is kept goes, but for what the oldest of them replaced. Many versions in a row
 * make none go early: everybody has the time to see what was changed.
 */
async function dropOld(trx: Knex, version: number, now: number): Promise<void> {
  const young = await trx('tuning_versions')
    .where('at', '>', now - LONG_ENOUGH)
    .min({ version: 'version' })
    .first()
  const oldest = Math.min(version - KEPT + 1, Number(young?.['version'] ?? version))
  await trx('tuning_versions').where('version', '<', oldest).del()
  await trx('tuning_items').where('until', '<', oldest).del()
}
