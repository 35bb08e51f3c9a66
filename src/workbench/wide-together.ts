import type { Analyzer } from '../analyzer/analyzer.js'
import { createPauses } from '../tuning/pauses.js'
import type { Base, Tuned } from '../tuning/tuned.js'
import type { Label, Scope, TuningStep } from '../types.js'
import { sample } from './sample.js'
import { keyFor } from './step.js'
import type { TuningFault } from './workbench.js'

/** All that a company sets may flag no larger share of the harmless sentences that come with Klartext. */
const WIDEST = 0.1

/** So many places are looked at one by one where all of them together would be too wide. */
const MOST_PLACES = 50

const PRAISE: readonly Label[] = ['ownership', 'care']

/**
 * Steps that are each narrow enough and, with all that was published before, flag much that deserves no hint: many
 * small entries, low thresholds, heavy weights. What makes it fewer than now is never held up.
 */
export async function wideTogether(
  steps: readonly TuningStep[],
  now: Tuned,
  after: Tuned,
  base: Base,
): Promise<TuningFault[]> {
  const telling = steps.filter(({ kind }) => kind !== 'allow')
  const [first] = telling
  if (first === undefined) return []
  const { share, found } = await createShare(base.analyzer)
  const isTooWide = async (scopes: readonly Scope[]) => {
    const then = await share(after.analyzer, scopes)
    return then > WIDEST && then > (await share(now.analyzer, scopes))
  }
  const scopes = [...new Set(telling.map(({ scope }) => scope).filter((scope) => scope !== 'company'))]
  if (!(await isTooWide(scopes))) return []
  const places: (readonly Scope[])[] =
    scopes.length === 0 || scopes.length > MOST_PLACES ? [scopes] : [[], ...scopes.map((scope) => [scope])]
  for (const place of places)
    if (await isTooWide(place)) return [faultOf(first, await found(after.analyzer, place))]
  return []
}

/** Counts the harmless sentences that are flagged, those that Klartext flags as it comes left out. */
async function createShare(base: Analyzer) {
  const pause = createPauses()
  const isFlagged = (analyzer: Analyzer, { text, language, audience }: Sentence, scopes: readonly Scope[]) =>
    analyzer.analyze({ text, language, audience, scopes }).labels.some((label) => !PRAISE.includes(label))
  const all = sample().filter(({ labels }) => labels.length === 0)
  const quiet: Sentence[] = []
  for (const sentence of all) {
    await pause()
    if (!isFlagged(base, sentence, [])) quiet.push(sentence)
  }
  const count = async (analyzer: Analyzer, scopes: readonly Scope[]) => {
    let flagged = 0
    for (const sentence of quiet) {
      await pause()
      if (isFlagged(analyzer, sentence, scopes)) flagged++
    }
    return flagged
  }
  return {
    share: async (analyzer: Analyzer, scopes: readonly Scope[]) =>
      (await count(analyzer, scopes)) / all.length,
    found: async (analyzer: Analyzer, scopes: readonly Scope[]) => {
      const flagged = await count(analyzer, scopes)
      return `${flagged} of ${all.length} harmless sentences (${Math.round((100 * flagged) / all.length)} %)`
    },
  }
}

type Sentence = ReturnType<typeof sample>[number]

function faultOf({ value, ...step }: TuningStep, found: string): TuningFault {
  const isTerm = step.kind === 'entry' && value !== null && !('patterns' in value)
  return {
    ...{ key: keyFor({ ...step }), code: 'too-wide', found },
    where: step.kind === 'entry' ? (isTerm ? 'name' : 'patterns') : 'weight',
    expected: `at most ${WIDEST * 100} %, together with all that was published before`,
    remedy: 'Raise the thresholds, or leave out what flags sentences that deserve no hint.',
  }
}
