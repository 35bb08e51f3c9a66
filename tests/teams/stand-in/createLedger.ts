import { audienceOf } from './audienceOf.js'
import type { Call, Clock, Fault, Message, Place, Sighting, User } from './types.js'

/** Keeps what was called, refused and shown. */
export function createLedger(clock: Clock, placeOf: (id: string) => Place | undefined) {
  const calls: Call[] = []
  const faults: Fault[] = []
  const sightings: Sighting[] = []

  const show = (one: Omit<Sighting, 'at'>) => void sightings.push({ at: clock.now(), ...one })

  return {
    calls,
    faults,
    sightings,
    show,
    /** How often an operation was called. */
    count: (name: string) => calls.filter((call) => call.name === name).length,
    fault(call: string, error: string, messages: readonly string[] = []) {
      faults.push({ at: clock.now(), call, error, messages })
    },
    /** A message comes up, changes or goes in front of its audience. */
    shown(kind: Sighting['kind'], message: Message, via: string) {
      const { id, place, by, root, text, summary, card } = message
      const base = { kind, by: by === 'app' ? 'app' : by.id, via, audience: audienceOf(place) }
      show({ ...base, place: place.id, id, root, text, summary, card })
    },
    /** Something comes up in front of one person: a dialog, a notice, a failure. */
    told(kind: 'dialog' | 'notice' | 'failure', user: User, text: string, more: Partial<Sighting> = {}) {
      const by = kind === 'failure' ? 'teams' : 'app'
      show({ kind, by, via: 'answer', audience: new Set([user.id]), text, ...more })
    },
    /** Everything one person could see: then, or by having joined since. */
    seenBy({ id }: User): Sighting[] {
      return sightings.filter(({ audience, place, kind }) => {
        if (audience.has(id)) return true
        const where = kind === 'message' || kind === 'edit' ? placeOf(place ?? '') : undefined
        return where !== undefined && audienceOf(where).has(id)
      })
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
