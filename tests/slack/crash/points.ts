import type { Told } from './history.js'

/** Where on its way a process dies. */
export type Point = {
  readonly name: string
  /** The latest passing on which it dies there. */
  readonly upTo: number
  /** Only reached where somebody must find out what became of a nudge. */
  readonly afterDoubt?: true
} & (
  | { readonly by: 'itself' }
  /** Killed from outside when a call has come in: before Slack carries it out, or after, without an answer. */
  | { readonly by: 'call'; readonly method: string; readonly isCarriedOut: boolean }
  /** Killed from outside when Slack has the acknowledgement of such an event. */
  | { readonly by: 'acknowledgement'; readonly of: Told['kind'] }
  | { readonly by: 'chance' }
)

const inside = (name: string, upTo = 1): Point => ({ by: 'itself', name, upTo })
const doubt = (name: string, upTo = 1): Point => ({ ...inside(name, upTo), afterDoubt: true })
const call = (method: string, upTo = 1): Point => ({
  ...{ by: 'call', name: `${method} arrived`, method, isCarriedOut: false, upTo },
})
const lost = (method: string, upTo = 1): Point => ({
  ...{ by: 'call', name: `${method} carried out, not answered`, method, isCarriedOut: true, upTo },
})

/** Dies with everything under way, which leaves doubt. */
export const IN_FLIGHT: Point = inside('claim after')

/** All of them, about in the order of a message's way; the ones in doubt follow one that leaves it. */
export const POINTS: readonly Point[] = [
  inside('abandonSending before'),
  inside('abandonSending after'),
  inside('expire before'),
  inside('checkpoint before'),
  inside('settings before', 5),
  call('conversations.info'),
  // The analysis comes between these two.
  inside('teamTerms after'),
  inside('history before', 5),
  inside('record before', 6),
  inside('insert into outbox_rules before', 2),
  inside('commit outbox_rules before', 2),
  inside('handle after', 6),
  { by: 'acknowledgement', name: 'acknowledged', of: 'written', upTo: 6 },
  inside('claim before', 20),
  IN_FLIGHT,
  doubt('unknowns after'),
  doubt('find after', 2),
  doubt('settle pending before'),
  doubt('settle pending after'),
  call('chat.getPermalink', 4),
  call('chat.postMessage', 4),
  lost('chat.postMessage', 4),
  call('chat.postEphemeral'),
  lost('chat.postEphemeral'),
  inside('deliver after', 4),
  inside('insert into posted before', 3),
  inside('commit paces before', 3),
  inside('settle sent after', 4),
  inside('forget before', 2),
  inside('commit sights after'),
  inside('deleted after', 2),
  { by: 'acknowledgement', name: 'acknowledged a deletion', of: 'deleted', upTo: 1 },
  inside('retract before'),
  call('chat.delete'),
  lost('chat.delete'),
  inside('retract after'),
  inside('removed after'),
  { by: 'chance', name: 'at any moment', upTo: 1 },
]
