import { attempt } from '../../proofs/canary/attempt.js'
import { OWN_ANSWER } from '../../proofs/canary/createCanaries.js'
import { lastIn, toldTo } from '../acts.js'
import type { Fields, User } from '../stand-in/index.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** One person asks for everything there is to ask for; what cannot be done just now is left out. */
export async function ask(house: CanaryHouse): Promise<void> {
  const { teams, jana, murat, channel, canaries } = house
  const { plain, sharp, inText } = canaries
  const loaded = (where: string) => {
    const canary = sharp(where)
    return inText(canary, `Lass uns ${canary} im Meeting challengen und dann committen.`)
  }
  const own = (where: string) => loaded(OWN_ANSWER + where)
  for (const text of [
    `prüfen ${own('a draft behind the command')}`,
    `check ${own('a draft behind the English command')}`,
    `${plain('a word that is no command')} ${sharp('what follows it')}`,
    `pause ${sharp('what follows a command')}`,
    `daten ${sharp('what follows another command')}`,
    `löschen ${sharp('what follows a third command')}`,
    `an ${sharp('what ends the pause')}`,
  ])
    await attempt(() => teams.write(jana, text))
  await attempt(() => teams.write(murat, loaded('a message of somebody else to the bot')))
  await attempt(() => teams.write(murat, own('an edited message to the bot')))
  await attempt(async () => {
    await teams.openExtension(jana, 'check-draft', { where: channel })
    await teams.submitDialog(jana, { text: own('a draft in the window') })
    await teams.submitDialog(jana, { text: own('another draft in the window') })
  })
  const mine = await teams.say(jana, channel, `<p>${own('a message that is checked')}</p>`)
  await attempt(() => teams.openExtension(jana, 'check-message', { message: mine.message }))
  const theirs = await teams.say(murat, channel, loaded('a message of somebody else that is checked'))
  await attempt(() => teams.openExtension(jana, 'check-message', { message: theirs.message }))
  await attempt(() => pressed(house, jana, { verb: 'check' }))
  await attempt(() => pressed(house, jana, { verb: 'check-text', data: { text: own('a draft on a card') } }))
  for (const [verb, id] of [
    ['save', 'per-day'],
    ['save', 'quiet-from'],
    ['save', 'topics'],
    ['unmute', 'muted'],
    ['answer', 'nudge'],
    ['answer', 'answer'],
    [plain('an unknown verb'), 'text'],
  ] as const)
    await attempt(() => pressed(house, jana, { verb, data: { [id]: sharp(`an input: ${id}`) } }))
  await attempt(async () => {
    await teams.press(jana, lastIn(house, jana), 'Einstellungen')
    await teams.press(jana, lastIn(house, jana), 'save', { 'quiet-from': '00:00' })
  })
  const nudge = toldTo(house, jana).findLast(({ card }) => JSON.stringify(card).includes('"nudge":"'))
  if (nudge?.id) await attempt(() => teams.press(jana, nudge.id!, 'Hilfreich'))
}

/** A button as Teams tells of it, whether or not there is one. */
async function pressed({ teams }: CanaryHouse, user: User, action: Fields): Promise<void> {
  const { envelope } = teams.draft.write(user, '')
  const value = { action: { type: 'Action.Execute', data: {}, ...action }, trigger: 'manual' }
  const activity = { ...envelope.activity, type: 'invoke', name: 'adaptiveCard/action', value }
  await teams.deliver({ activity, heard: true })
}
