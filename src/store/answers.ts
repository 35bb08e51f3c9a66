import type { Store } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'

/** What people said to nudges, to tune the rules by: each keeps its rule and no person. */
export function answers({ db }: Database): Pick<Store, 'saveAnswer'> {
  return {
    saveAnswer: (id, answer, at) =>
      db.transaction(async (trx) => {
        const nudge = await trx('outbox').where({ id }).first('label', 'language')
        const clearest = await trx('outbox_rules').where({ nudge: id }).orderBy('position').first('rule')
        if (!nudge || !clearest) return
        await trx('answers')
          .insert({
            nudge: id,
            answer: checkId('answer', answer),
            label: nudge.label,
            rule: clearest.rule,
            language: nudge.language,
            at: at.getTime(),
          })
          .onConflict(['nudge', 'answer'])
          .ignore()
      }),
  }
}
