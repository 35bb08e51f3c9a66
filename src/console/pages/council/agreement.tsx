import type { Agreement, Language } from '../../../types.js'
import type { Visit } from '../../route.js'
import type { CouncilWords } from '../../words/council.js'
import { whenOf } from '../changes/when.js'
import { Form } from '../form.js'
import { DifferenceTable } from './difference-table.js'

/** What the form of a proposal to lift the lock carries in place of a hash. */
export const LIFT = 'lift'

/** The state of the agreement, for a page. */
export interface AgreementParts {
  readonly visit: Visit
  readonly words: CouncilWords
  readonly inForce: Agreement | null
  readonly waiting: Agreement | null
}

/** What both sides hold fast, what waits for the other side, and what may be done about it. */
export function AgreementCard(parts: AgreementParts) {
  const { visit, words, inForce, waiting } = parts
  const { agreement, timeZone } = visit.house
  const held = inForce !== null && inForce.hash !== agreement.current.hash
  return (
    <section class="card stack" aria-labelledby="agreement">
      <h2 id="agreement">{words.agreement.title}</h2>
      <p>{words.agreement.text}</p>
      {inForce ? (
        <div class="stack stack--tight">
          <p>
            {words.agreement.inForce(whenOf(inForce.confirmedAt!, words.locale, timeZone))}{' '}
            {!held && words.agreement.fits}
          </p>
          <Hash hash={inForce.hash} words={words} />
        </div>
      ) : (
        <p>{words.agreement.none}</p>
      )}
      {waiting ? <Waiting {...parts} waiting={waiting} /> : <Proposing {...parts} held={held} />}
    </section>
  )
}

/** Says that nothing is read, and why. */
export function HeldNotice({ visit, words, inForce }: AgreementParts) {
  const { current } = visit.house.agreement
  if (inForce === null || inForce.hash === current.hash) return null
  return (
    <section class="notice notice--warm stack" aria-labelledby="held">
      <h2 id="held">{words.held.title}</h2>
      <p>{words.held.text}</p>
      <DifferenceTable
        left={{ name: words.held.agreed, config: inForce.config }}
        right={{ name: words.held.now, config: current.config }}
        title={words.held.title}
        language={visit.language}
        words={words}
      />
    </section>
  )
}

function Proposing({ visit, words, inForce, held }: AgreementParts & { held: boolean }) {
  const { agreement } = words
  return (
    <div class="stack">
      {(inForce === null || held) && (
        <Form visit={visit} action="/council/propose" class="stack stack--tight">
          <div>
            <button type="submit" class="button">
              {agreement.propose}
            </button>
          </div>
          <p class="hint">{agreement.proposeText}</p>
        </Form>
      )}
      {inForce && (
        <Form visit={visit} action="/council/propose-lift" class="stack stack--tight">
          <div>
            <button type="submit" class="button">
              {agreement.lift}
            </button>
          </div>
          <p class="hint">{agreement.liftText}</p>
        </Form>
      )}
    </div>
  )
}

function Waiting({ visit, words, inForce, waiting }: AgreementParts & { waiting: Agreement }) {
  const { agreement } = words
  const { timeZone } = visit.house
  const who = `${words.roles[waiting.proposedRole]} ${waiting.proposedBy}`
  const mine = waiting.proposedBy === visit.actor
  const otherRole = waiting.proposedRole === 'admin' ? 'works-council' : 'admin'
  return (
    <div class="card card--warm stack">
      <h3>{agreement.waiting(who, whenOf(waiting.proposedAt, words.locale, timeZone))}</h3>
      {waiting.hash === null ? (
        <p>{agreement.waitingLift}</p>
      ) : (
        <Proposed visit={visit} words={words} inForce={inForce} waiting={waiting} language={visit.language} />
      )}
      <div class="row">
        {visit.roles.has(otherRole) && !mine ? (
          <Form visit={visit} action="/council/confirm" class="row">
            <input type="hidden" name="hash" value={waiting.hash ?? LIFT} />
            <button type="submit" class="button button--accent">
              {agreement.confirm}
            </button>
          </Form>
        ) : (
          <p>{agreement.other[waiting.proposedRole]}</p>
        )}
        <Form visit={visit} action="/council/withdraw" class="row">
          <input type="hidden" name="hash" value={waiting.hash ?? LIFT} />
          <button type="submit" class="button">
            {visit.roles.has(waiting.proposedRole) ? agreement.withdraw : agreement.decline}
          </button>
        </Form>
      </div>
    </div>
  )
}

function Proposed(props: AgreementParts & { waiting: Agreement; language: Language }) {
  const { visit, words, inForce, waiting, language } = props
  const { agreement } = words
  const { current } = visit.house.agreement
  const same = waiting.hash === current.hash
  const proposed = { name: agreement.proposed, config: waiting.config }
  return (
    <>
      <p>
        {agreement.waitingConfig} {same ? agreement.waitingSame : agreement.waitingOther}
      </p>
      {!same && (
        <DifferenceTable
          left={proposed}
          right={{ name: words.held.now, config: current.config }}
          title={agreement.waitingOther}
          language={language}
          words={words}
        />
      )}
      {same && inForce && (
        <DifferenceTable
          left={{ name: words.held.agreed, config: inForce.config }}
          right={proposed}
          title={agreement.waitingConfig}
          language={language}
          words={words}
        />
      )}
      <Hash hash={waiting.hash} words={words} />
    </>
  )
}

const Hash = ({ hash, words }: { hash: string | null; words: CouncilWords }) => (
  <p class="hint">
    {words.agreement.hash}: <code>{hash}</code>
  </p>
)
