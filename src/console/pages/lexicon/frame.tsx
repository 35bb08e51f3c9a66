import type { ComponentChildren } from 'preact'
import type { Desk } from './desk.js'

/** A page's address; links and forms need the whole of it. */
export const at = (path: string): string => `/console${path}`

const PARTS = [
  ['home', '/lexicon'],
  ['create', '/lexicon/new'],
  ['thresholds', '/lexicon/thresholds'],
  ['draft', '/lexicon/draft'],
  ['approvals', '/lexicon/approvals'],
  ['history', '/lexicon/history'],
  ['file', '/lexicon/import'],
] as const

/** Where a page belongs among the parts of the lexicon. */
export type Part = (typeof PARTS)[number][0]

/** The parts of the lexicon and the page itself, below the heading that the frame of the console draws. */
export function LexiconFrame(props: { desk: Desk; here: Part; children: ComponentChildren }) {
  const { desk, here, children } = props
  const { nav } = desk.words
  const steps = desk.draft?.steps.length ?? 0
  return (
    <>
      <nav class="tabs" aria-label={nav.label}>
        {PARTS.filter(([part]) => part !== 'approvals' || desk.visit.house.fourEyes).map(([part, path]) => (
          <a href={at(path)} aria-current={part === here ? 'page' : undefined}>
            {nav[part]}
            {part === 'draft' && steps > 0 && <span class="tag tag--warm">{desk.number(steps)}</span>}
          </a>
        ))}
      </nav>
      {children}
    </>
  )
}
