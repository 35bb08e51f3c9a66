import { fold } from '../analyzer/morphology/fold.js'
import { keyOf } from '../lexicon/tuning/key-of.js'
import { createNaming } from '../tuning/naming.js'
import { createPauses } from '../tuning/pauses.js'
import type { Base, Tuned } from '../tuning/tuned.js'
import type { TuningStep } from '../types.js'
import { isOwn, keyFor, wordsOfStep } from './step.js'
import type { TuningFault } from './workbench.js'

/** Steps that name what does not exist, or what exists already. */
export async function nameFaults(
  steps: readonly TuningStep[],
  now: Tuned,
  base: Base,
  units: ReadonlySet<string>,
): Promise<TuningFault[]> {
  const pause = createPauses()
  const idsNamed = createNaming(base.entries, now.settings.languages, now.analyzer)
  const gone = new Set(steps.filter(({ value }) => value === null).map(keyOf))
  const set = steps.filter(({ value }) => value !== null)
  const own = new Map(set.filter(({ kind }) => kind === 'entry').map(({ name, scope }) => [name, scope]))
  let words: Set<string> | undefined
  /** What the own entries of the same change look for. */
  const isNew = (word: string) => (words ??= new Set(set.filter(isOwn).flatMap(wordsOfStep))).has(fold(word))

  const isTaken = ({ scope, name }: TuningStep): boolean => {
    const at = now.settings.scopes.get(name) ?? (now.entries.has(name) ? 'company' : scope)
    const isElsewhere = at !== scope && !gone.has(keyOf({ scope: at, kind: 'entry', name }))
    return base.entries.has(name) || isElsewhere || own.get(name) !== scope
  }
  const isKnown = ({ kind, name }: TuningStep): boolean =>
    now.entries.has(name) || own.has(name) || (kind === 'allow' && (isNew(name) || idsNamed(name).length > 0))

  const faults: TuningFault[] = []
  for (const step of set) {
    await pause()
    const { scope, kind, name } = step
    const key = keyFor(step)
    if (scope.startsWith('unit/') && !units.has(scope.slice('unit/'.length)))
      faults.push({
        ...{ key, code: 'unknown-scope', where: 'scope' },
        found: `the unit „${scope.slice('unit/'.length)}“`,
        expected: 'a unit of the organisation',
        remedy: 'Choose one of the units that were imported, or the whole company.',
      })
    if (kind === 'entry' && isTaken(step))
      faults.push({
        ...{ key, code: 'taken-id', where: 'name' },
        found: `the id „${name}“ a second time`,
        expected: 'an id of its own',
        remedy: 'Give this entry another id; one entry holds in one place.',
      })
    if ((kind === 'change' || kind === 'allow') && !isKnown(step))
      faults.push({
        ...{ key, code: 'unknown-entry', where: 'name' },
        found: `„${name}“`,
        expected: kind === 'change' ? 'the id of an entry' : 'a word or the id of an entry',
        remedy: 'Search the lexicon for it; what stands there nowhere is not counted anyway.',
      })
  }
  return faults
}
