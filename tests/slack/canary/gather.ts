import { join } from 'node:path'
import { OWN_ANSWER } from './ask.js'
import type { Canaries } from './createCanaries.js'
import type { Evidence } from './createEvidence.js'
import type { CanaryHouse } from './openCanaryHouse.js'
import { unescaped } from './unescaped.js'

/** The drafts in a request: its answer may show them to whoever wrote them. */
export function draftsIn(request: string, canaries: Canaries): Set<string> {
  const plain = request.includes('payload=') || request.includes('text=') ? decoded(request) : request
  return new Set(
    [...canaries.all()].filter((canary) => {
      const isDraft = canaries.whereOf(canary).startsWith(OWN_ANSWER)
      return isDraft && (plain.includes(canary) || plain.includes(JSON.stringify(canary).slice(1, -1)))
    }),
  )
}

const decoded = (form: string) => [...new URLSearchParams(form).values()].join('\n')

/** The files, as they are now. */
export function gatherFiles({ folder }: Pick<CanaryHouse, 'folder'>, evidence: Evidence, when: string): void {
  evidence.addFolder(`${when}, data folder`, join(folder, 'data'))
  evidence.addFolder(`${when}, temporary files`, join(folder, 'temp'))
}

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

const named = (canaries: Canaries, names: readonly string[]) =>
  new Set([...canaries.all()].filter((canary) => names.includes(canaries.whereOf(canary))))
const tokens = (canaries: Canaries) => named(canaries, ['the bot token', 'the app-level token'])
const clientSecret = (canaries: Canaries) => named(canaries, ['the client secret'])

/** A window that answers a request may show the drafts of that request, and no other. */
function asked({ answers, canaries }: CanaryHouse, content: string): Set<string> {
  const trigger = /"?trigger_id"?[=:]"?([\w.]+)/.exec(content)?.[1]
  const request = trigger && answers.asked.find((each) => unescaped(each).includes(trigger))
  return request ? draftsIn(request, canaries) : new Set()
}
