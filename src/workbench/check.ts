import type { TuningCompiler } from '../lexicon/tuning/compiler.js'
import { keyOf } from '../lexicon/tuning/key-of.js'
import type { LiveLexicon } from '../tuning/live-lexicon.js'
import { createPauses } from '../tuning/pauses.js'
import { readAllowed, type Tuned, tunedFrom } from '../tuning/tuned.js'
import type { TuningStep } from '../types.js'
import { draftTuning, itemsOf } from './draft-tuning.js'
import { meaningFaults } from './meaning-faults.js'
import { nameFaults } from './name-faults.js'
import type { Reserved } from './reserved.js'
import { reservedFaults } from './reserved-faults.js'
import { shapeFaults } from './shape-faults.js'
import { keyFor } from './step.js'
import { wideTogether } from './wide-together.js'
import { IMPORT, type TuningFault } from './workbench.js'

/** What checking a change needs. */
export interface CheckParts {
  readonly lexicon: Pick<LiveLexicon, 'current' | 'base'>
  readonly compiler: Pick<TuningCompiler, 'tryOut'>
  readonly reserved: Reserved
  /** Ids of the company's units. */
  readonly units: () => Promise<ReadonlySet<string>>
}

/** A change as it would be, and what keeps it from being published. */
export interface Checked {
  readonly tuned: Tuned
  readonly faults: readonly TuningFault[]
}

/** Checks a change: shape, names, reserved terms, patterns, its own examples, width. */
export async function checkSteps(parts: CheckParts, steps: readonly TuningStep[]): Promise<Checked> {
  const { lexicon, compiler, reserved, units } = parts
  const now = lexicon.current()
  const pause = createPauses()
  const wrong: TuningFault[] = []
  const shaped: TuningStep[] = []
  for (const step of steps) {
    await pause()
    const faults = shapeFaults(step)
    if (faults.length > 0) wrong.push(...faults)
    else shaped.push(step)
  }
  const { own, faults: broken, classes } = await compiler.tryOut(itemsOf(shaped))
  const byKey = new Map(shaped.map((step) => [keyOf(step), step]))
  const refused = [
    ...(await reservedFaults(shaped, reserved, classes)),
    ...broken.map(({ key, where, ...fault }): TuningFault => {
      return { key: keyFor(byKey.get(key)!), code: 'pattern', where: fieldOf(where), ...fault }
    }),
  ]
  const isRefused = new Set(refused.map(({ key }) => keyOf(key)))
  const sound = shaped.filter((step) => !isRefused.has(keyOf(step)))
  const tuning = draftTuning(now.settings, shaped, own)
  await readAllowed(tuning, lexicon.base)
  const tuned = tunedFrom(lexicon.base, tuning, now.tuning + 1)
  const faults = [
    ...tooMuch(steps),
    ...wrong,
    ...(await nameFaults(shaped, now, lexicon.base, await units())),
    ...refused,
    ...(await meaningFaults(sound, tuned)),
  ]
  // What each step lacks comes first: mended, they may do less.
  return { tuned, faults: faults.length > 0 ? faults : await wideTogether(steps, now, tuned, lexicon.base) }
}

/** `patterns.0:1:16` as `patterns.1:16`: counted from 1, as people count. */
function fieldOf(where: string): string {
  const [, path = '', column = '1'] = where.match(/^(.*):\d+:(\d+)$/) ?? []
  return `${path.replace(/\.(\d+)$/, (_whole, index) => `.${Number(index) + 1}`)}:${Math.max(1, Number(column))}`
}

function tooMuch(steps: readonly TuningStep[]): TuningFault[] {
  const first = steps[IMPORT.entries]
  if (!first) return []
  return [
    {
      ...{ key: keyFor(first), code: 'too-much', where: 'steps' },
      found: `${steps.length} steps`,
      expected: `at most ${IMPORT.entries}`,
      remedy: 'Publish in several parts.',
    },
  ]
}
