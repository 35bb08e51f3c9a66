import type { Label } from '../../types.js'
import type { Density, Detector } from '../detector.js'

/** One clear wording is enough. */
export const ONE: Density = { threshold: 1, window: Number.POSITIVE_INFINITY, overall: 1 }

/** Two in a short stretch, three in a long message. */
export const SEVERAL: Density = { threshold: 2, window: 30, overall: 3 }

/** A detector whose whole knowledge stands in the lexicons. */
export function wording(label: Label, density: Density): Detector {
  return {
    label,
    density,
    detect: ({ hits, reading }) =>
      hits
        .filter(({ entry }) => entry.label === label && !reading.teamTerms.has(entry.id))
        .map(({ entry, from, to }) => ({
          label,
          rule: entry.id,
          why: entry.why,
          instead: entry.instead,
          weight: entry.weight,
          key: entry.id,
          from,
          to,
        })),
  }
}
