import type { CompiledTuning, OwnEntries } from '../analyzer/tuning.js'
import type { CompiledOwn } from '../lexicon/tuning/compile-own.js'
import { tuningSettings } from '../lexicon/tuning/settings.js'
import type { EntryChange, Language, Scope, TuningItem, TuningStep } from '../types.js'

/**
 * What a company would have set after a change.
 * @param own the entries among the steps, compiled
 */
export function draftTuning(
  before: CompiledTuning,
  steps: readonly TuningStep[],
  own: CompiledOwn,
): CompiledTuning {
  const replaced = new Set(steps.filter(({ kind }) => kind === 'entry').map(({ name }) => name))
  const layers = (language: Language): OwnEntries[] => {
    const compiled = own[language]
    return [
      ...before.languages[language].map((layer) => ({
        ...layer,
        superseded: new Set([...layer.superseded, ...replaced]),
      })),
      ...(compiled ? [{ compiled, superseded: new Set<string>() }] : []),
    ]
  }
  const added = tuningSettings(itemsOf(steps))
  const gone = (kind: TuningItem['kind']) => steps.filter((step) => step.kind === kind && step.value === null)
  const allowed = new Map<Scope, Set<string>>(
    [...before.allowed].map(([scope, names]) => [scope, new Set(names)]),
  )
  for (const { scope, name } of gone('allow')) allowed.get(scope)?.delete(name)
  for (const [scope, names] of added.allowed)
    allowed.set(scope, new Set([...(allowed.get(scope) ?? []), ...names]))
  const changed = new Map<Scope, Map<string, EntryChange>>(
    [...before.changed].map(([scope, changes]) => [scope, new Map(changes)]),
  )
  for (const { scope, name } of gone('change')) changed.get(scope)?.delete(name)
  for (const [scope, changes] of added.changed)
    changed.set(scope, new Map([...(changed.get(scope) ?? []), ...changes]))
  const thresholds = new Map(before.thresholds)
  for (const { name } of gone('threshold')) thresholds.delete(name)
  for (const [name, weight] of added.thresholds) thresholds.set(name, weight)
  const scopes = new Map([...before.scopes].filter(([id]) => !replaced.has(id)))
  for (const [id, scope] of added.scopes) scopes.set(id, scope)
  return { languages: { de: layers('de'), en: layers('en') }, scopes, allowed, changed, thresholds }
}

/** The items that some steps set. */
export function itemsOf(steps: readonly TuningStep[]): TuningItem[] {
  return steps.flatMap(({ base: _base, ...step }) => (step.value === null ? [] : [step as TuningItem]))
}
