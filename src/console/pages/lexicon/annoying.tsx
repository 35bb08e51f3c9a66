import type { RuleAnswers } from '../../../types.js'
import type { EntryLine } from '../../../workbench/workbench.js'
import { type Desk, drafted } from './desk.js'
import { entryName } from './entry-name.js'
import { ButtonForm } from './form.js'
import { at } from './frame.js'
import { StatusTag } from './status-tag.js'

/** A rule that people dislike, or that stands on probation. */
export interface Annoyance {
  readonly line: Pick<EntryLine, 'id' | 'name' | 'status'>
  /** Null where too few answered. */
  readonly answers: RuleAnswers | null
  /** Whether Klartext put it on probation by itself. */
  readonly byItself: boolean
  /** `since` of the company's change of it; 0 for none. */
  readonly since: number
}

const SHARES = ['notHelpful', 'quotation', 'teamTerm'] as const

/** The rules that deserve an admin's eye before anything else. */
export function Annoying({ desk, rules }: { desk: Desk; rules: readonly Annoyance[] }) {
  const { home } = desk.words
  return (
    <section class={`card stack ${rules.length > 0 ? 'card--warm' : ''}`} aria-labelledby="annoying">
      <h2 id="annoying">{home.annoying}</h2>
      <p>{rules.length > 0 ? home.annoyingText(desk.visit.house.facts.k) : home.nothingAnnoys}</p>
      {rules.length > 0 && (
        <ul class="list">
          {rules.map((rule) => (
            <Rule desk={desk} rule={rule} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Rule({ desk, rule }: { desk: Desk; rule: Annoyance }) {
  const { home } = desk.words
  const { line, answers, byItself, since } = rule
  const name = entryName(line, desk)
  const step = drafted(desk, { scope: 'company', kind: 'change', name: line.id })
  const hidden = { rule: line.id, base: String(since) }
  return (
    <li class="row row--spread">
      <div class="stack stack--tight">
        <div class="row">
          <a href={at(`/lexicon/entry/${line.id}`)}>{name}</a>
          {byItself ? (
            <span class="tag tag--warm">{home.probationByItself}</span>
          ) : (
            <StatusTag desk={desk} status={line.status} />
          )}
        </div>
        <Shares desk={desk} answers={answers} />
      </div>
      {step ? (
        <span class="tag tag--accent">{home.inDraft}</span>
      ) : (
        <div class="row">
          {line.status === 'probation' && (
            <ButtonForm desk={desk} action="/lexicon/rules" hidden={{ ...hidden, act: 'on' }} about={name}>
              {home.switchOn}
            </ButtonForm>
          )}
          <ButtonForm desk={desk} action="/lexicon/rules" hidden={{ ...hidden, act: 'off' }} about={name}>
            {home.switchOff}
          </ButtonForm>
        </div>
      )}
    </li>
  )
}

function Shares({ desk, answers }: { desk: Desk; answers: RuleAnswers | null }) {
  const { home } = desk.words
  if (!answers) return <p class="muted small">{home.tooFew}</p>
  // Coarse, so that one answer more or less does not show.
  const percent = (share: number) => `${5 * Math.round((20 * share) / answers.people)} %`
  return (
    <p class="small">
      {SHARES.map((share) => `${percent(answers[share])} ${home.shares[share]}`).join(', ')}
    </p>
  )
}
