import type { Canaries } from '../../proofs/canary/createCanaries.js'
import type { Evidence } from '../../proofs/canary/createEvidence.js'
import { draftsIn, named } from '../../proofs/canary/gather.js'
import { unescaped } from '../../proofs/canary/unescaped.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** Everything that Klartext has said to anybody. */
export function gatherWords(house: CanaryHouse, evidence: Evidence): void {
  const { logged, output, answers, fetches, canaries } = house
  evidence.add('log', logged.join(''))
  evidence.add('standard output and error', output.text())
  for (const { request, answer } of answers.answers)
    evidence.add('an answer to Slack', answer, draftsIn(request, canaries))
  for (const { method, url, authorization, content } of fetches.calls) {
    evidence.add(`header of ${method}`, authorization, tokens(canaries))
    evidence.add(
      `${method} ${url}`,
      content,
      method === 'oauth.v2.access' ? clientSecret(canaries) : asked(house, content),
    )
  }
}

const tokens = (canaries: Canaries) => named(canaries, ['the bot token', 'the app-level token'])
const clientSecret = (canaries: Canaries) => named(canaries, ['the client secret'])

/** A window that answers a request may show the drafts of that request, and no other. */
function asked({ answers, canaries }: CanaryHouse, content: string): Set<string> {
  const trigger = /"?trigger_id"?[=:]"?([\w.]+)/.exec(content)?.[1]
  const request = trigger && answers.asked.find((each) => unescaped(each).includes(trigger))
  return request ? draftsIn(request, canaries) : new Set()
}
