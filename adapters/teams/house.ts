import type { Core, Person } from '../../src/types.js'
import type { Channels } from './channels.js'
import type { Chats } from './chats.js'
import type { TeamsClient } from './client.js'
import type { TeamsOptions, TeamsSurroundings } from './options.js'
import { guid } from './parse.js'
import type { Service } from './service.js'

/** What all handlers work with. */
export interface House {
  readonly options: TeamsOptions
  readonly log: TeamsSurroundings['log']
  readonly clock: () => Date
  readonly client: TeamsClient
  readonly channels: Channels
  readonly chats: Chats
  readonly service: Service
  /** @throws NotStarted before the start, so that Teams comes again */
  core(): Core
}

/** Klartext is just starting or stopping. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted'
}

/** What we read of every activity by which somebody turns to the bot. */
export interface Turn {
  readonly from?: { readonly id?: string; readonly aadObjectId?: string } | undefined
  readonly serviceUrl: string
  readonly conversation?: { readonly id: string; readonly conversationType?: string } | undefined
}

/** Who turns to the bot; null where Teams does not say. */
export function personOf({ from }: Turn, tenant: string): Person | null {
  const user = guid.safeParse(from?.aadObjectId)
  return user.success ? { platform: 'teams', tenant, user: user.data.toLowerCase() } : null
}

/** Whether this is the bot's own chat with one person. */
export const isOwnChat = ({ conversation }: Turn): boolean => conversation?.conversationType === 'personal'

/** Keeps the chat in which a person turns to the bot, so that it can be written to; only of those who take part. */
export async function keepChat({ chats }: House, person: Person, turn: Turn): Promise<void> {
  const { conversation, serviceUrl, from } = turn
  if (!conversation || !from?.id) return
  await chats.keep(person, { conversation: conversation.id, serviceUrl, user: from.id })
}
