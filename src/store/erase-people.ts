import type { Knex } from 'knex'
import { unmarkAnswers } from './answer-mark.js'

/** Tables in which rows are a person's own. */
const OF_PEOPLE = [
  'sightings',
  'outbox',
  'paces',
  'rosters',
  'weeks',
  'unit_people',
  'summaries',
  'sessions',
  'people',
] as const

/**
 * Deletes the rows that are people's own; part of the caller's transaction.
 * @param keys their pseudonyms, few enough for one statement
 */
export async function erasePeople(trx: Knex, secret: string, keys: readonly string[]): Promise<void> {
  // Published figures stay; that somebody is missing since must be known where weeks are compared.
  const missing: { week: number | string; number: number | string }[] = await trx('weeks')
    .whereIn('person', [...keys])
    .groupBy('week')
    .select('week')
    .count({ number: '*' })
  for (const { week, number } of missing)
    await trx('published').where({ week }).increment('erased', Number(number))
  for (const table of OF_PEOPLE)
    await trx(table)
      .whereIn('person', [...keys])
      .del()
  await renameHumans(trx, keys)
  // Once the outbox has nothing of theirs: whatever is answered later finds no person to mark.
  for (const key of keys) await unmarkAnswers(trx, secret, key)
}

/** Whoever has accounts left counts under one of these from now on. */
async function renameHumans(trx: Knex, keys: readonly string[]): Promise<void> {
  const left: { human: string; person: string }[] = await trx('unit_people')
    .whereIn('human', [...keys])
    .groupBy('human')
    .select('human')
    .min({ person: 'person' })
  for (const { human, person } of left) await trx('unit_people').where({ human }).update({ human: person })
}
