import { Refusal } from './Refusal.js'
import type { Fields } from './types.js'

/** Reads arguments, which come as JSON or as a form with JSON inside. */
export function readArgs(raw: Fields) {
  const text = (name: string) => {
    const value = raw[name]
    return value === undefined || value === null ? undefined : String(value)
  }

  return {
    raw,
    has: (name: string) => raw[name] !== undefined && raw[name] !== null && raw[name] !== '',
    text,
    need(name: string): string {
      const value = text(name)
      if (!value) throw new Refusal('invalid_arguments', [`[ERROR] missing required field: ${name}`])
      return value
    },
    flag: (name: string) => ['true', '1'].includes(text(name) ?? ''),
    number: (name: string, otherwise: number) => Number(text(name) || otherwise),
    /** A nested value; `error` is what Slack says of broken JSON. */
    json(name: string, error = 'invalid_arguments'): unknown {
      const value = raw[name]
      if (typeof value !== 'string') return value ?? undefined
      if (value === '') return undefined
      try {
        return JSON.parse(value)
      } catch {
        throw new Refusal(error)
      }
    },
  }
}

export type Args = ReturnType<typeof readArgs>
