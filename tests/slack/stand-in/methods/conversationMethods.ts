import type { Asked, Methods } from '../createApi.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Channel, Fields, Message } from '../types.js'

/** conversations.* */
export function conversationMethods(world: World): Methods {
  /** A channel whose inside the bot may see. */
  function joined({ workspace, args }: Asked): Channel {
    const channel = world.visible(workspace, args.need('channel'))
    if (!channel.members.has(workspace.botUser)) throw new Refusal('not_in_channel')
    return channel
  }

  function open({ workspace, args }: Asked): Channel {
    if (args.has('channel')) return world.visible(workspace, args.need('channel'))
    if (!args.has('users')) throw new Refusal('users_list_not_supplied')
    const people = args
      .need('users')
      .split(',')
      .map((id) => workspace.users.get(id.trim()))
    if (people.some((one) => !one)) throw new Refusal('user_not_found')
    if (people.some((one) => one!.isBot)) throw new Refusal('cannot_dm_bot')
    if (people.some((one) => one!.deactivated)) throw new Refusal('user_disabled')
    const members = people.map((one) => one!)
    return members.length === 1
      ? world.dm(members[0]!)
      : world.addChannel(workspace, { kind: 'mpim', members })
  }

  return {
    'conversations.open': (asked) => {
      const known = asked.workspace.channels.size
      const channel = open(asked)
      const news = known === asked.workspace.channels.size ? { no_op: true, already_open: true } : {}
      const whole = asked.args.flag('return_im') ? described(channel) : {}
      return { ...news, channel: { id: channel.id, ...whole } }
    },
    'conversations.info': ({ workspace, args }) => {
      const channel = world.visible(workspace, args.need('channel'))
      const people = args.flag('include_num_members') ? { num_members: channel.members.size } : {}
      return { channel: { ...described(channel), ...people } }
    },
    'conversations.members': (asked) => {
      const { args } = asked
      const all = [...joined(asked).members]
      const from = args.has('cursor') ? Number(Buffer.from(args.need('cursor'), 'base64').toString()) : 0
      if (Number.isNaN(from)) throw new Refusal('invalid_cursor')
      const upTo = from + args.number('limit', 100)
      return { members: all.slice(from, upTo), response_metadata: { next_cursor: cursor(upTo, all.length) } }
    },
    'conversations.history': (asked) => {
      const { args } = asked
      const { timeline, messages } = joined(asked)
      const limit = args.number('limit', 100)
      const [oldest, latest] = [args.text('oldest') ?? '0', args.text('latest') ?? '9']
      const within = (ts: string) =>
        args.flag('inclusive') ? ts >= oldest && ts <= latest : ts > oldest && ts < latest
      const page: Message[] = []
      let at = args.has('cursor') ? Number(Buffer.from(args.need('cursor'), 'base64').toString()) : 0
      for (; page.length < limit && at < timeline.length; at++) {
        const one = timeline[timeline.length - 1 - at]!
        if (one.ts < oldest) break
        const reply = one.thread_ts && one.thread_ts !== one.ts && one.subtype !== 'thread_broadcast'
        if (messages.get(one.ts) === one && !reply && within(one.ts)) page.push(one)
      }
      const has_more = page.length === limit && at < timeline.length
      const shown = page.map(
        ({ metadata, ...one }): Fields =>
          metadata && args.flag('include_all_metadata') ? { ...one, metadata } : one,
      )
      const more = has_more ? { response_metadata: { next_cursor: cursor(at, timeline.length) } } : {}
      return { messages: shown, has_more, pin_count: 0, ...more }
    },
  }
}

const cursor = (at: number, length: number) => (at < length ? Buffer.from(`${at}`).toString('base64') : '')

/** A conversation as the API describes it. */
function described(channel: Channel): Fields {
  const { id, name, kind, workspace, isArchived, isExtShared, isGeneral, members, user } = channel
  const common = {
    id,
    created: 0,
    is_archived: isArchived,
    is_org_shared: false,
    context_team_id: workspace.id,
  }
  if (kind === 'im') return { ...common, is_im: true, user, is_user_deleted: false, is_open: true }
  return {
    ...common,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_general: isGeneral,
    is_shared: isExtShared,
    is_ext_shared: isExtShared,
    is_pending_ext_shared: false,
    is_member: members.has(workspace.botUser),
    shared_team_ids: [workspace.id],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}
