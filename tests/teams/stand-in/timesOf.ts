import type { Fields } from './types.js'

/** Making one takes long. */
const kept = new Map<string, Intl.DateTimeFormat>()

function offsets(timeZone: string): Intl.DateTimeFormat {
  const format = kept.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  kept.set(timeZone, format)
  return format
}

/** A time as the person's clock shows it: `2026-01-05T09:00:00.000+01:00`. */
function local(at: number, timezone: string): string {
  const parts = offsets(timezone).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')!.value.slice(3) || '+00:00'
  const [hours, minutes] = offset.split(':').map(Number) as [number, number]
  const ms = (Math.abs(hours) * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return new Date(at + ms).toISOString().replace('Z', offset)
}

/** When an activity was sent: `timestamp` and `localTimestamp`. */
export function timesOf(at: number, timezone: string): Fields {
  return { timestamp: new Date(at).toISOString(), localTimestamp: local(at, timezone) }
}
