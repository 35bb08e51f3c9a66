import type { Label } from '../../types.js'
import type { Candidate, Density, Detector } from '../detector.js'
import { TONES } from './tone.js'

/** One clear wording is enough. */
export const ONE: Density = { threshold: 1, window: Number.POSITIVE_INFINITY, overall: 1 }

/** Two in a short stretch, three in a long message. */
export const SEVERAL: Density = { threshold: 2, window: 30, overall: 3 }

/** A detector whose whole knowledge stands in the lexicons. */
export function wording(label: Label, density: Density): Detector {
  const tones = TONES.get(label)
  return {
    label,
    density,
    entries: tones && Object.values(tones),
    tones,
    isWording: true,
    detect({ hits, reading }) {
      const candidates: Candidate[] = []
      for (const { entry, from, to } of hits) {
        if (entry.label !== label || reading.teamTerms.has(entry.id)) continue
        const { id, why, instead, weight, eachWord } = entry
        const key = eachWord ? `${id} ${reading.tokens[from].form.key}` : id
        candidates.push({ label, rule: id, why, instead, weight, key, from, to })
      }
      return candidates
    },
  }
}
