import type { Settings } from '../../../types.js'
import type { Words } from '../../../words/index.js'
import { labelNames } from '../../../words/labels.js'
import { betweenChoices, languageChoices, perDayChoices, toneChoices } from '../../../words/preferences.js'
import { TOPICS } from '../../../words/topics.js'
import type { Visit } from '../../route.js'
import type { MeWords } from '../../words/me.js'
import { Form } from '../form.js'
import type { PreferenceFaults, PreferenceValues } from './preference-values.js'

/** What the settings are made of. */
export interface PreferenceParts {
  readonly visit: Visit
  readonly settings: Settings
  readonly chat: Words
  readonly words: MeWords
  readonly values: PreferenceValues
  readonly faults: PreferenceFaults
}

type Name = Exclude<keyof PreferenceValues, 'praise' | 'topics'>

/** Everything that a person sets for themselves, in one form with one button. */
export function Preferences(parts: PreferenceParts) {
  const { visit, settings, chat, words, values, faults } = parts
  const { home } = chat
  const listed = (name: Name) => ({ name, value: values[name], fault: faults[name], words })
  return (
    <section class="card stack" aria-labelledby="settings">
      <h2 id="settings">{home.settings}</h2>
      <Form visit={visit} action="/me/settings" class="stack stack--wide">
        <fieldset class="stack">
          <legend>{words.amount}</legend>
          <div class="columns">
            <Select {...listed('per-day')} label={home.perDay} options={perDayChoices(settings, chat)} />
            <Select {...listed('between')} label={home.between} options={betweenChoices(settings, chat)} />
          </div>
          <div class="stack stack--tight">
            <div class="columns">
              <Time {...listed('quiet-from')} label={home.quietStart} />
              <Time {...listed('quiet-to')} label={home.quietEnd} />
            </div>
            <p class="hint" id="quiet-note">
              {words.quietNote}
            </p>
          </div>
          <label class="choice">
            <input type="checkbox" name="praise" value="1" checked={values.praise} />
            {home.praise}
          </label>
        </fieldset>
        <fieldset class="stack">
          <legend>{words.address}</legend>
          <div class="columns">
            {chat.language === 'de' && (
              <Select {...listed('tone')} label={home.tone} options={toneChoices(chat)} />
            )}
            <Select {...listed('language')} label={home.language} options={languageChoices(chat)} />
          </div>
          {visit.person.platform === 'slack' && (
            <div class="stack stack--tight">
              <Select
                {...listed('place')}
                label={home.place}
                options={(['direct', 'channel'] as const).map((place) => [place, home.places[place]])}
              />
              <p class="hint">{home.placeNote}</p>
            </div>
          )}
        </fieldset>
        <fieldset class="stack stack--tight">
          <legend>{home.topicsLabel}</legend>
          <p class="hint">{words.topicsNote}</p>
          <div class="topics">
            {TOPICS.map((label) => (
              <label class="choice">
                <input type="checkbox" name="topics" value={label} checked={values.topics.includes(label)} />
                {labelNames[chat.language][label]}
              </label>
            ))}
          </div>
        </fieldset>
        <div>
          <button type="submit" class="button button--accent">
            {home.save}
          </button>
        </div>
      </Form>
    </section>
  )
}

interface FieldParts {
  readonly name: Name
  readonly value: string
  readonly fault: PreferenceFaults[Name]
  readonly words: MeWords
  readonly label: string
}

function Select({
  options,
  ...field
}: FieldParts & { options: readonly (readonly [value: string, text: string])[] }) {
  const known = options.some(([value]) => value === field.value)
  return (
    <div class="field">
      <label for={field.name}>{field.label}</label>
      <select id={field.name} name={field.name} {...faultOf(field)}>
        {!known && (
          <option value={field.value} selected>
            {field.value}
          </option>
        )}
        {options.map(([value, text]) => (
          <option value={value} selected={value === field.value}>
            {text}
          </option>
        ))}
      </select>
      <Fault {...field} />
    </div>
  )
}

const Time = (field: FieldParts) => (
  <div class="field">
    <label for={field.name}>{field.label}</label>
    <input
      type="time"
      id={field.name}
      name={field.name}
      value={field.value}
      {...faultOf(field, 'quiet-note')}
    />
    <Fault {...field} />
  </div>
)

const Fault = ({ name, fault, words }: FieldParts) =>
  fault ? (
    <p class="fault" id={`${name}-fault`}>
      {words.expected[fault]}
    </p>
  ) : null

/** Ties a field to what is said about it. */
const faultOf = ({ name, fault }: FieldParts, note?: string) =>
  fault
    ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-fault` }
    : { 'aria-describedby': note }
