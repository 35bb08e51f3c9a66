import { DateTime } from 'luxon'
import type { Settings } from '../types.js'

/** Whether a time lies in a person's quiet hours, which may go over midnight; equal ends mean none. */
export function isQuiet(
  at: Date,
  { quietFrom, quietTo }: Pick<Settings, 'quietFrom' | 'quietTo'>,
  timeZone: string,
): boolean {
  const time = DateTime.fromJSDate(at, { zone: timeZone }).toFormat('HH:mm')
  if (quietFrom < quietTo) return time >= quietFrom && time < quietTo
  return quietFrom !== quietTo && (time >= quietFrom || time < quietTo)
}

/** The midnight before a time, in the company's time zone. */
export function dayStart(at: Date, timeZone: string): Date {
  return DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').toJSDate()
}

/** The next midnight after a time, in the company's time zone. */
export function nextDay(at: Date, timeZone: string): Date {
  return DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').plus({ days: 1 }).toJSDate()
}
