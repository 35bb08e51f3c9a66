import type { Answer, Label, RuleAnswers, TuningStore } from '../types.js'
import type { Database } from './database.js'

const NEGATIVE = ['not-helpful', 'quotation', 'team-term'] satisfies Answer[]

/** The answers that say something of the rule. */
const TELLING = ['helpful', ...NEGATIVE]

interface AnswerRow {
  readonly label: Label
  readonly answer: string
  readonly mark: string
}

/** How people answered, by rule: only how many, and only where many did. */
export function ruleAnswers({ reads }: Database): Pick<TuningStore, 'ruleAnswers'> {
  const telling = () => reads('answers').whereIn('answer', TELLING).whereNotNull('mark')
  return {
    async ruleAnswers(people, since) {
      const often: string[] = await telling()
        .groupBy('rule')
        .havingRaw('count(distinct mark) >= ?', [people])
        .pluck('rule')
      const found: RuleAnswers[] = []
      for (const rule of often) {
        const given: AnswerRow[] = await telling()
          .where({ rule })
          .where('at', '>=', since(rule)?.getTime() ?? 0)
          .distinct('label', 'answer', 'mark')
        const whoSaid = (...answers: readonly string[]) =>
          new Set(given.filter(({ answer }) => answers.includes(answer)).map(({ mark }) => mark)).size
        if (whoSaid(...TELLING) < people || given[0] === undefined) continue
        found.push({
          rule,
          label: given[0].label,
          people: whoSaid(...TELLING),
          notHelpful: whoSaid('not-helpful'),
          quotation: whoSaid('quotation'),
          teamTerm: whoSaid('team-term'),
          negative: whoSaid(...NEGATIVE),
        })
      }
      const share = ({ negative, people: all }: RuleAnswers) => negative / all
      return found.sort(
        (a, b) => share(b) - share(a) || b.negative - a.negative || (a.rule < b.rule ? -1 : 1),
      )
    },
  }
}
