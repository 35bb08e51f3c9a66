import { canHear } from './canHear.js'
import type { World } from './createWorld.js'
import type { Channel, Envelope, Fields, Message, Workspace } from './types.js'

/** Wraps events as the Events API does. */
export function createEvents(world: World, subscribed?: ReadonlySet<string>) {
  const { app, clock, id } = world

  function envelope(workspace: Workspace, event: Fields, channel?: Channel): Envelope {
    const enterprise = workspace.enterprise?.id ?? null
    const authorization = {
      enterprise_id: enterprise,
      team_id: workspace.orgInstall ? null : workspace.id,
      user_id: workspace.botUser,
      is_bot: true,
      is_enterprise_install: workspace.orgInstall,
    }
    const payload = {
      token: app.verificationToken,
      team_id: workspace.id,
      ...(enterprise ? { enterprise_id: enterprise } : {}),
      context_team_id: workspace.id,
      context_enterprise_id: enterprise,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: id('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [authorization],
      is_ext_shared_channel: channel?.isExtShared ?? false,
      event_context: `4-${id('')}`,
    }
    const heard = canHear(workspace, event, channel) && subscribedTo(event)
    return { kind: 'events_api', workspace, payload, heard }
  }

  function subscribedTo({ type, channel_type: kind }: Fields): boolean {
    if (!subscribed) return true
    return subscribed.has(type === 'message' ? `message.${kind}s`.replace('ims', 'im') : String(type))
  }

  /** A message event with what every message event has. */
  function about(channel: Channel, event: Fields): Envelope {
    const common = { channel: channel.id, channel_type: channel.kind }
    return envelope(channel.workspace, { ...event, ...common, event_ts: event.ts }, channel)
  }

  /** A hidden message event about another message. */
  const hidden = (channel: Channel, subtype: string, more: Fields) =>
    about(channel, { type: 'message', subtype, hidden: true, ts: world.stamp(), ...more })

  return {
    envelope,
    /** A new message; metadata is an event of its own at Slack and not part of this one. */
    message: (channel: Channel, { metadata: _, ...message }: Message) => about(channel, message),
    changed: (channel: Channel, message: Message, previous: Message) =>
      hidden(channel, 'message_changed', { message, previous_message: previous }),
    deleted: (channel: Channel, previous: Message) =>
      hidden(channel, 'message_deleted', { deleted_ts: previous.ts, previous_message: previous }),
  }
}

export type Events = ReturnType<typeof createEvents>
