import type { Canaries } from '../../proofs/canary/createCanaries.js'
import type { Evidence } from '../../proofs/canary/createEvidence.js'
import { draftsIn } from '../../proofs/canary/gather.js'
import type { Witness } from '../../proofs/canary/killInTraffic.js'
import { createClock, type Draft, startSlack } from '../stand-in/index.js'

/** A workspace with one person, who takes part. */
export async function openWitness(canaries: Canaries, evidence: Evidence): Promise<Witness<Draft>> {
  const signingSecret = canaries.secret('the signing secret')
  const slack = await startSlack({ clock: createClock(), patience: 20_000, app: { signingSecret } })
  const botToken = `xoxb-1-${canaries.plain('the bot token')}`
  const workspace = slack.addWorkspace({ domain: 'works', botToken })
  const jana = slack.addUser(workspace, { name: canaries.plain('her name') })
  const channel = slack.addChannel(workspace, {
    name: canaries.plain('the name of the channel'),
    members: [jana],
  })
  async function ask(text: string): Promise<void> {
    const delivery = await slack.command(jana, channel, '/klartext', text)
    evidence.add('an answer to Slack', JSON.stringify(delivery.attempts), draftsIn(text, canaries))
  }
  return {
    variables: {
      KLARTEXT_SLACK_BOT_TOKEN: botToken,
      KLARTEXT_SLACK_SIGNING_SECRET: signingSecret,
      KLARTEXT_SLACK_API: slack.apiUrl,
    },
    aim: (address) => slack.http(`${address}/slack/events`),
    join: () => ask('an'),
    write: (text) => slack.draft.say(jana, channel, text),
    hand: async ({ envelope }) => (await slack.deliver(envelope, { retries: false })).acked,
    check: ask,
    asked: () => slack.calls.map(({ method, args }) => [method, JSON.stringify(args)] as const),
    close: slack.close,
  }
}
