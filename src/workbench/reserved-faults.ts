import type { TuningStep } from '../types.js'
import { createPauses } from './pauses.js'
import type { Reserved } from './reserved.js'
import { isOwn, keyFor, type OwnStep, wordsOfStep } from './step.js'
import type { TuningFault } from './workbench.js'

/** Own entries that look for what no company may look for; one fault each. */
export async function reservedFaults(
  steps: readonly TuningStep[],
  reserved: Reserved,
): Promise<TuningFault[]> {
  const pause = createPauses()
  const faults: TuningFault[] = []
  for (const step of steps) {
    if (!isOwn(step)) continue
    await pause()
    for (const word of [...wordsOfStep(step), ...(step.value.patterns ?? [])]) {
      const line = reserved(word)
      if (line === null) continue
      faults.push(faultOf(step, word, line))
      break
    }
  }
  return faults
}

const faultOf = (step: OwnStep, word: string, line: string): TuningFault => ({
  ...{ key: keyFor(step), code: 'reserved', where: step.value.patterns ? 'patterns' : 'name' },
  found: `„${word}“, which meets the reserved „${line}“`,
  expected: 'a word that says nothing about people, their health, beliefs or rights',
  remedy: 'Leave it out: lexicons/reserved.txt lists what no company may look for.',
})
