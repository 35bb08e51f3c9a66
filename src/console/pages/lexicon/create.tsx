import { Form } from '../form.js'
import type { Desk } from './desk.js'
import { ChoiceField, type Filled, LinesField, SelectField, TextField } from './fields.js'
import { HiddenFields } from './form.js'
import { at, LexiconFrame } from './frame.js'
import { PatternLanguage } from './pattern-language.js'
import { ScopeFields } from './scope-fields.js'

/** A term by its kind, or a rule of patterns. */
export type CreateKind = 'term' | 'pattern'

/** The fields of the form; whatever else is wrong with an entry is told at the top. */
export const CREATE_FIELDS: ReadonlySet<string> = new Set([
  ...['scope', 'unit', 'channel', 'id', 'kind', 'term', 'forms', 'patterns', 'unless', 'flag', 'allow'],
  ...['label', 'language', 'name', 'why', 'instead', 'weight', 'audience', 'status'],
])

/** Adds an entry of the company's own, or edits one. */
export function CreatePage(props: {
  desk: Desk
  kind: CreateKind
  filled: Filled
  /** The entry's id where it is edited; null where it is new. */
  edited: string | null
  /** The forms that the term would take; null where nobody asked. */
  forms: readonly string[] | null
}) {
  const { desk, kind, filled, edited, forms } = props
  const { create } = desk.words
  return (
    <LexiconFrame desk={desk} here="create">
      {edited === null && <Kinds desk={desk} kind={kind} />}
      <p>{kind === 'term' ? create.intro : create.patternIntro}</p>
      {filled.faults.size > 0 && (
        <div class="notice notice--fault" role="alert">
          <p>{create.faulty}</p>
          <ul class="row">
            {[...filled.faults.keys()].map((name) => (
              <li>
                <a href={`#field-${name}`}>{fieldName(name, desk)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {kind === 'pattern' && <PatternLanguage desk={desk} />}
      <Form
        visit={desk.visit}
        action={edited === null ? `/lexicon/new?kind=${kind}` : `/lexicon/entry/${edited}/edit`}
        class="stack stack--wide"
      >
        <HiddenFields values={{ base: filled.typed.one('base') || '0' }} />
        <What desk={desk} kind={kind} filled={filled} forms={forms} edited={edited !== null} />
        <Hint desk={desk} kind={kind} filled={filled} />
        <Where desk={desk} filled={filled} edited={edited !== null} />
        <div class="row">
          <button type="submit" class="button button--accent" name="act" value="save">
            {create.save}
          </button>
        </div>
      </Form>
    </LexiconFrame>
  )
}

function fieldName(name: string, { words: { fields } }: Desk): string {
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : name
}

function Kinds({ desk, kind }: { desk: Desk; kind: CreateKind }) {
  const { create } = desk.words
  return (
    <div class="row">
      {(['term', 'pattern'] as const).map((one) => (
        <a
          class={`button button--small ${one === kind ? 'button--accent' : ''}`}
          href={at(`/lexicon/new?kind=${one}`)}
          aria-current={one === kind ? 'page' : undefined}
        >
          {create[one]}
        </a>
      ))}
    </div>
  )
}

interface PartProps {
  readonly desk: Desk
  readonly kind: CreateKind
  readonly filled: Filled
}

function What({
  desk,
  kind,
  filled,
  forms,
  edited,
}: PartProps & { forms: readonly string[] | null; edited: boolean }) {
  const { create, fields, kinds } = desk.words
  const { patterns: _, ...terms } = kinds
  return (
    <section class="card stack" aria-labelledby="what">
      <h2 id="what">{create.what}</h2>
      {kind === 'term' ? (
        <>
          <div class="columns">
            <TextField
              {...filled}
              name="term"
              label={fields.term}
              hint={fields.termHint}
              most={100}
              required
            />
            <SelectField {...filled} name="kind" label={fields.kind} options={Object.entries(terms)} />
          </div>
          <LinesField {...filled} name="forms" label={fields.forms} hint={fields.formsHint} rows={2} />
          <div>
            <button type="submit" class="button" name="act" value="forms" formnovalidate>
              {create.show}
            </button>
          </div>
          {forms && (
            <div class="notice" role="status">
              <p>
                {create.shown(forms.length)}. {create.shownNote}
              </p>
              <p>{forms.join(', ')}</p>
            </div>
          )}
        </>
      ) : (
        <>
          <LinesField
            {...filled}
            name="patterns"
            label={fields.patterns}
            hint={fields.patternsHint}
            rows={4}
            required
            code
          />
          <LinesField
            {...filled}
            name="unless"
            label={fields.unless}
            hint={fields.unlessHint}
            rows={2}
            code
          />
          <LinesField {...filled} name="flag" label={fields.flag} hint={fields.flagHint} rows={3} required />
          <LinesField
            {...filled}
            name="allow"
            label={fields.allow}
            hint={fields.allowHint}
            rows={3}
            required
          />
        </>
      )}
      {!edited && <TextField {...filled} name="id" label={fields.id} hint={fields.idHint} most={64} />}
    </section>
  )
}

function Hint({ desk, kind, filled }: PartProps) {
  const { create, fields, languages } = desk.words
  return (
    <section class="card stack" aria-labelledby="hint">
      <h2 id="hint">{create.hint}</h2>
      <div class="columns">
        <SelectField {...filled} name="label" label={fields.label} options={Object.entries(desk.labels)} />
        <SelectField
          {...filled}
          name="language"
          label={fields.language}
          options={Object.entries(languages)}
        />
      </div>
      {kind === 'pattern' && (
        <TextField {...filled} name="name" label={fields.name} hint={fields.nameHint} most={100} />
      )}
      <TextField {...filled} name="why" label={fields.why} hint={fields.whyHint} most={600} required />
      <LinesField {...filled} name="instead" label={fields.instead} hint={fields.insteadHint} rows={3} />
    </section>
  )
}

function Where({ desk, filled, edited }: { desk: Desk; filled: Filled; edited: boolean }) {
  const { create, fields, statuses, statusHints, audiences } = desk.words
  return (
    <section class="card stack" aria-labelledby="where">
      <h2 id="where">{create.where}</h2>
      {!edited && <ScopeFields desk={desk} filled={filled} />}
      <div class="columns">
        <ChoiceField
          {...filled}
          type="checkbox"
          name="audience"
          label={fields.audience}
          hint={fields.audienceHint}
          options={Object.entries(audiences)}
        />
        <div class="stack">
          <ChoiceField
            {...filled}
            type="radio"
            name="status"
            label={fields.status}
            options={(['active', 'probation'] as const).map(
              (status) => [status, statuses[status], statusHints[status]] as const,
            )}
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
    </section>
  )
}
