import type { Noted, OpenWorld } from '../../proofs/crash/world.js'
import { type Draft, type Envelope, type Fields, startSlack } from '../stand-in/index.js'
import { joinAll } from './joinAll.js'
import { postsOf } from './postsOf.js'

const NOBODY_THERE = 'http://127.0.0.1:1/'

/** A workspace with one channel, which everybody is in. */
export const openSlackWorld =
  (mode: 'http' | 'socket'): OpenWorld =>
  async (clock, size) => {
    const slack = await startSlack({ clock, patience: 20_000 })
    const workspace = slack.addWorkspace()
    const channel = slack.addChannel(workspace, { name: 'umbau' })
    const users = new Map(
      Array.from({ length: size }, () => slack.addUser(workspace)).map((user) => [user.id, user]),
    )
    for (const one of users.values()) slack.join(channel, one)
    const { apiUrl, app } = slack
    const keys = { botToken: workspace.botToken, appToken: app.token, signingSecret: app.signingSecret }

    function noted({ message, envelope }: Draft, ts: unknown): Noted {
      return { message: message.ts, at: Number(ts) * 1000, envelope }
    }
    const sent = (draft: Draft) => noted(draft, (draft.envelope.payload.event as Fields).event_ts)

    return {
      connection: { platform: 'slack', options: { mode, apiUrl, ...keys, interval: 0 } },
      canLook: true,
      people: [...users.keys()],
      aim(address) {
        slack.http(mode === 'http' ? (address === null ? NOBODY_THERE : `${address}/slack/events`) : '')
      },
      settled: slack.settled,
      fail: slack.fail,
      join: (people) =>
        joinAll(
          slack,
          [...people].map((id) => users.get(id)!),
        ),
      say: (author, text) => sent(slack.draft.say(users.get(author)!, channel, text)),
      edit(message, text) {
        const author = users.get(String(channel.messages.get(message)!.user))!
        const draft = slack.draft.edit(author, channel, message, text)
        return noted(draft, draft.message.edited!.ts)
      },
      remove: (message) => sent(slack.draft.remove(channel, message)),
      isThere: (message) => channel.messages.has(message),
      aside: (message) => [slack.draft.unfurl(channel, message).envelope],
      deliver: (envelope, isAgain) =>
        slack.deliver(envelope as Envelope, { eventId: isAgain ? 'new' : 'same' }),
      postsOf: (snapshots) => postsOf(slack, workspace, snapshots),
      close: slack.close,
    }
  }
