import type { EntryDetail } from '../../../workbench/workbench.js'
import { Form } from '../form.js'
import { type Desk, drafted } from './desk.js'
import { ChangeForm } from './entry-change.js'
import { Examples, FormsOf, PatternsOf } from './entry-found.js'
import { EntryItems } from './entry-items.js'
import type { Filled } from './fields.js'
import { ButtonForm } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { ScopeFields } from './scope-fields.js'
import { scopeName } from './scope-name.js'
import { StatusTag } from './status-tag.js'

/** Everything about an entry, and what can be done about it. */
export function EntryPage(props: { desk: Desk; detail: EntryDetail; change: Filled; permit: Filled }) {
  const { desk, detail, change, permit } = props
  const { words } = desk
  const { line } = detail
  const own = line.origin === 'own'
  return (
    <LexiconFrame desk={desk} here="home">
      <div class="row">
        <span class="tag">{desk.labels[line.label]}</span>
        <span class="tag">{words.languages[line.language]}</span>
        <span class="tag">{words.origins[line.origin]}</span>
        {line.scope !== 'company' && <span class="tag">{scopeName(line.scope, desk)}</span>}
        <StatusTag desk={desk} status={line.status} />
        <code>{line.id}</code>
      </div>
      {line.status !== 'established' && <p class="hint">{words.statusHints[line.status]}</p>}
      <div class="columns lexicon-top">
        <About desk={desk} detail={detail} />
        <div class="card stack">
          <FormsOf desk={desk} detail={detail} />
          <PatternsOf desk={desk} detail={detail} />
          <Examples desk={desk} detail={detail} />
        </div>
      </div>
      <EntryItems desk={desk} detail={detail} />
      {own ? (
        <OwnActions desk={desk} detail={detail} />
      ) : (
        <section class="card stack" aria-labelledby="change">
          <h2 id="change">{words.entry.change}</h2>
          <ChangeForm desk={desk} detail={detail} filled={change} />
        </section>
      )}
      <div class="columns lexicon-top">
        <Permit desk={desk} detail={detail} filled={permit} />
        <Retire desk={desk} detail={detail} />
      </div>
    </LexiconFrame>
  )
}

function About({ desk, detail: { entry } }: { desk: Desk; detail: EntryDetail }) {
  const { fields, entry: said, audiences, everyAudience } = desk.words
  const where =
    entry.audience.length > 0 ? entry.audience.map((name) => audiences[name]).join(', ') : everyAudience
  return (
    <div class="card">
      <dl class="facts">
        <div>
          <dt>{fields.why}</dt>
          <dd lang={entry.language}>{entry.why}</dd>
        </div>
        <div>
          <dt>{fields.instead}</dt>
          <dd lang={entry.language}>
            {entry.instead.length === 0 ? (
              said.noInstead
            ) : (
              <ul>
                {entry.instead.map((wording) => (
                  <li>{wording}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{fields.audience}</dt>
          <dd>{where}</dd>
        </div>
        <div>
          <dt>{fields.weight}</dt>
          <dd>{desk.number(entry.weight)}</dd>
        </div>
      </dl>
    </div>
  )
}

function OwnActions({ desk, detail: { line, items } }: { desk: Desk; detail: EntryDetail }) {
  const { entry } = desk.words
  const own = items.find(({ kind }) => kind === 'entry')
  return (
    <div class="row">
      <a class="button button--accent" href={at(`/lexicon/entry/${line.id}/edit`)}>
        {entry.edit}
      </a>
      {own && (
        <ButtonForm
          desk={desk}
          action="/lexicon/take-back"
          class="button--danger"
          hidden={{ scope: own.scope, kind: 'entry', name: own.name, base: String(own.since), back: line.id }}
        >
          {entry.remove}
        </ButtonForm>
      )}
    </div>
  )
}

function Permit({ desk, detail: { line }, filled }: { desk: Desk; detail: EntryDetail; filled: Filled }) {
  const { entry } = desk.words
  return (
    <section class="card stack" aria-labelledby="permit">
      <h2 id="permit">{entry.permit}</h2>
      <p>{entry.permitText}</p>
      <Form visit={desk.visit} action={`/lexicon/entry/${line.id}/allow`}>
        <ScopeFields desk={desk} filled={filled} />
        <button type="submit" class="button">
          {entry.permit}
        </button>
      </Form>
    </section>
  )
}

/** Switches an entry on or off with one click; one on probation either way. */
function Retire({ desk, detail: { line, items } }: { desk: Desk; detail: EntryDetail }) {
  const { entry } = desk.words
  const since = items.find(({ kind, scope }) => kind === 'change' && scope === 'company')?.since ?? 0
  const step = drafted(desk, { scope: 'company', kind: 'change', name: line.id })
  const isOff = line.status === 'retired'
  const hidden = { rule: line.id, base: String(step?.base ?? since), back: line.id }
  return (
    <section class="card stack" aria-labelledby="retire">
      <h2 id="retire">{isOff ? entry.activate : entry.retire}</h2>
      {!isOff && <p>{entry.retireText}</p>}
      <div class="row">
        {(isOff || line.status === 'probation') && (
          <ButtonForm desk={desk} action="/lexicon/rules" class="" hidden={{ ...hidden, act: 'on' }}>
            {entry.activate}
          </ButtonForm>
        )}
        {!isOff && (
          <ButtonForm desk={desk} action="/lexicon/rules" class="" hidden={{ ...hidden, act: 'off' }}>
            {entry.retire}
          </ButtonForm>
        )}
      </div>
    </section>
  )
}
