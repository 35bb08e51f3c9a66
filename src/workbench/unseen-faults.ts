import type { TuningStep } from '../types.js'
import { keyFor } from './step.js'
import type { TuningFault } from './workbench.js'

/** What turns the direction of writing round, and what is no character to be read: everybody sees these texts. */
const UNSEEN = /[\p{Bidi_Control}\p{Cs}]|(?!\n)\p{Cc}/u

/** The first text of a step with characters that show something else than it says. */
export function unseenFaults(step: TuningStep): TuningFault[] {
  const texts: readonly (readonly [where: string, text: unknown])[] = [
    ['name', step.name],
    ...Object.entries(step.value ?? {}).flatMap(([field, value]) =>
      Array.isArray(value)
        ? value.map((one, index) => [`${field}.${index}`, one] as const)
        : [[field, value] as const],
    ),
  ]
  const [where, text] = texts.find(([, text]) => typeof text === 'string' && UNSEEN.test(text)) ?? []
  if (where === undefined) return []
  const code = String(text).match(UNSEEN)![0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return [
    {
      ...{ key: keyFor(step), code: 'schema', where },
      found: `the character U+${code}`,
      expected: 'a text without control characters and marks of direction',
      remedy: 'Type it anew instead of copying it.',
    },
  ]
}
