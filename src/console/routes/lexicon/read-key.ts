import type { TuningKey, TuningKind } from '../../../types.js'

const KINDS: ReadonlySet<string> = new Set<TuningKind>(['entry', 'allow', 'change', 'threshold'])

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 250

/** Reads what a form says an item is; null where it says something else. */
export function keyFrom(scope: unknown, kind: unknown, name: unknown): TuningKey | null {
  if (!isText(scope) || !isText(kind) || !KINDS.has(kind) || !isText(name)) return null
  return { scope, kind: kind as TuningKind, name }
}

/** Reads `keyLine`. */
export function readKey(line: string): TuningKey | null {
  try {
    const parts: unknown = JSON.parse(line)
    return Array.isArray(parts) && parts.length === 3 ? keyFrom(parts[0], parts[1], parts[2]) : null
  } catch {
    return null
  }
}
