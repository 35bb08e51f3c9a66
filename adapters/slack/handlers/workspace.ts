import type { House } from '../house.js'
import { CHANNEL_EVENTS } from '../manifest.js'

/** What happens to a workspace and its channels as a whole. */
export function handleWorkspace({ app, channels, installations, log }: House): void {
  app.event('app_uninstalled', async ({ body }) => {
    await installations.remove(body.team_id)
    log.warn({ workspace: body.team_id }, 'Slack: Klartext was removed from a workspace')
  })
  app.event('tokens_revoked', async ({ event, body }) => {
    if (!event.tokens.bot?.length) return
    await installations.remove(body.team_id)
    log.warn({ workspace: body.team_id }, 'Slack: the token of a workspace was revoked')
  })
  for (const name of CHANNEL_EVENTS)
    app.event(name, async ({ event, body }) => {
      const { channel } = event as { channel: string | { id: string } }
      channels.forget(body.team_id, typeof channel === 'string' ? channel : channel.id)
    })
}
