import type { Canaries } from '../../proofs/canary/createCanaries.js'
import { hinted, lastIn, toldTo } from '../acts.js'
import { JARGON, type TeamsHouse } from '../house.js'
import type { User } from '../stand-in/index.js'

/** Each earns a hint of another kind. */
const TEXTS = [JARGON, 'Die Kunden sind einfach zu dumm dafür.', 'Wie oft soll ich dir das noch erklären?']

/** Somebody takes part and leaves every kind of trace; all their ids are canaries. */
export async function leaveTraces(house: TeamsHouse, canaries: Canaries): Promise<User> {
  const { teams, team, channel } = house
  const hex = canaries.secret('a GUID without its dashes')
  const guid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  )
  const user = teams.addUser({
    name: canaries.plain('her name'),
    aadObjectId: canaries.given('her id in Entra', guid),
    id: canaries.given('her id of Teams', `29:1${canaries.plain('a part of her id').repeat(5)}`),
  })
  canaries.given('her chat', user.chat.id)
  canaries.given('her id in Entra, upper case', guid.toUpperCase())
  await teams.join(team, user)
  await teams.installFor(user)
  await teams.write(user, 'an')
  await teams.press(user, lastIn(house, user), 'Einstellungen')
  await teams.press(user, lastIn(house, user), 'save', { between: '0', 'per-day': '8', tone: 'sie' })
  for (const text of TEXTS) await hinted(house, user, text)
  const [first, second] = toldTo(house, user).filter(({ card }) => JSON.stringify(card).includes('"nudge":"'))
  await teams.press(user, first!.id!, 'Hilfreich')
  await teams.press(user, second!.id!, 'Begriff unseres Teams')
  const { message } = await teams.say(user, channel, 'Das ist doch wohl selbsterklärend.')
  await teams.remove(message)
  // Her last nudge still waits.
  await teams.say(user, channel, 'Du hast schon wieder vergessen, die Zahlen zu schicken.')
  return user
}
