import type { TuningDraft } from '../../../types.js'
import type { Desk } from './desk.js'
import { type Checked, CheckSection, Differences } from './draft.js'
import { ButtonForm } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { PreviewSection } from './preview.js'
import { whoIs } from './who.js'

/** The drafts that wait for a second pair of eyes. */
export function ApprovalsPage({ desk, drafts }: { desk: Desk; drafts: readonly TuningDraft[] }) {
  const { approvals, draft: said } = desk.words
  const others = drafts.filter(({ author }) => author !== desk.visit.actor)
  return (
    <LexiconFrame desk={desk} here="approvals">
      <p>{approvals.text}</p>
      {others.length === 0 ? (
        <p class="card">{approvals.none}</p>
      ) : (
        <ul class="stack">
          {others.map(({ author, steps, submitted }) => (
            <li class="card row row--spread">
              <div class="stack stack--tight">
                <h2>{submitted?.reason}</h2>
                <p class="muted">
                  {submitted && approvals.from(whoIs(author, desk), desk.time(submitted.at))} ·{' '}
                  {said.steps(steps.length)}
                </p>
              </div>
              <a class="button button--accent" href={at(`/lexicon/approvals/${author}`)}>
                {approvals.look}
                <span class="visually-hidden"> ({submitted?.reason})</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length < drafts.length && <p class="muted">{approvals.own}</p>}
    </LexiconFrame>
  )
}

/** A draft of somebody else with all that is known about it, to be approved or sent back. */
export function ApprovalPage(props: { desk: Desk; draft: TuningDraft; checked: Checked; stale: boolean }) {
  const { desk, draft, checked, stale } = props
  const { approvals, draft: said } = desk.words
  const { author, submitted } = draft
  const ready = checked.faults.length === 0 && !checked.conflicting
  return (
    <LexiconFrame desk={desk} here="approvals">
      {stale && (
        <p class="notice notice--warm" role="alert">
          {said.stale}
        </p>
      )}
      {checked.conflicting && (
        <p class="notice notice--warm" role="alert">
          {approvals.conflict}
        </p>
      )}
      <div>
        <p>
          {said.waitingReason} <strong>{submitted?.reason}</strong>
        </p>
        <p class="muted">{submitted && approvals.from(whoIs(author, desk), desk.time(submitted.at))}</p>
      </div>
      <Differences desk={desk} checked={checked} path={`/lexicon/approvals/${author}`} />
      <CheckSection desk={desk} faults={checked.faults} />
      <PreviewSection desk={desk} preview={checked.preview} />
      <div class="stack stack--tight">
        <div class="row">
          {ready && (
            <ButtonForm
              desk={desk}
              action={`/lexicon/approvals/${author}`}
              class="button--accent"
              hidden={{ act: 'approve', seal: checked.seal }}
            >
              {approvals.approve}
            </ButtonForm>
          )}
          <ButtonForm
            desk={desk}
            action={`/lexicon/approvals/${author}`}
            class=""
            hidden={{ act: 'back', seal: checked.seal }}
          >
            {approvals.back}
          </ButtonForm>
        </div>
        <p class="hint">{approvals.backText}</p>
      </div>
    </LexiconFrame>
  )
}
