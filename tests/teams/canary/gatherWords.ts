import { type Canaries, OWN_ANSWER } from '../../proofs/canary/createCanaries.js'
import type { Evidence } from '../../proofs/canary/createEvidence.js'
import { draftsIn, named } from '../../proofs/canary/gather.js'
import type { Outgoing } from '../../proofs/canary/watchFetch.js'
import type { CanaryHouse } from './openCanaryHouse.js'

const NONE: ReadonlySet<string> = new Set()

/** Everything that Klartext has said to anybody; tokens that came or went are canaries from now on. */
export function gatherWords(house: CanaryHouse, evidence: Evidence): void {
  const { logged, output, answers, fetches, canaries } = house
  keepTokens(house)
  evidence.add('log', logged.join(''))
  evidence.add('standard output and error', output.text())
  for (const { request, answer } of answers.answers)
    evidence.add('an answer to Teams', answer, draftsIn(request, canaries))
  const tokens = named(canaries, ['an access token'])
  const secret = named(canaries, ['the app secret'])
  for (const call of fetches.calls) {
    const { method, url, authorization, content } = call
    evidence.add(`header of ${method}`, authorization, method === 'connector' ? tokens : NONE)
    evidence.add(`${method} ${url}`, content, method === 'token' ? secret : draftsFor(call, house))
  }
}

/** In the chat with whoever wrote a draft it may stand, but not in a nudge. */
function draftsFor({ method, url, body }: Outgoing, { jana, canaries }: CanaryHouse): ReadonlySet<string> {
  const isHers = url.includes(encodeURIComponent(jana.chat.id)) || url.includes(jana.chat.id)
  const isAnswer = method === 'connector' && !body.includes('"nudge":"')
  return isHers && isAnswer ? drafts(canaries) : NONE
}

/** What people have typed for themselves. */
export const drafts = (canaries: Canaries) =>
  new Set([...canaries.all()].filter((canary) => canaries.whereOf(canary).startsWith(OWN_ANSWER)))

/** Of each token the signature, which no other has. */
function keepTokens({ teams, answers, canaries }: CanaryHouse): void {
  const given = teams.calls.filter(({ name }) => name === 'token').map(({ answer }) => answer)
  for (const answer of given) {
    const { access_token: token } = (answer ?? {}) as { access_token?: string }
    if (token) canaries.given('an access token', signatureOf(token))
  }
  for (const proof of answers.proofs)
    if (signatureOf(proof).length >= 16) canaries.given('a token of Teams', signatureOf(proof))
}

const signatureOf = (token: string): string => token.split('.').at(2) ?? ''
