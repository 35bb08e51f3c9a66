import type { Settings } from '../types.js'

/** What holds for a person who has set nothing. */
export const DEFAULT_SETTINGS: Settings = {
  optedIn: false,
  language: 'auto',
  tone: 'du',
  praise: true,
  mutedLabels: [],
  mutedRules: [],
  maxPerDay: 3,
  minutesBetween: 30,
  quietFrom: '18:00',
  quietTo: '08:00',
  pausedUntil: null,
  place: 'direct',
}
