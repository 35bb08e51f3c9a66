import type { InteractionParts, Interactions } from './createInteractions.js'
import type { Occasion } from './createResponses.js'
import { placeOf } from './placeOf.js'
import { Refusal } from './Refusal.js'
import type { Delivery, Fields, User, Where, Who } from './types.js'

/** People call slash commands, in any channel they are in. */
export function createCommands(parts: InteractionParts, { offered }: Interactions) {
  const { world, ledger, triggers, responses, deliveries } = parts

  function payloadOf({ user, channel }: Occasion, command: string, text: string): Fields {
    const { workspace, id: user_id, name: user_name } = user
    const org = workspace.enterprise
    const { id: channel_id, name: channel_name } = placeOf(channel)
    return {
      ...{ token: world.app.verificationToken, team_id: workspace.id, team_domain: workspace.domain },
      ...(org ? { enterprise_id: org.id, enterprise_name: org.name } : {}),
      ...{ channel_id, channel_name, user_id, user_name, command, text },
      ...{ api_app_id: world.app.id, is_enterprise_install: `${workspace.orgInstall}` },
      ...{ response_url: responses.issue({ user, channel }), trigger_id: triggers.issue(user) },
    }
  }

  /** Shows what came with the acknowledgement. */
  function show(occasion: Occasion, { body }: Delivery, command: string): void {
    const said = typeof body === 'string' ? { text: body } : ((body ?? {}) as Fields)
    if (!said.text && !said.blocks) return
    try {
      responses.respond(occasion, said, 'ack')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      ledger.fault(occasion.channel.workspace.id, command, error.message, error.messages)
    }
  }

  return async function call(who: Who, where: Where, command: string, text = ''): Promise<Delivery> {
    const [user, channel]: [User, Occasion['channel']] = [world.user(who), world.channel(where)]
    offered(user)
    if (!channel.members.has(user.id)) throw new Error(`${user.id} is not in ${channel.id}`)
    const { workspace } = user
    const payload = payloadOf({ user, channel }, command, text)
    const delivery = await deliveries.deliver({ kind: 'slash_commands', workspace, payload, heard: true })
    if (delivery.acked) show({ user, channel }, delivery, command)
    return ledger.failed(user, delivery, command)
  }
}
