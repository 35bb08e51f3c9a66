import { setTimeout as sleep } from 'node:timers/promises'
import { EARNS, PLAIN } from './buildChild.js'
import type { Told } from './history.js'
import type { Random } from './random.js'
import { type Attempted, MOST_A_DAY, type Noted, type World } from './world.js'

/** Milliseconds over which a burst comes in. */
const BURST = 100
/** Messages of one burst. */
export const MOST_AT_ONCE = 16
/** Messages that are still edited, deleted or delivered once more. */
const REMEMBERED = 40

interface Note extends Omit<Told, 'acked'> {
  readonly envelope: unknown
  readonly deliveries: Attempted[]
}

/** People of a company who write, edit and delete, and what the platform told the app of it. */
export interface Crowd {
  /** Everybody sets themselves up. */
  settle(): Promise<void>
  /** A burst of everything: new messages, edits, deletions, and what the platform tells by itself or more than once. */
  speak(messages: number): Promise<void>
  /** Later changes of some messages, a deletion among them. */
  thinkAgain(): Promise<void>
  /** Whether people may not get enough hints any more today for another burst. */
  isTired(): boolean
  /** A new day. */
  rest(): void
  readonly members: readonly string[]
  told(): Told[]
}

/**
 * @param size how many of the people take part
 * @param onAck is called whenever the app has acknowledged something
 */
export function createCrowd(
  world: World,
  {
    size,
    random,
    onAck,
  }: { readonly size: number; readonly random: Random; readonly onAck: (kind: Told['kind']) => void },
): Crowd {
  const { people } = world
  const members = people.slice(0, size)
  const written = new Map<string, number>()
  const notes: Note[] = []

  const fresh = () => people.filter((one) => (written.get(one) ?? 0) < MOST_A_DAY)
  const recent = () => notes.slice(-REMEMBERED)
  /** Messages that are still there. */
  const standing = () => recent().filter(({ kind, message }) => kind === 'written' && world.isThere(message))

  function note(noted: Noted, author: string, kind: Told['kind'], earns: boolean): Note {
    const one: Note = { ...noted, author, kind, earns, deliveries: [] }
    notes.push(one)
    return one
  }

  async function deliver(one: Note, isAgain = false): Promise<Attempted> {
    const delivery = await world.deliver(one.envelope, isAgain)
    one.deliveries.push(delivery)
    if (delivery.acked) onAck(one.kind)
    return delivery
  }

  function write(): Note {
    const author = random.of(fresh())
    written.set(author, (written.get(author) ?? 0) + 1)
    const earns = random.chance(0.8)
    return note(world.say(author, earns ? EARNS : PLAIN), author, 'written', earns)
  }

  function change({ message, author }: Note, isDeletion = random.chance(0.4)): Note {
    if (isDeletion) return note(world.remove(message), author, 'deleted', false)
    const earns = random.chance(0.5)
    // Twice the same words would be no edit.
    const text = `${earns ? EARNS : PLAIN} ${notes.length}`
    return note(world.edit(message, text), author, 'edited', earns)
  }

  return {
    members,
    isTired: () =>
      people.reduce((left, one) => left + MOST_A_DAY - (written.get(one) ?? 0), 0) < MOST_AT_ONCE,
    rest: () => written.clear(),
    settle: () => world.join(members),
    async speak(messages) {
      const all = Array.from({ length: messages }, write)
      // Nobody is as quick as a millisecond.
      await sleep(3)
      const [first, ...others] = all
      const changed = [
        ...others.filter(() => random.chance(0.25)).map((one) => change(one)),
        ...(random.chance(0.7) ? [change(first!, true)] : []),
      ]
      const again = random.some(recent(), 2)
      const aside = random.some(standing(), 1).flatMap(({ message }) => world.aside(message))
      const soon = async (begin: () => Promise<unknown>) => {
        await sleep(random.below(BURST))
        return begin()
      }
      const told = new Map(all.map((one) => [one.message, soon(() => deliver(one))]))
      await Promise.all([
        ...told.values(),
        // Now and then before what they change is through, as it happens.
        ...changed.map(async (one) => {
          if (random.chance(0.6)) await told.get(one.message)
          await soon(() => deliver(one))
        }),
        ...again.map((one) => soon(() => deliver(one, true))),
        ...aside.map((envelope) => soon(() => world.deliver(envelope, false))),
      ])
    },
    async thinkAgain() {
      const some = random.some(standing().slice(-10), 3)
      await Promise.all(some.map((one, index) => deliver(change(one, index === 0 || undefined))))
    },
    told: () => notes.filter(({ deliveries }) => deliveries.length > 0).map(toldOf),
  }
}

function toldOf({ envelope: _, deliveries, ...rest }: Note): Told {
  const good = deliveries.flatMap(({ attempts }) =>
    attempts.filter(({ status }) => status === 200).map(({ at, ms }) => at + ms),
  )
  return { ...rest, acked: good.length > 0 ? Math.min(...good) : null }
}
