import { ANNOYING } from '../../../tuning/probation.js'
import type { KeptTuningItem, RuleAnswers } from '../../../types.js'
import type { House } from '../../house.js'
import type { Annoyance } from '../../pages/lexicon/annoying.js'

/** How many rules the page shows. */
const MOST = 20

/** Rules that the company or Klartext has put on probation, then those that many people answered badly. */
export async function annoyances({ store: { tuning }, facts, lexicon }: House): Promise<Annoyance[]> {
  const { entries, settings } = lexicon.current()
  const onProbation = [...(settings.changed.get('company') ?? [])]
    .filter(([, { status }]) => status === 'probation')
    .map(([rule]) => rule)
  const answered = (await tuning.ruleAnswers(facts.k, () => null)).filter(annoys).map(({ rule }) => rule)
  const changes = new Map<string, KeptTuningItem>()
  for (const rule of new Set([...onProbation, ...answered])) {
    const item = await tuning.item({ scope: 'company', kind: 'change', name: rule })
    if (item) changes.set(rule, item)
  }
  const versions = new Map((await tuning.versions(50)).map((version) => [version.version, version]))
  const setIn = (rule: string) => versions.get(changes.get(rule)?.since ?? 0)
  // What people answered before somebody decided about the rule is settled; Klartext decided for that very reason.
  const since = (rule: string) => {
    const version = setIn(rule)
    return version && version.author !== 'klartext' ? version.at : null
  }
  const fresh = await tuning.ruleAnswers(facts.k, since)
  const answersOf = new Map(fresh.map((answers) => [answers.rule, answers]))
  const rules = new Set([...onProbation, ...fresh.filter(annoys).map(({ rule }) => rule)])
  return [...rules]
    .flatMap((rule) => {
      const entry = entries.get(rule)
      if (!entry || entry.status === 'retired') return []
      return {
        line: entry,
        answers: answersOf.get(rule) ?? null,
        byItself: entry.status === 'probation' && setIn(rule)?.author === 'klartext',
        since: changes.get(rule)?.since ?? 0,
      }
    })
    .slice(0, MOST)
}

const annoys = ({ negative, people }: RuleAnswers) => negative / people > ANNOYING
