import { randomInt } from 'node:crypto'

/** Findings that one person adds to a label's sum at most; the noise is as wide as that. */
const CLIP = 5

/** Steps into which the range from 0 to 1 is divided. */
const STEPS = 2 ** 47

/**
 * A draw of Laplace noise that hides whether any one person added to a label's sum. Drawn when a week is published, and
 * kept by the figures that came of it: nobody can draw again and average.
 * @param random an equal chance for every number between -0.5 and 0.5, without the ends
 */
export function laplace(random: () => number = fromCrypto): number {
  const at = random()
  return -CLIP * Math.sign(at) * Math.log(1 - 2 * Math.abs(at))
}

const fromCrypto = (): number => (randomInt(1, STEPS) - STEPS / 2) / STEPS
