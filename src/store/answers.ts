import type { Store } from '../types.js'
import { answeredNudge, answerMark } from './answer-mark.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'

/** What people said to nudges, to tune the rules by: each keeps its rule and no person but for a mark; see `answerMark`. */
export function answers({ db, secret }: Database): Pick<Store, 'saveAnswer'> {
  return {
    saveAnswer: (id, answer, at) =>
      db.transaction(async (trx) => {
        // Locked where others write at the same time: who is being erased must not come back by a late answer.
        const nudge = await trx('outbox').where({ id }).forUpdate().first('person', 'label', 'language')
        const clearest = await trx('outbox_rules').where({ nudge: id }).orderBy('position').first('rule')
        if (!nudge || !clearest) return
        await trx('answers')
          .insert({
            nudge: answeredNudge(secret, id),
            answer: checkId('answer', answer),
            label: nudge.label,
            rule: clearest.rule,
            language: nudge.language,
            at: at.getTime(),
            mark: answerMark(secret, nudge.person, clearest.rule),
          })
          .onConflict(['nudge', 'answer'])
          .ignore()
      }),
  }
}
