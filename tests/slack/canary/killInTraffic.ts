import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, type Draft, type Slack, startSlack } from '../stand-in/index.js'
import { OWN_ANSWER } from './ask.js'
import type { Canaries } from './createCanaries.js'
import type { Evidence } from './createEvidence.js'
import { draftsIn, gatherFiles } from './gather.js'
import { type Launched, launchKlartext } from './launchKlartext.js'

const MESSAGES = 160
/** After how many acknowledgements the process is killed. */
const ENOUGH = 40

/** What is left of it all. */
export interface Remains {
  readonly folder: string
  readonly secret: string
  readonly ends: readonly unknown[]
  /** Messages that were not acknowledged before the kill, and after it. */
  readonly lost: readonly [before: number, after: number]
}

/** Kills Klartext with -9 in the middle of traffic, starts it again, and gathers all it has left behind. */
export async function killInTraffic(canaries: Canaries, evidence: Evidence): Promise<Remains> {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-killed-'))
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  const signingSecret = canaries.secret('the signing secret')
  const slack = await startSlack({ clock: createClock(), patience: 20_000, app: { signingSecret } })
  const botToken = `xoxb-1-${canaries.plain('the bot token')}`
  const workspace = slack.addWorkspace({ domain: 'works', botToken })
  const jana = slack.addUser(workspace, { name: canaries.plain('her name') })
  const channel = slack.addChannel(workspace, {
    name: canaries.plain('the name of the channel'),
    members: [jana],
  })
  const variables = {
    KLARTEXT_PORT: '0',
    KLARTEXT_DATA: join(folder, 'data'),
    KLARTEXT_LOG_LEVEL: 'debug',
    KLARTEXT_SLACK_BOT_TOKEN: botToken,
    KLARTEXT_SLACK_SIGNING_SECRET: signingSecret,
    KLARTEXT_SLACK_API: slack.apiUrl,
    ...{ TMPDIR: temp, SQLITE_TMPDIR: temp },
  }
  const started: Launched[] = []
  async function start() {
    const launched = await launchKlartext(variables)
    started.push(launched)
    slack.http(`${launched.address}/slack/events`)
    return launched
  }
  const check = async (text: string) => {
    const delivery = await slack.command(jana, channel, '/klartext', text)
    evidence.add('an answer to Slack', JSON.stringify(delivery.attempts), draftsIn(text, canaries))
  }
  try {
    const first = await start()
    await check('an')
    const written = Array.from({ length: MESSAGES }, (_, nth) => {
      const canary = nth % 3 === 0 ? canaries.sharp('a message') : canaries.plain('a message')
      const text = canaries.inText(
        canary,
        `Wir müssen ${canary} im Daily challengen, sonst wird es gecancelt.`,
      )
      return slack.draft.say(jana, channel, text)
    })
    const unheard = await hand(slack, written, (acked) => acked === ENOUGH && first.child.kill('SIGKILL'))
    const ends = [await first.ended]
    gatherFiles({ folder }, evidence, 'killed')

    const second = await start()
    const stillUnheard = await hand(slack, unheard, () => {})
    await check(`check ${canaries.plain(`${OWN_ANSWER}a draft`)} im Meeting committen`)
    second.child.kill('SIGTERM')
    ends.push(await second.ended)
    gatherFiles({ folder }, evidence, 'stopped')
    evidence.add('standard output and error', first.output() + second.output())
    for (const { method, args } of slack.calls) evidence.add(method, JSON.stringify(args))
    const secret = readFileSync(join(folder, 'data', 'secret'), 'utf8').trim()
    return { folder, secret, ends, lost: [unheard.length, stillUnheard.length] }
  } finally {
    for (const { child } of started) child.kill('SIGKILL')
    await slack.close()
  }
}

/** Hands messages over, many at once; answers those that were not taken. */
async function hand(slack: Slack, drafts: readonly Draft[], told: (acked: number) => void): Promise<Draft[]> {
  let acked = 0
  const tried = drafts.map(async (draft) => {
    const delivery = await slack.deliver(draft.envelope, { retries: false })
    if (delivery.acked) told(++acked)
    return delivery.acked ? [] : [draft]
  })
  return (await Promise.all(tried)).flat()
}
