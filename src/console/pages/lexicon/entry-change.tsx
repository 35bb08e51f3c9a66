import type { EntryChange } from '../../../types.js'
import type { EntryDetail } from '../../../workbench/workbench.js'
import { Form } from '../form.js'
import { type Desk, drafted } from './desk.js'
import { ChoiceField, type Filled, LinesField, TextField } from './fields.js'
import { HiddenFields } from './form.js'
import { at } from './frame.js'
import { type Typed, typedFrom } from './typed.js'

const STATUSES = ['active', 'probation', 'retired'] as const

/** What the company has changed about an entry so far: as drafted, else as published. */
export function changeSoFar(
  desk: Desk,
  detail: EntryDetail,
): { readonly value: EntryChange; readonly base: number } {
  const key = { scope: 'company', kind: 'change', name: detail.line.id } as const
  const step = drafted(desk, key)
  const item = detail.items.find(({ scope, kind }) => scope === key.scope && kind === key.kind)
  const value = (step ? step.value : item?.value) ?? {}
  return { value: value as EntryChange, base: step?.base ?? item?.since ?? 0 }
}

/** The fields of a change as they stand before anybody has typed. */
export function changeTyped(desk: Desk, detail: EntryDetail): Typed {
  const { why, instead, weight, audience, status } = { ...detail.entry, ...changeSoFar(desk, detail).value }
  return typedFrom({
    why,
    instead: instead.join('\n'),
    weight: desk.number(weight),
    audience,
    status,
  })
}

/** Changes why, the alternatives, weight, audience and status of an entry that comes with Klartext. */
export function ChangeForm({ desk, detail, filled }: { desk: Desk; detail: EntryDetail; filled: Filled }) {
  const { entry, fields, statuses, statusHints, audiences } = desk.words
  const { id } = detail.line
  const inDraft = drafted(desk, { scope: 'company', kind: 'change', name: id })
  return (
    <Form visit={desk.visit} action={`/lexicon/entry/${id}`}>
      <HiddenFields values={{ base: filled.typed.one('base') || String(changeSoFar(desk, detail).base) }} />
      <p class="hint">{entry.changeText}</p>
      {inDraft && (
        <p class="notice notice--warm">
          {entry.draftNote} <a href={at('/lexicon/draft')}>{entry.toDraft}</a>
        </p>
      )}
      <TextField {...filled} name="why" label={fields.why} hint={fields.whyHint} most={600} required />
      <LinesField {...filled} name="instead" label={fields.instead} hint={fields.insteadHint} rows={4} />
      <div class="columns">
        <ChoiceField
          {...filled}
          type="radio"
          name="status"
          label={fields.status}
          options={STATUSES.map((status) => [status, statuses[status], statusHints[status]] as const)}
        />
        <div class="stack">
          <ChoiceField
            {...filled}
            type="checkbox"
            name="audience"
            label={fields.audience}
            hint={fields.audienceHint}
            options={Object.entries(audiences)}
          />
          <TextField
            {...filled}
            name="weight"
            label={fields.weight}
            hint={fields.weightHint}
            most={6}
            decimal
          />
        </div>
      </div>
      <button type="submit" class="button button--accent">
        {entry.save}
      </button>
    </Form>
  )
}
