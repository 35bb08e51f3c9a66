import type { House } from '../house.js'

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
  const changes = [
    'channel_rename',
    'group_rename',
    'channel_archive',
    'group_archive',
    'channel_shared',
    'channel_unshared',
  ] as const
  for (const name of changes)
    app.event(name, async ({ event, body }) => {
      const { channel } = event as { channel: string | { id: string } }
      channels.forget(body.team_id, typeof channel === 'string' ? channel : channel.id)
    })
}
