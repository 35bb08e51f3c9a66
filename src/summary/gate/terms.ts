import type { PersonWeek } from '../../types.js'
import { isMixed } from './cell.js'
import { inOrder } from './forest.js'

const MOST_TERMS = 5

/**
 * The rules that at least k people met, most people first. Not one that nearly all of them met: of that everybody
 * would know that each of the others did. No number leaves, so that there is nothing to subtract.
 */
export function termsOf(people: readonly PersonWeek[], k: number): string[] {
  const met = new Map<string, number>()
  for (const { rules } of people) for (const rule of new Set(rules)) met.set(rule, (met.get(rule) ?? 0) + 1)
  return [...met]
    .filter(([, count]) => count >= k && isMixed(count, people.length))
    .sort(([a, countA], [b, countB]) => countB - countA || inOrder(a, b))
    .slice(0, MOST_TERMS)
    .map(([rule]) => rule)
}
