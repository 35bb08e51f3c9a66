import type { Logger } from 'pino'
import { COMPANY } from '../analyzer/tuning.js'
import type { EntryChange, RuleAnswers, Store } from '../types.js'
import type { LiveLexicon } from './live-lexicon.js'

/** From this share of negative answers on, a rule is put on probation: found, but never nudged. */
export const ANNOYING = 0.1

/** Always the same: a share by the percent would tell how many answered. */
const REASON = 'Mehr als 10 % derer, die geantwortet haben, fanden die Hinweise unpassend.'

interface Parts {
  readonly store: {
    readonly tuning: Pick<Store['tuning'], 'ruleAnswers' | 'versions' | 'item' | 'publish'>
    readonly console: Pick<Store['console'], 'audit'>
  }
  readonly lexicon: Pick<LiveLexicon, 'current' | 'refresh'>
  /** People who must have answered. */
  readonly k: number
  readonly clock: () => Date
  readonly log: Pick<Logger, 'warn'>
  /** Milliseconds between two looks at the answers. */
  readonly every: number
}

/** Puts rules that annoy on probation by itself. */
export interface Probation {
  start(): void
  stop(): Promise<void>
  /** One look at the answers; answers the ids of the rules that were put on probation. */
  round(): Promise<readonly string[]>
}

/** Versions in which a rule may have been changed; older answers count for rules that were changed before. */
const VERSIONS = 50

/** Whoever lifts a probation is not overruled by old answers: only those since the last change of the rule count. */
export function createProbation({ store, lexicon, k, clock, log, every }: Parts): Probation {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  const keyOf = (rule: string) => ({ scope: COMPANY, kind: 'change', name: rule }) as const
  const sinceChange = async (): Promise<(rule: string) => Date | null> => {
    const { settings } = lexicon.current()
    const changed = settings.changed.get(COMPANY)
    const times = new Map((await store.tuning.versions(VERSIONS)).map(({ version, at }) => [version, at]))
    const since = new Map<string, Date>()
    for (const rule of changed?.keys() ?? []) {
      const item = await store.tuning.item(keyOf(rule))
      const at = item && times.get(item.since)
      if (at) since.set(rule, at)
    }
    return (rule) => since.get(rule) ?? null
  }
  const put = async ({ rule }: RuleAnswers): Promise<boolean> => {
    const item = await store.tuning.item(keyOf(rule))
    const value: EntryChange = { ...(item?.value as EntryChange | undefined), status: 'probation' }
    const published = await store.tuning.publish([{ ...keyOf(rule), value, base: item?.since ?? 0 }], {
      at: clock(),
      author: 'klartext',
      approver: null,
      reason: REASON,
      backTo: null,
    })
    // Somebody is just changing it: they have seen it.
    if ('conflicts' in published) return false
    await store.console.audit(
      { actor: 'klartext', role: 'system', action: 'lexicon.probation', subject: rule },
      clock(),
    )
    return true
  }
  const round = async (): Promise<string[]> => {
    const rules: string[] = []
    for (const answers of await store.tuning.ruleAnswers(k, await sinceChange())) {
      const status = lexicon.current().entries.get(answers.rule)?.status
      if (status !== 'active' || answers.negative / answers.people <= ANNOYING) continue
      if (await put(answers)) rules.push(answers.rule)
    }
    if (rules.length > 0) await lexicon.refresh()
    return rules
  }

  return {
    round,
    start() {
      const look = () => {
        running = round().catch(() => log.warn({}, 'the answers to hints could not be looked at'))
      }
      timer = setInterval(look, every).unref()
    },
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
