/** How often each end was reached since the start; no person, no platform, no text. */
export interface Tally {
  sent: number
  failed: number
  unknown: number
  dropped: number
  /** Put back to try again. */
  retried: number
  /** Found as `sending` at the start, after a crash; now `unknown`, and not counted there. */
  abandoned: number
  retracted: number
}

/** A tally of nothing yet. */
export const newTally = (): Tally => ({
  sent: 0,
  failed: 0,
  unknown: 0,
  dropped: 0,
  retried: 0,
  abandoned: 0,
  retracted: 0,
})
