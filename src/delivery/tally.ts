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
  /** Removed from the chat. */
  retracted: number
  /** Of those whose end nobody knew: had arrived. */
  found: number
  /** Of those whose end nobody knew: had not arrived, put back to be sent. */
  resent: number
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
  found: 0,
  resent: 0,
})
