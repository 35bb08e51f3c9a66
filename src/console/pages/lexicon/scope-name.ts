import type { Scope } from '../../../types.js'
import type { Desk } from './desk.js'

/** A scope as people call it. */
export function scopeName(scope: Scope, { words, units }: Pick<Desk, 'words' | 'units'>): string {
  const { scopes } = words
  if (scope === 'company') return scopes.company
  const cut = scope.indexOf('/')
  const rest = scope.slice(cut + 1)
  if (scope.slice(0, cut) === 'unit')
    return scopes.named('unit', units.find(({ id }) => id === rest)?.name ?? rest)
  return scopes.named('channel', rest)
}
