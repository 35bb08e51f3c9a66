import type { Post, Snapshot } from '../../proofs/crash/history.js'
import type { Slack, Workspace } from '../stand-in/index.js'

/** The nudges that people of a workspace saw, with what they are about. */
export function postsOf(slack: Slack, workspace: Workspace, snapshots: readonly Snapshot[]): Post[] {
  const messages = new Map(
    snapshots.flatMap(({ rows }) => rows.map(({ id, message }): [string, string] => [id, message])),
  )
  const begun = new Map<string, number[]>()
  for (const { method, args, at } of slack.calls)
    if (method === 'chat.getPermalink') {
      const message = String(args.message_ts)
      begun.set(message, [...(begun.get(message) ?? []), at])
    }
  const removed = new Map(
    slack.sightings
      .filter(({ kind, via }) => kind === 'deletion' && via === 'chat.delete')
      .map(({ channel, ts, at }) => [`${channel} ${ts}`, at]),
  )
  return slack.sightings
    .filter(({ by, kind }) => by === 'app' && (kind === 'message' || kind === 'ephemeral'))
    .map(({ kind, channel, ts, at, audience, blocks }) => {
      const shown = JSON.stringify(blocks)
      const [, seconds, rest] = /\/archives\/\w+\/p(\d{10})(\d{6})/.exec(shown) ?? []
      const [, id] = /helpful\|([0-9a-f-]{36})/.exec(shown) ?? []
      const message = seconds ? `${seconds}.${rest}` : (messages.get(id ?? '') ?? null)
      return {
        message,
        seenBy: [...audience].filter((one) => one !== workspace.botUser),
        begun: Math.max(0, ...(begun.get(message ?? '') ?? []).filter((each) => each <= at)) || at,
        at,
        removed: removed.get(`${channel} ${ts}`) ?? null,
        isFleeting: kind === 'ephemeral',
      }
    })
}
