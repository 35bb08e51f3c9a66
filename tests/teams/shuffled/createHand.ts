import type { Hand } from '../../proofs/shuffled/createRounds.js'
import type { Teams } from '../stand-in/index.js'
import type { Happening } from './post.js'

/** Milliseconds after its first attempt within which Teams may hand a message over again under another id. */
const SOON = 5 * 60_000

/** Hands over as Teams does: a copy has an id and a time of its own only soon after a first attempt was answered. */
export function createHand({ deliver, clock }: Teams) {
  const first = new Map<Happening, number>()
  let echoes = 0

  const hand: Hand<Happening> = async ({ happening, isNewId }, refusals) => {
    const since = first.get(happening)
    const isSoon = since !== undefined && clock.now() - since <= SOON
    // What was just refused comes again as it was, or, at times, under another id.
    const newId = happening.mayEcho && isSoon && (isNewId || refusals > 0)
    if (newId) echoes++
    const { acked } = await deliver(happening.envelope, { newId, retries: false })
    if (since === undefined) first.set(happening, first.get(happening) ?? clock.now())
    return acked
  }
  /** How many copies had an id of their own. */
  return { hand, echoes: () => echoes }
}
