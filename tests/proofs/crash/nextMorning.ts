import { DateTime } from 'luxon'

const ZONE = 'Europe/Berlin'
const [FIRST_HOUR, LAST_HOUR] = [9, 17]

/** Whether the hours are over in which people are at work, and far from their quiet hours. */
export const isEvening = (now: number): boolean => DateTime.fromMillis(now, { zone: ZONE }).hour >= LAST_HOUR

/** When they begin on the next day. */
export const nextMorning = (now: number): number =>
  DateTime.fromMillis(now, { zone: ZONE })
    .plus({ days: 1 })
    .startOf('day')
    .plus({ hours: FIRST_HOUR })
    .toMillis()
