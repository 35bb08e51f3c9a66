import { lossesOf, perCrash } from './checks/losses.js'
import type { History } from './history.js'

/** The figures of a history, for a line in the report. */
export function summarize(history: History) {
  const { told, posts } = history
  const losses = lossesOf(history)
  const nudged = new Set(posts.map(({ message }) => message))
  return {
    acknowledged: new Set(told.filter(({ acked }) => acked !== null).map(({ message }) => message)).size,
    delivered: nudged.size,
    duplicates: posts.length - nudged.size,
    unknown: losses.unknown.length,
    failed: losses.failed.length,
    dropped: losses.dropped.length,
    /** Of those that are unknown or failed. */
    mostAtOneCrash: Math.max(0, ...perCrash(losses).values()),
    lostWithoutAWord: losses.silent.length,
  }
}
