import { createPauses } from '../tuning/pauses.js'
import type { Tuned } from '../tuning/tuned.js'
import type { Analysis, Label, Scope } from '../types.js'
import { sample } from './sample.js'
import type { Preview, PreviewHit } from './workbench.js'

/**
 * What a change does to the sentences that come with Klartext.
 * @param scopes where they are taken to stand
 */
export async function previewOf(before: Tuned, after: Tuned, scopes: readonly Scope[]): Promise<Preview> {
  const pause = createPauses()
  const sentences = sample()
  const newly: PreviewHit[] = []
  const gone: PreviewHit[] = []
  for (const { text, language, audience, labels } of sentences) {
    await pause()
    const message = { text, language, audience, scopes }
    const [then, now] = [before.analyzer.analyze(message), after.analyzer.analyze(message)]
    const hit = (label: Label, { findings }: Analysis): PreviewHit => ({
      ...{ text, language, audience, harmless: labels.length === 0, label },
      rules: [...new Set(findings.filter((found) => found.label === label).map(({ rule }) => rule))],
    })
    for (const label of now.labels) if (!then.labels.includes(label)) newly.push(hit(label, now))
    for (const label of then.labels) if (!now.labels.includes(label)) gone.push(hit(label, then))
  }
  const harmlessFirst = (a: PreviewHit, b: PreviewHit) => Number(b.harmless) - Number(a.harmless)
  return {
    sentences: sentences.length,
    harmless: sentences.filter(({ labels }) => labels.length === 0).length,
    newly: newly.sort(harmlessFirst),
    gone,
  }
}
