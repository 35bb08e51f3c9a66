import { createPauses } from '../tuning/pauses.js'
import type { Tuned } from '../tuning/tuned.js'
import type { Audience, Scope, TuningStep } from '../types.js'
import { sample } from './sample.js'
import { isOwn, keyFor, type OwnStep } from './step.js'
import type { TuningFault } from './workbench.js'

/** An entry that finds something in more of the sentences that come with Klartext finds nothing in particular. */
const WIDEST = 0.1

/** Own entries that do not find what they should, or find nearly everything. */
export async function meaningFaults(
  steps: readonly TuningStep[],
  { analyzer }: Tuned,
): Promise<TuningFault[]> {
  const pause = createPauses()
  const own = steps.filter(isOwn)
  const faults: TuningFault[] = []
  for (const step of own) {
    const { value } = step
    const finds = (text: string) =>
      analyzer
        .hits({ text, language: value.language, ...placeOf(step) })
        .some(({ entry }) => entry.id === step.name)
    for (const [index, text] of (value.flag ?? []).entries()) {
      await pause()
      if (!finds(text)) faults.push(notFound(step, index, text))
    }
    for (const [index, text] of (value.allow ?? []).entries()) {
      await pause()
      if (finds(text)) faults.push(found(step, index, text))
    }
  }
  // Each sentence once for all entries that hold in the same place.
  for (const { steps: alike, ...place } of placesOf(own)) {
    const met = new Map<string, number>()
    for (const { text, language } of sample()) {
      await pause()
      const ids = new Set(analyzer.hits({ text, language, ...place }).map(({ entry }) => entry.id))
      for (const id of ids) met.set(id, (met.get(id) ?? 0) + 1)
    }
    for (const step of alike) {
      const all = sample().filter(({ language }) => language === step.value.language).length
      const count = met.get(step.name) ?? 0
      if (count > all * WIDEST) faults.push(tooWide(step, count, all))
    }
  }
  return faults
}

interface Place {
  readonly audience: Audience
  readonly scopes: readonly Scope[]
}

/** A place in which the entry holds. */
const placeOf = ({ scope, value }: OwnStep): Place => ({
  audience: value.audience?.[0] ?? 'team',
  scopes: scope === 'company' ? [] : [scope],
})

function placesOf(steps: readonly OwnStep[]): (Place & { steps: OwnStep[] })[] {
  const places = new Map<string, Place & { steps: OwnStep[] }>()
  for (const step of steps) {
    const place = placeOf(step)
    const key = [place.audience, ...place.scopes].join(' ')
    const known = places.get(key)
    if (known) known.steps.push(step)
    else places.set(key, { ...place, steps: [step] })
  }
  return [...places.values()]
}

const notFound = (step: OwnStep, index: number, text: string): TuningFault => ({
  ...{ key: keyFor(step), code: 'flag-not-found', where: `flag.${index + 1}` },
  found: `„${text}“ without a hit`,
  expected: 'an example in which the entry is found',
  remedy: 'Mend the pattern or the example.',
})

const found = (step: OwnStep, index: number, text: string): TuningFault => ({
  ...{ key: keyFor(step), code: 'allow-found', where: `allow.${index + 1}` },
  found: `a hit in „${text}“`,
  expected: 'an example in which the entry is not found',
  remedy: 'Make the pattern narrower, or mend the example.',
})

const tooWide = (step: OwnStep, count: number, all: number): TuningFault => ({
  ...{ key: keyFor(step), code: 'too-wide', where: step.value.patterns ? 'patterns' : 'name' },
  found: `${count} of ${all} sentences (${Math.round((100 * count) / all)} %)`,
  expected: `at most ${WIDEST * 100} % of the sentences that come with Klartext`,
  remedy: 'Name the wording more closely; what is found everywhere helps nobody.',
})
