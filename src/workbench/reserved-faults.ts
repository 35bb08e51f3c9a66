import { UserError } from '../errors.js'
import { createPauses } from '../tuning/pauses.js'
import type { TuningStep } from '../types.js'
import { type PatternPlace, placesOf } from './places-of.js'
import type { Reserved } from './reserved.js'
import { isOwn, keyFor, type OwnStep } from './step.js'
import type { TuningFault } from './workbench.js'

/** What an own entry names, and the line that forbids it. */
interface Met {
  readonly word: string
  readonly line: string
}

/**
 * Own entries that look for what no company may look for, or are called so; one fault each.
 * @param classes the words of the classes that they refer to, by `classKey`
 */
export async function reservedFaults(
  steps: readonly TuningStep[],
  reserved: Reserved,
  classes: ReadonlyMap<string, readonly string[]>,
): Promise<TuningFault[]> {
  const pause = createPauses()
  const faults: TuningFault[] = []
  const metIn = createMetIn(reserved)
  for (const step of steps) {
    if (!isOwn(step)) continue
    await pause()
    let met: Met | null = null
    for (const place of placesOfStep(step, classes)) {
      await pause()
      met ??= metIn(place)
    }
    const { patterns = [], name } = step.value
    met ??= firstOf([...patterns, ...(name === undefined ? [] : [name])], (word) => reserved(word))
    if (met) faults.push(faultOf(step, met))
  }
  return faults
}

function createMetIn(reserved: Reserved): (place: PatternPlace) => Met | null {
  const classes = new Map<readonly string[], Met | null>()
  // Of a class, whoever uses it. That it has names singles nobody out; where words only might go on as the list says,
  // they are many others as well.
  const inClass = (words: readonly string[]): Met | null => {
    let met = classes.get(words)
    if (met === undefined)
      classes.set(words, (met = firstOf(words, (word) => reserved.butNames(word.replace('*', '')))))
    return met
  }
  return (place) => {
    const { words, isClass } = place
    const met = isClass ? inClass(words) : firstOf(words, (word) => reserved(word))
    const line = met ? null : reserved.row(place)
    return line === null ? met : { word: `${isClass ? '@' : ''}${words[0]} …`, line }
  }
}

function firstOf(words: readonly string[], lineOf: (word: string) => string | null): Met | null {
  for (const word of words) {
    const line = lineOf(word)
    if (line !== null) return { word, line }
  }
  return null
}

/** None where a pattern cannot be read, of which the compiler tells. */
function placesOfStep({ value }: OwnStep, classes: ReadonlyMap<string, readonly string[]>) {
  try {
    return placesOf(value, classes)
  } catch (fault) {
    if (fault instanceof UserError) return []
    throw fault
  }
}

const faultOf = (step: OwnStep, { word, line }: Met): TuningFault => ({
  ...{ key: keyFor(step), code: 'reserved', where: step.value.patterns ? 'patterns' : 'name' },
  found: `„${word}“, which meets the reserved „${line}“`,
  expected: 'a word that says nothing about people, their health, beliefs or rights',
  remedy: 'Leave it out: lexicons/reserved.txt lists what no company may look for.',
})
