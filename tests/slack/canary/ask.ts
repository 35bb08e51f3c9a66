import { attempt } from '../../proofs/canary/attempt.js'
import { OWN_ANSWER } from '../../proofs/canary/createCanaries.js'
import type { Sighting } from '../stand-in/index.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** One person asks for everything there is to ask for; what cannot be done just now is left out. */
export async function ask({ slack, jana, murat, channel, canaries }: CanaryHouse): Promise<void> {
  const { plain, sharp, inText } = canaries
  const loaded = (where: string) => {
    const canary = sharp(where)
    return inText(canary, `Lass uns ${canary} im Meeting challengen und dann committen.`)
  }
  const own = (where: string) => loaded(OWN_ANSWER + where)
  const call = (text: string) => slack.command(jana, channel, '/klartext', text)
  await Promise.all([
    call(`prüfen ${own('a draft behind the command')}`),
    call(`check ${own('a draft behind the English command')}`),
    call(`${plain(`${OWN_ANSWER}a word that is no command`)} ${sharp('what follows it')}`),
    call(`pause ${sharp('what follows a command')}`),
    call(`daten ${sharp('what follows another command')}`),
  ])
  await call(`an ${sharp('what ends the pause')}`)
  await attempt(async () => {
    await slack.shortcut(jana, 'check-draft')
    await slack.submit(jana, undefined, { text: own('a draft in the window') })
  })
  const mine = await slack.say(jana, channel, own('a message that is checked'))
  await attempt(() => slack.messageShortcut(jana, 'check-message', channel, mine.message.ts))
  const theirs = await slack.say(murat, channel, loaded('a message of somebody else that is checked'))
  await attempt(() => slack.messageShortcut(jana, 'check-message', channel, theirs.message.ts))
  await attempt(async () => {
    await slack.openHome(jana)
    await slack.press(jana, jana.home!, 'terms')
    const word = plain('a term for the team')
    await slack.submit(jana, undefined, { channel: channel.id, word, action: 'allow' })
  })
  await attempt(() => slack.press(jana, jana.home!, 'export'))
  const nudge = lastNudge(slack.seenBy(jana))
  if (!nudge) return
  await attempt(() => slack.press(jana, nudge, 'why'))
  await attempt(() => slack.press(jana, nudge, 'answer:helpful'))
}

const lastNudge = (seen: readonly Sighting[]) =>
  seen.filter(({ by, kind, blocks }) => by === 'app' && kind === 'message' && blocks.length > 0).at(-1)
