import { join } from 'node:path'
import { type Canaries, OWN_ANSWER } from './createCanaries.js'
import type { Evidence } from './createEvidence.js'

/** The drafts in a request, a form or JSON: its answer may show them to whoever wrote them. */
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

/** The files of a house, as they are now. */
export function gatherFiles(folder: string, evidence: Evidence, when: string): void {
  evidence.addFolder(`${when}, data folder`, join(folder, 'data'))
  evidence.addFolder(`${when}, temporary files`, join(folder, 'temp'))
}

/** The canaries that were made for one of these places. */
export const named = (canaries: Canaries, names: readonly string[]) =>
  new Set([...canaries.all()].filter((canary) => names.includes(canaries.whereOf(canary))))
