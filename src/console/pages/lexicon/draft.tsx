import type { TuningDifference } from '../../../types.js'
import type { Preview, TuningFault } from '../../../workbench/workbench.js'
import { Form } from '../form.js'
import { type Desk, keyLine } from './desk.js'
import { Difference } from './difference.js'
import { FaultList } from './faults.js'
import { type Filled, TextField } from './fields.js'
import { ButtonForm, HiddenFields } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { itemName } from './item-fields.js'
import { PAGE, Pager } from './pager.js'
import { PreviewSection } from './preview.js'

/** What is shown of steps that are to be published. */
export interface Checked {
  /** Those of one page. */
  readonly differences: readonly TuningDifference[]
  readonly page: number
  readonly total: number
  readonly faults: readonly TuningFault[]
  /** Null where faults forbid it. */
  readonly preview: Preview | null
  /** Whether somebody else has changed one of the items meanwhile. */
  readonly conflicting: boolean
  /** Tells these steps from others, so that only what was seen is published. */
  readonly seal: string
}

/** An admin's draft with all that is known about it, and the way to publish it. */
export function DraftPage(props: { desk: Desk; checked: Checked; publish: Filled; stale: boolean }) {
  const { desk, checked, publish, stale } = props
  const { draft } = desk.words
  return (
    <LexiconFrame desk={desk} here="draft">
      {stale && (
        <p class="notice notice--warm" role="alert">
          {draft.stale}
        </p>
      )}
      <Waiting desk={desk} />
      {checked.conflicting && (
        <p class="notice notice--warm" role="alert">
          {draft.conflict} <a href={at('/lexicon/draft/conflicts')}>{draft.conflictLink}</a>
        </p>
      )}
      <Differences desk={desk} checked={checked} path="/lexicon/draft" droppable />
      <CheckSection desk={desk} faults={checked.faults} />
      <PreviewSection desk={desk} preview={checked.preview} />
      {checked.faults.length === 0 && !checked.conflicting && !desk.draft?.submitted && (
        <Publish desk={desk} filled={publish} seal={checked.seal} />
      )}
      <div class="row">
        <a class="button button--danger" href={at('/lexicon/draft/drop')}>
          {draft.dropAll}
        </a>
      </div>
    </LexiconFrame>
  )
}

/** No draft: says what it would be for. */
export function EmptyDraft({ desk }: { desk: Desk }) {
  const { draft } = desk.words
  return (
    <LexiconFrame desk={desk} here="draft">
      <div class="card stack">
        <h2>{draft.empty}</h2>
        <p>{draft.emptyText}</p>
        <a class="button" href={at('/lexicon')}>
          {draft.emptyLink}
        </a>
      </div>
    </LexiconFrame>
  )
}

/** Asks before a draft is thrown away. */
export function DropDraft({ desk }: { desk: Desk }) {
  const { draft } = desk.words
  return (
    <LexiconFrame desk={desk} here="draft">
      <div class="card stack">
        <p>{draft.dropAllText(desk.draft?.steps.length ?? 0)}</p>
        <div class="row">
          <ButtonForm desk={desk} action="/lexicon/draft/drop" class="button--danger" hidden={{ all: '1' }}>
            {draft.dropYes}
          </ButtonForm>
          <a class="button" href={at('/lexicon/draft')}>
            {draft.dropNo}
          </a>
        </div>
      </div>
    </LexiconFrame>
  )
}

/** Steps as what they change, page by page; each of one's own may be dropped. */
export function Differences(props: { desk: Desk; checked: Checked; path: string; droppable?: boolean }) {
  const { desk, checked, path, droppable } = props
  const { draft } = desk.words
  const { differences, page, total } = checked
  const first = (page - 1) * PAGE + 1
  return (
    <section class="card stack" aria-labelledby="steps">
      <h2 id="steps">{draft.steps(total)}</h2>
      {total > PAGE && <p class="muted">{draft.shown(first, first + differences.length - 1, total)}</p>}
      <ul class="list">
        {differences.map((one) => (
          <li>
            <Difference
              desk={desk}
              of={one}
              beside={
                droppable && (
                  <ButtonForm
                    desk={desk}
                    action="/lexicon/draft/drop"
                    hidden={{ key: keyLine(one) }}
                    about={itemName(one.kind, one.name, desk)}
                  >
                    {draft.drop}
                  </ButtonForm>
                )
              }
            />
          </li>
        ))}
      </ul>
      <Pager desk={desk} path={path} page={page} total={total} />
    </section>
  )
}

/** What stands against publishing. */
export function CheckSection({ desk, faults }: { desk: Desk; faults: readonly TuningFault[] }) {
  const { draft } = desk.words
  return (
    <section class={`card stack ${faults.length > 0 ? 'card--fault' : ''}`} aria-labelledby="check">
      <h2 id="check">{draft.check}</h2>
      <p>{faults.length === 0 ? draft.faultless : draft.faults(faults.length)}</p>
      {faults.length > 0 && <FaultList desk={desk} faults={faults} named />}
    </section>
  )
}

function Publish({ desk, filled, seal }: { desk: Desk; filled: Filled; seal: string }) {
  const { draft } = desk.words
  const what = desk.visit.house.fourEyes ? draft.submit : draft.publish
  return (
    <section class="card stack" aria-labelledby="publish">
      <h2 id="publish">{what}</h2>
      <Form visit={desk.visit} action="/lexicon/draft/publish">
        <HiddenFields values={{ seal }} />
        <TextField
          {...filled}
          name="reason"
          label={draft.reason}
          hint={draft.reasonHint}
          most={200}
          required
        />
        <button type="submit" class="button button--accent">
          {what}
        </button>
      </Form>
    </section>
  )
}

function Waiting({ desk }: { desk: Desk }) {
  const { draft } = desk.words
  const submitted = desk.draft?.submitted
  if (!submitted) return null
  return (
    <div class="notice stack stack--tight">
      <p>{draft.waiting(desk.time(submitted.at))}</p>
      <p>
        {draft.waitingReason} {submitted.reason}
      </p>
      <ButtonForm desk={desk} action="/lexicon/draft/keep">
        {draft.takeBack}
      </ButtonForm>
    </div>
  )
}
