import type { Fields } from '../types.js'

/** A card after a button has shown or hidden parts of it; the bot hears nothing of that. */
export function toggled(card: Fields, { targetElements }: Fields): Fields {
  const targets = new Map<string, unknown>()
  for (const target of (targetElements ?? []) as (string | Fields)[]) {
    if (typeof target === 'string') targets.set(target, undefined)
    else targets.set(String(target.elementId), target.isVisible)
  }

  function changed(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(changed)
    if (typeof part !== 'object' || part === null) return part
    const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, changed(value)]))
    if (typeof copy.id !== 'string' || !targets.has(copy.id)) return copy
    return { ...copy, isVisible: targets.get(copy.id) ?? copy.isVisible === false }
  }

  return changed(card) as Fields
}
