import type { TuningConflict, TuningItem, TuningVersion } from '../../../types.js'
import { Form } from '../form.js'
import { type Desk, keyLine } from './desk.js'
import { HiddenFields } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { itemFields, itemName } from './item-fields.js'
import { scopeName } from './scope-name.js'
import { whoIs } from './who.js'

/** A conflict with the version that the state now came with; null where that is no longer known. */
export interface ShownConflict extends TuningConflict {
  readonly version: TuningVersion | null
}

/** Two versions of the same items, side by side, and the choice between them. */
export function ConflictsPage({ desk, conflicts }: { desk: Desk; conflicts: readonly ShownConflict[] }) {
  const { conflicts: said } = desk.words
  return (
    <LexiconFrame desk={desk} here="draft">
      <p>{said.text}</p>
      <Form visit={desk.visit} action="/lexicon/draft/conflicts" class="stack">
        {conflicts.map((conflict, index) => (
          <Conflict desk={desk} conflict={conflict} index={index} />
        ))}
        <div class="row">
          <button type="submit" class="button button--accent">
            {said.apply}
          </button>
          <a class="button button--quiet" href={at('/lexicon/draft')}>
            {said.later}
          </a>
        </div>
      </Form>
    </LexiconFrame>
  )
}

function Conflict({ desk, conflict, index }: { desk: Desk; conflict: ShownConflict; index: number }) {
  const { words } = desk
  const { conflicts: said } = words
  const { scope, kind, name, current, step, version } = conflict
  const choice = `choice-${index}`
  return (
    <div class="card">
      <fieldset class="stack">
        <legend>
          <h2>
            {words.stepKinds[kind]}: {itemName(kind, name, desk)}
          </h2>
        </legend>
        {scope !== 'company' && <p>{scopeName(scope, desk)}</p>}
        <HiddenFields
          values={{ [`key-${index}`]: keyLine(conflict), [`base-${index}`]: String(current?.since ?? 0) }}
        />
        <div class="columns">
          <div class="stack stack--tight">
            <h3>{said.now}</h3>
            {version && (
              <p class="muted small">
                {said.by(version.version, whoIs(version.author, desk), desk.time(version.at))}
              </p>
            )}
            <State desk={desk} kind={kind} value={current?.value ?? null} name={name} />
            <label class="choice">
              <input type="radio" name={choice} value="theirs" required />
              <span>{said.theirs}</span>
            </label>
          </div>
          <div class="stack stack--tight">
            <h3>{said.wanted}</h3>
            <State desk={desk} kind={kind} value={step.value} name={name} />
            <label class="choice">
              <input type="radio" name={choice} value="mine" />
              <span>{said.mine}</span>
            </label>
          </div>
        </div>
      </fieldset>
    </div>
  )
}

function State(props: {
  desk: Desk
  kind: TuningItem['kind']
  value: TuningItem['value'] | null
  name: string
}) {
  const { desk, kind, value, name } = props
  const { conflicts, diff } = desk.words
  if (value === null)
    return <p>{kind === 'allow' ? diff.counted(itemName(kind, name, desk)) : conflicts.removed}</p>
  if (kind === 'allow') return <p>{diff.allowed(itemName(kind, name, desk))}</p>
  return (
    <dl class="facts">
      {itemFields(kind, value, desk).map(([field, lines]) => (
        <div>
          <dt>{field}</dt>
          <dd>
            {lines.map((line) => (
              <p>{line}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
