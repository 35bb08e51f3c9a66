import assert from 'node:assert/strict'
import type { Canaries } from './createCanaries.js'
import type { Evidence, Hit } from './createEvidence.js'
import { createScanner } from './createScanner.js'

/** No canary stands where none may; answers how often one stands where it may. */
export function search(evidence: Evidence, canaries: Canaries, secrets: readonly string[]): number {
  const { hits, allowed } = evidence.search(createScanner(canaries.needles(secrets)))
  const told = hits.map(({ where, canary, way }: Hit) => `${canaries.whereOf(canary)}, ${way}, in ${where}`)
  assert.deepEqual([...new Set(told)].slice(0, 20), [])
  return allowed
}
