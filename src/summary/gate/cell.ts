import type { Band, Label, PersonWeek } from '../../types.js'
import { BANDS } from './bands.js'

/** Findings of one label that count of one person in one week. */
const MOST = 5

const counted = (person: PersonWeek, label: Label): number => Math.min(person.findings[label] ?? 0, MOST)

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** True of some of `all`, but of fewer than nine in ten: what nearly everybody does is known of each of them. */
export const isMixed = (some: number, all: number): boolean => some > 0 && some * 10 < all * 9

/**
 * Whether a label may be spoken of in a group: some have it and not nearly all, none of them makes more than half of
 * the sum, no two of them more than 67 %. Where that holds for disjoint groups it holds for their union: shares lie
 * between those of the groups, one person weighs less, and two from different groups make a half at most.
 */
export function isBroad(people: readonly PersonWeek[], label: Label): boolean {
  const counts = people.map((person) => counted(person, label)).sort((a, b) => b - a)
  const sum = total(counts)
  const first = total(counts.slice(0, 1))
  const two = total(counts.slice(0, 2))
  return (
    isMixed(counts.filter((count) => count > 0).length, counts.length) &&
    first * 100 <= sum * 50 &&
    two * 100 <= sum * 67
  )
}

/** The band of a label's findings per 100 messages, to the nearest 5. */
export function bandOf(people: readonly PersonWeek[], label: Label, noise: number): Band {
  const sum = total(people.map((person) => counted(person, label))) + noise
  const messages = total(people.map((person) => person.messages))
  const rate = Math.round((sum * 20) / messages) * 5
  return BANDS[label].filter((from) => rate >= from).length as Band
}
