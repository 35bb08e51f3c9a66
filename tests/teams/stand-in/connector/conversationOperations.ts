import type { Asked } from '../createFront.js'
import type { World } from '../createWorld.js'
import { Refusal } from '../Refusal.js'
import type { Fields } from '../types.js'
import type { Operations } from './createConnector.js'
import type { Reach } from './createReach.js'

const wrong = (code: string, message: string) => new Refusal(400, code, message, { fault: true })

/** Opening the 1:1 chat with somebody. */
export function conversationOperations(world: World, reach: Reach): Operations {
  function memberOf(body: Fields): string {
    const { bot, isGroup, members, tenantId, channelData } = body as Record<string, Fields | undefined>
    const tenant = (channelData?.tenant as Fields | undefined)?.id ?? tenantId
    if (isGroup) throw wrong('BadArgument', 'Bots can open conversations with one person only.')
    if (bot?.id !== undefined && ![world.bot.id, world.app.id].includes(String(bot.id)))
      throw wrong('BadArgument', `${bot.id} is not the bot the token is for.`)
    if (!Array.isArray(members) || members.length !== 1) throw wrong('BadArgument', 'One member is needed.')
    if (tenant !== world.tenant) throw wrong('BadArgument', 'The tenant is missing or wrong.')
    return String((members[0] as Fields).id ?? '')
  }

  return {
    createConversation({ body }: Asked) {
      const user = world.users.get(memberOf(body))
      if (!user) throw wrong('BadSyntax', 'Failed to decrypt pairwise id')
      const { id, blocked, removed } = user.chat
      reach.unhurried('create', id)
      if (!world.reaches(user) && !blocked && !removed)
        throw new Refusal(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope")
      reach.writable(id)
      return { status: 201, body: { id } }
    },
  }
}
