import type { Candidate, Density } from '../detector.js'

/** Keeps the candidates of one label where they are dense enough to matter, and none of them elsewhere. */
export function density(
  candidates: readonly Candidate[],
  { threshold, window, overall }: Density,
): readonly Candidate[] {
  if (candidates.length === 0) return candidates
  // Sums of decimal weights such as 0.67 + 0.67 + 0.67 shall reach 2.
  const enough = (sum: number, wanted: number) => sum >= wanted - 0.01
  if (enough(distinctWeight(candidates), overall)) return candidates
  const sorted = [...candidates].sort((a, b) => a.from - b.from)
  for (let first = 0; first < sorted.length; first++) {
    const near = sorted.slice(first).filter(({ to }) => to <= sorted[first].from + window)
    if (enough(distinctWeight(near), threshold)) return candidates
  }
  return []
}

function distinctWeight(candidates: readonly Candidate[]): number {
  const weights = new Map<string, number>()
  for (const { key, weight } of candidates) weights.set(key, Math.max(weight, weights.get(key) ?? 0))
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0)
}
