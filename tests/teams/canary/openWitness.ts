import type { Canaries } from '../../proofs/canary/createCanaries.js'
import type { Evidence } from '../../proofs/canary/createEvidence.js'
import { named } from '../../proofs/canary/gather.js'
import type { Witness } from '../../proofs/canary/killInTraffic.js'
import { createClock, type Draft, startTeams } from '../stand-in/index.js'
import { drafts } from './gatherWords.js'

/** A team with one person, who takes part. */
export async function openWitness(canaries: Canaries, evidence: Evidence): Promise<Witness<Draft>> {
  const secret = canaries.secret('the app secret')
  const teams = await startTeams({ clock: createClock(), patience: 20_000, app: { secret } })
  const jana = teams.addUser({ name: canaries.plain('her name') })
  const team = teams.addTeam({ name: canaries.plain('the name of the team'), members: [jana] })
  const channel = teams.addChannel(team, { name: canaries.plain('the name of the channel') })

  async function hand({ envelope }: Draft): Promise<boolean> {
    const delivery = await teams.deliver(envelope, { retries: false })
    evidence.add('an answer to Teams', JSON.stringify(delivery.attempts))
    return delivery.acked
  }
  return {
    variables: {
      KLARTEXT_TEAMS_APP_ID: teams.app.id,
      KLARTEXT_TEAMS_APP_SECRET: secret,
      KLARTEXT_TEAMS_TENANT: teams.tenant,
      KLARTEXT_TEAMS_STAND_IN: teams.origin,
    },
    aim: (address) => teams.http(`${address}/teams/messages`),
    async join() {
      await teams.installIn(team)
      await teams.installFor(jana)
      await hand(teams.draft.write(jana, 'an'))
    },
    write: (text) => teams.draft.say(jana, channel, `<p>${text}</p>`),
    hand,
    check: async (text) => void (await hand(teams.draft.write(jana, text))),
    *asked() {
      for (const { name, args, path } of teams.calls) {
        const content = JSON.stringify([path, args])
        const isAnswer = name === 'sendToConversation' && !content.includes('"nudge":"')
        const mayHold = name === 'token' ? named(canaries, ['the app secret']) : new Set<string>()
        yield [name, content, isAnswer ? drafts(canaries) : mayHold] as const
      }
    },
    close: teams.close,
  }
}
