import type { World } from './createWorld.js'
import type { Call, Clock, Delivery, Fault, Message, Sighting, User, Workspace } from './types.js'

/** Keeps what was called, refused and shown. */
export function createLedger(clock: Clock, world: World) {
  const calls: Call[] = []
  const faults: Fault[] = []
  const sightings: Sighting[] = []
  const times = new Map<string, number>()

  const show = (one: Omit<Sighting, 'at'>) => void sightings.push({ at: clock.now(), ...one })

  return {
    calls,
    faults,
    sightings,
    show,
    /** How often a method was called. */
    count: (method: string) => times.get(method) ?? 0,
    called(call: Call) {
      calls.push(call)
      times.set(call.method, (times.get(call.method) ?? 0) + 1)
    },
    fault(team: string, method: string, error: string, messages: readonly string[] = []) {
      faults.push({ at: clock.now(), team, method, error, messages })
    },
    /** A message comes up in front of an audience. */
    shown(
      kind: Sighting['kind'],
      where: {
        readonly workspace: Workspace
        readonly channel: string
        readonly audience: ReadonlySet<string>
      },
      message: Message,
      via: string,
    ) {
      const { ts, thread_ts, text, blocks = [] } = message
      const by = via === 'user' ? (message.user ?? '') : 'app'
      const { workspace, channel, audience } = where
      show({ kind, team: workspace.id, by, via, audience, channel, ts, thread_ts, text, blocks })
    },
    /** Slack tells the person where the app did not answer. */
    failed({ id, workspace }: User, delivery: Delivery, what: string): Delivery {
      if (delivery.acked) return delivery
      const text = `${what} failed with the error "${delivery.status ? 'dispatch_failed' : 'operation_timeout'}"`
      const audience = new Set([id])
      show({ kind: 'failure', team: workspace.id, by: 'slack', via: 'slack', audience, text, blocks: [] })
      return delivery
    },
    /** Everything one person could see: then, or by having joined since. */
    seenBy(user: User): Sighting[] {
      return sightings.filter(({ team, audience, channel, kind }) => {
        if (team !== user.workspace.id) return false
        if (audience.has(user.id)) return true
        const joined = kind === 'message' || kind === 'edit'
        return joined && world.workspaces.get(team)?.channels.get(channel!)?.members.has(user.id) === true
      })
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
