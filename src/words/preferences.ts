import { DateTime } from 'luxon'
import type { Settings } from '../types.js'
import type { Words } from './index.js'

type Choices = readonly (readonly [value: string, text: string])[]

/** What is set stays choosable, also where it came from elsewhere. */
const among = (values: readonly string[], set: number): readonly string[] =>
  values.includes(String(set)) ? values : [...values, String(set)]

export const toneChoices = ({ home }: Words): Choices =>
  (['du', 'sie'] as const).map((value) => [value, home.tones[value]])

export const languageChoices = ({ home }: Words): Choices =>
  (['auto', 'de', 'en'] as const).map((value) => [value, home.languages[value]])

export const perDayChoices = ({ maxPerDay }: Settings, { home }: Words): Choices =>
  among(['1', '2', '3', '5', '8'], maxPerDay).map((value) => [value, home.perDayValue(value)])

export const betweenChoices = ({ minutesBetween }: Settings, { home }: Words): Choices =>
  among(['0', '15', '30', '60', '120'], minutesBetween).map((value) => [value, home.betweenValue(value)])

/** Until when hints are paused, in words; null where they are not. */
export function pauseOf({ pausedUntil }: Settings, now: Date, zone: string, words: Words): string | null {
  if (!pausedUntil || pausedUntil <= now) return null
  const until = DateTime.fromJSDate(pausedUntil, { zone }).setLocale(words.locale).toFormat('cccc, HH:mm')
  return words.home.paused(until)
}
