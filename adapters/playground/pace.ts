import type { Settings } from '../../src/types.js'

type Limits = Pick<Settings, 'maxPerDay' | 'minutesBetween' | 'quietFrom' | 'quietTo'>

/** How often hints may come: freely while trying out, or as at work. */
export const paces: Readonly<Record<'free' | 'everyday', Limits>> = {
  free: { maxPerDay: 50, minutesBetween: 0, quietFrom: '00:00', quietTo: '00:00' },
  everyday: { maxPerDay: 3, minutesBetween: 30, quietFrom: '18:00', quietTo: '08:00' },
}

/** The pace that these settings follow; null where somebody has set other numbers. */
export function paceOf(settings: Settings): keyof typeof paces | null {
  const follows = (limits: Limits) =>
    Object.entries(limits).every(([name, value]) => settings[name as keyof Limits] === value)
  if (follows(paces.free)) return 'free'
  return follows(paces.everyday) ? 'everyday' : null
}

/** Tomorrow morning at six, on the clock of this computer. */
export function tomorrow(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 6)
}
