import { createHmac } from 'node:crypto'
import type { Knex } from 'knex'
import { pieces } from './rows.js'

/**
 * What tells the answers of different people to one rule apart: an HMAC of the person's pseudonym and the rule, 64 hex
 * digits. Of one person, the marks of two rules have nothing in common.
 * @param key the person's pseudonym
 */
export const answerMark = (secret: string, key: string, rule: string): string =>
  createHmac('sha256', secret).update(['answered', key, rule].join('|')).digest('hex')

/** Stands for the nudge that was answered: an HMAC of its id, which other tables keep beside its reader. */
export const answeredNudge = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(['answered', id].join('|')).digest('hex')

/** The marks that the person has, or would have, with the rules that were answered. */
export async function marksOf(db: Knex, secret: string, key: string): Promise<readonly string[]> {
  const rules: string[] = await db('answers').whereNotNull('mark').distinct('rule').pluck('rule')
  return rules.map((rule) => answerMark(secret, key, rule))
}

/** Leaves the person's answers, and takes from them whatever led to the person. */
export async function unmarkAnswers(db: Knex, secret: string, key: string): Promise<void> {
  for (const marks of pieces(await marksOf(db, secret, key)))
    await db('answers')
      .whereIn('mark', [...marks])
      .update({ mark: null })
}
