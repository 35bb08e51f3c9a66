import { COMPANY, type CompiledTuning } from '../../analyzer/tuning.js'
import type { EntryChange, Scope, TuningItem } from '../../types.js'

/** All that a company has set but for the words of its own entries. */
export type TuningSettings = Omit<CompiledTuning, 'languages'>

/** Sorts what a company has set, of whatever kind, for the analyzer. */
export function tuningSettings(items: Iterable<TuningItem>): TuningSettings {
  const scopes = new Map<string, Scope>()
  const allowed = new Map<Scope, Set<string>>()
  const changed = new Map<Scope, Map<string, EntryChange>>()
  const thresholds = new Map<string, number>()
  for (const { scope, ...item } of items) {
    if (item.kind === 'allow') of(allowed, scope, () => new Set<string>()).add(item.name)
    else if (item.kind === 'change')
      of(changed, scope, () => new Map<string, EntryChange>()).set(item.name, item.value)
    else if (item.kind === 'threshold') thresholds.set(item.name, item.value.weight)
    else if (scope !== COMPANY) scopes.set(item.name, scope)
  }
  return { scopes, allowed, changed, thresholds }
}

function of<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
