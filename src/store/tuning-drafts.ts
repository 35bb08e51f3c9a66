import type { Knex } from 'knex'
import { UserError } from '../errors.js'
import type { TuningDraft, TuningStore } from '../types.js'
import { checkId } from './check-id.js'
import { checkText } from './check-text.js'
import type { Database } from './database.js'
import { insertAll, pieces, places } from './rows.js'
import { isSameJson } from './stored-json.js'
import { keyRow, type StepRow, stepOf, stepRows, wordOf } from './tuning-columns.js'

/** Steps in a draft. */
const MOST = 5000

/** A draft as it stands after a change: it waits for nobody. */
const CHANGED = { submitted_at: null, reason: null, idle_since: null }

interface DraftRow {
  readonly author: string
  readonly submitted_at: number | string | null
  readonly reason: string | null
}

/** Changes on their way to being published; a draft has at least one step, or there is none. */
export function tuningDrafts({
  db,
  reads,
}: Database): Pick<
  TuningStore,
  'draft' | 'saveSteps' | 'dropSteps' | 'dropPublished' | 'submit' | 'submitted'
> {
  async function withSteps({ author, submitted_at: at, reason }: DraftRow): Promise<TuningDraft> {
    const steps: StepRow[] = await reads('tuning_steps').where({ author }).orderBy(['scope', 'kind', 'name'])
    return {
      author,
      steps: steps.map(stepOf),
      submitted: at === null || reason === null ? null : { at: new Date(Number(at)), reason },
    }
  }

  return {
    async draft(author) {
      const row: DraftRow | undefined = await reads('tuning_drafts').where({ author }).first()
      return row ? withSteps(row) : null
    },

    async saveSteps(author, steps) {
      const added = stepRows(steps).map((row) => ({ author: checkId('author', author), ...row }))
      if (added.length === 0) return
      if (added.length > MOST) throw tooMany(added.length)
      await db.transaction(async (trx) => {
        await trx('tuning_drafts')
          .insert({ author, ...CHANGED })
          .onConflict('author')
          .merge()
        await insertAll(
          trx,
          'tuning_steps',
          added,
          `on conflict (author, scope, kind, name)
          do update set base = excluded.base, content = excluded.content`,
        )
        const number = await sizeOf(trx, author)
        if (number > MOST) throw tooMany(number)
      })
    },

    async dropSteps(author, key) {
      const row = key && keyRow(key)
      await db.transaction(async (trx) => {
        if (
          row &&
          (await trx('tuning_steps')
            .where({ author, ...row })
            .del()) === 0
        )
          return
        if (row && (await sizeOf(trx, author)) > 0)
          await trx('tuning_drafts').where({ author }).update(CHANGED)
        else await trx('tuning_drafts').where({ author }).del()
      })
    },

    async dropPublished(author, steps) {
      const published = new Map(stepRows(steps).map((row) => [wordOf(row), row]))
      await db.transaction(async (trx) => {
        const kept: StepRow[] = await trx('tuning_steps').where({ author })
        const done = kept.filter((row) => {
          const same = published.get(wordOf(row))
          return same?.base === row.base && isSameJson(same.content, row.content)
        })
        for (const some of pieces(done))
          await trx.raw(
            `delete from tuning_steps where author = ? and (scope, kind, name) in (values ${places(some.length, 3)})`,
            [author, ...some.flatMap(({ scope, kind, name }) => [scope, kind, name])],
          )
        if (done.length < kept.length) await trx('tuning_drafts').where({ author }).update(CHANGED)
        else await trx('tuning_drafts').where({ author }).del()
      })
    },

    async submit(author, reason, at) {
      const submitted = { submitted_at: at.getTime(), reason: checkText('reason of a change', reason, 200) }
      const found = await db('tuning_drafts')
        .where({ author })
        .update({ ...submitted, idle_since: null })
      if (found === 0)
        throw new UserError('draft', 'nothing', 'at least one change', 'Change something first.')
    },

    async submitted() {
      const waiting: DraftRow[] = await reads('tuning_drafts')
        .whereNotNull('submitted_at')
        .orderBy(['submitted_at', 'author'])
      const drafts: TuningDraft[] = []
      for (const row of waiting) drafts.push(await withSteps(row))
      return drafts
    },
  }
}

async function sizeOf(trx: Knex, author: string): Promise<number> {
  const counted = await trx('tuning_steps').where({ author }).count({ number: '*' }).first()
  return Number(counted?.['number'])
}

const tooMany = (number: number) =>
  new UserError(
    'draft',
    `${number} changes`,
    `at most ${MOST}`,
    'Publish some of them first, or set them anew in parts.',
  )
