import type { Audience, Label } from '../../../types.js'
import { Form } from '../form.js'
import { type Desk, drafted } from './desk.js'
import { FaultsOf, type Filled } from './fields.js'
import { HiddenFields } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { TableBox } from './table-box.js'

/** Everywhere first, then each audience. */
export const COLUMNS: readonly (Audience | '')[] = ['', 'team', 'cross-team', 'company', 'customer-facing']

/** The name of a threshold: a label, or a label for an audience. */
export const thresholdName = (label: Label, audience: Audience | ''): string =>
  audience === '' ? label : `${label}/${audience}`

/** How much wording of each topic it takes until a hint comes. */
export function ThresholdsPage(props: {
  desk: Desk
  shipped: Readonly<Record<Label, number>>
  filled: Filled
  /** `since` of each threshold by its name; what is missing was never set. */
  bases: ReadonlyMap<string, number>
}) {
  const { desk, shipped, filled, bases } = props
  const { thresholds: said, everyAudience, audiences, fields, entry } = desk.words
  const labels = Object.keys(desk.labels) as Label[]
  const inDraft = desk.draft?.steps.some(({ kind }) => kind === 'threshold')
  return (
    <LexiconFrame desk={desk} here="thresholds">
      <p>{said.text}</p>
      <p class="hint">{said.range}</p>
      {filled.faults.size > 0 && (
        <p class="notice notice--fault" role="alert">
          {desk.words.create.faulty}
        </p>
      )}
      {inDraft && (
        <p class="notice notice--warm">
          {entry.draftNote} <a href={at('/lexicon/draft')}>{entry.toDraft}</a>
        </p>
      )}
      <Form visit={desk.visit} action="/lexicon/thresholds" class="stack lexicon-thresholds">
        <HiddenFields
          values={Object.fromEntries([...bases].map(([name, since]) => [`base-${name}`, String(since)]))}
        />
        <TableBox name={said.title}>
          <thead>
            <tr>
              <th scope="col">{fields.label}</th>
              <th scope="col" class="number">
                {said.shipped}
              </th>
              {COLUMNS.map((audience) => (
                <th scope="col">{audience === '' ? everyAudience : audiences[audience]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label) => (
              <tr>
                <th scope="row">{desk.labels[label]}</th>
                <td class="number" data-label={said.shipped}>
                  {desk.number(shipped[label])}
                </td>
                {COLUMNS.map((audience) => (
                  <td data-label={audience === '' ? everyAudience : audiences[audience]}>
                    <Threshold desk={desk} filled={filled} label={label} audience={audience} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </TableBox>
        <button type="submit" class="button button--accent">
          {said.save}
        </button>
      </Form>
    </LexiconFrame>
  )
}

function Threshold(props: { desk: Desk; filled: Filled; label: Label; audience: Audience | '' }) {
  const { desk, filled, label, audience } = props
  const { thresholds: said, everyAudience, audiences } = desk.words
  const name = thresholdName(label, audience)
  const faulty = filled.faults.has(name)
  return (
    <>
      <input
        type="text"
        inputmode="decimal"
        name={name}
        value={filled.typed.one(name)}
        maxlength={5}
        size={4}
        autocomplete="off"
        class="lexicon-number"
        aria-label={said.column(desk.labels[label], audience === '' ? everyAudience : audiences[audience])}
        aria-invalid={faulty ? 'true' : undefined}
        aria-describedby={faulty ? `fault-${name}` : undefined}
      />
      <FaultsOf name={name} faults={filled.faults} />
    </>
  )
}

/** The value of a threshold as drafted, else as published; empty where it is the shipped one. */
export function thresholdValue(desk: Desk, name: string, published: number | undefined): string {
  const step = drafted(desk, { scope: 'company', kind: 'threshold', name })
  const weight = step ? (step.value as { weight: number } | null)?.weight : published
  return weight === undefined ? '' : desk.number(weight)
}
