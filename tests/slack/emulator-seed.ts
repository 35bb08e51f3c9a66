import type { Emulator, Fields } from '../emulator/start.js'

export const TEAM = 'T000000001'
/** The bot of the app, known before it is installed. */
export const BOT = 'U0KLARTEXT'
/** A bot token that was granted nothing but to post; the emulator does not say so when it is asked whose it is. */
export const POOR_TOKEN = 'xoxb-poor'
/** Of the app, as Slack shows them to whoever made it. */
export const CLIENT = { clientId: '1234.5678', clientSecret: 'c0ffee00c0ffee00c0ffee00c0ffee00' }
const PEOPLE = ['jana', 'murat', 'chef'] as const

export type Name = (typeof PEOPLE)[number]

/** A workspace, its people with a token each, and the app; `redirect` is where it lets Slack send people back to. */
export const seedFor = (redirect: string): Fields => ({
  strict_scopes: true,
  team: { name: 'Bau & Boden', domain: 'bau-boden' },
  users: PEOPLE.map((name) => ({ name, real_name: name, is_admin: name === 'chef' })),
  channels: [{ name: 'umbau' }],
  tokens: [
    ...PEOPLE.map((name) => ({ token: `xoxp-${name}`, type: 'user', user: name })),
    { token: POOR_TOKEN, type: 'bot', user_id: BOT, bot_id: 'B0KLARTEXT', scopes: ['chat:write'] },
  ],
  oauth_apps: [
    {
      app_id: 'A0KLARTEXT',
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
      name: 'Klartext',
      bot_id: 'B0KLARTEXT',
      bot_user_id: BOT,
      redirect_uris: [redirect],
    },
  ],
})

/** Calls the Web API as a person; throws where Slack refuses. */
export type As = <Answer = Fields>(name: Name, method: string, args?: Fields) => Promise<Answer>

/** Who and what is in the workspace; the bot has been invited to the channel. */
export async function inhabit(emulator: Emulator) {
  const as: As = async <Answer>(name: Name, method: string, args: Fields = {}) => {
    const answer = await emulator.ask<Fields>(`xoxp-${name}`, method, args)
    if (answer.ok !== true) throw new Error(`${method}: ${answer.error}`)
    return answer as Answer
  }
  const { members } = await as<{ members: { id: string; name: string }[] }>('jana', 'users.list')
  const idOf = (name: Name) => members.find((member) => member.name === name)!.id
  const people = { jana: idOf('jana'), murat: idOf('murat'), chef: idOf('chef') }
  const { channels } = await as<{ channels: { id: string; name: string }[] }>('jana', 'conversations.list')
  const channel = channels.find(({ name }) => name === 'umbau')!.id
  await as('jana', 'conversations.invite', { channel, users: BOT })
  return { as, people, channel }
}
