import type { Candidate } from '../detector.js'

/** Of candidates that overlap, keeps the weightiest, then the longest, then the earliest. All are of one label. */
export function overlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates
  const ranked = [...candidates].sort(
    (a, b) =>
      b.weight - a.weight || b.to - b.from - (a.to - a.from) || a.from - b.from || (a.rule < b.rule ? -1 : 1),
  )
  const taken = new Set<number>()
  const kept = ranked.filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken.has(at)) return false
    for (let at = from; at < to; at++) taken.add(at)
    return true
  })
  return kept.sort((a, b) => a.from - b.from)
}
