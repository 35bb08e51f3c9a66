import { DateTime } from 'luxon'
import type { Settings } from '../types.js'

/** What the clock on the wall says, and the midnights around it. */
interface Wall {
  readonly minute: number
  readonly zone: string
  /** `HH:MM` */
  readonly time: string
  readonly dayStart: Date
  readonly nextDay: Date
}

const MINUTE = 60_000

/** Zones are worked out once a minute: many messages come in one, and no zone changes within one. */
let last: Wall | undefined

function wall(at: Date, zone: string): Wall {
  const minute = Math.floor(at.getTime() / MINUTE)
  if (last?.minute === minute && last.zone === zone) return last
  const local = DateTime.fromMillis(minute * MINUTE, { zone })
  const start = local.startOf('day')
  last = {
    minute,
    zone,
    time: local.toFormat('HH:mm'),
    dayStart: start.toJSDate(),
    nextDay: start.plus({ days: 1 }).toJSDate(),
  }
  return last
}

/** Whether a time lies in a person's quiet hours, which may go over midnight; equal ends mean none. */
export function isQuiet(
  at: Date,
  { quietFrom, quietTo }: Pick<Settings, 'quietFrom' | 'quietTo'>,
  timeZone: string,
): boolean {
  const { time } = wall(at, timeZone)
  if (quietFrom < quietTo) return time >= quietFrom && time < quietTo
  return quietFrom !== quietTo && (time >= quietFrom || time < quietTo)
}

/** The midnight before a time, in the company's time zone. */
export const dayStart = (at: Date, timeZone: string): Date => wall(at, timeZone).dayStart

/** The next midnight after a time, in the company's time zone. */
export const nextDay = (at: Date, timeZone: string): Date => wall(at, timeZone).nextDay
