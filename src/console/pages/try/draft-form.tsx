import type { Audience } from '../../../types.js'
import type { Visit } from '../../route.js'
import type { TryWords } from '../../words/try.js'
import { Form } from '../form.js'

/** What somebody wants to have checked, and what is wrong with it. */
export interface Draft {
  readonly text: string
  readonly audience: Audience
  readonly fault: string | null
}

/** The text, who will read it, and the button. */
export function DraftForm({ visit, words, draft }: { visit: Visit; words: TryWords; draft: Draft }) {
  const { text, audience, fault } = draft
  return (
    <Form visit={visit} action="/try" class="card stack">
      <div class="field">
        <label for="text">{words.label}</label>
        <textarea
          id="text"
          name="text"
          rows={8}
          lang=""
          autocomplete="off"
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? 'text-fault text-note' : 'text-note'}
        >
          {/* HTML drops a line break at the very beginning. */}
          {`\n${text}`}
        </textarea>
        {fault && (
          <p class="fault" id="text-fault">
            {fault}
          </p>
        )}
        <p class="hint" id="text-note">
          {words.private}
        </p>
      </div>
      <fieldset class="stack stack--tight">
        <legend>{words.audience}</legend>
        <div class="row">
          {(Object.keys(words.audiences) as Audience[]).map((name) => (
            <label class="choice">
              <input type="radio" name="audience" value={name} checked={name === audience} />
              {words.audiences[name]}
            </label>
          ))}
        </div>
        <p class="hint">{words.audienceNote}</p>
      </fieldset>
      <div>
        <button type="submit" class="button button--accent">
          {words.submit}
        </button>
      </div>
    </Form>
  )
}
