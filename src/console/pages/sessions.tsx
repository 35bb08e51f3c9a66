import type { Visit } from '../route.js'
import type { FrameWords } from '../words/frame.js'
import { Form } from './form.js'

/** Where admins end sessions, without seeing whose there are. */
export function Sessions({ visit, words, typed }: { visit: Visit; words: FrameWords; typed?: string }) {
  const page = words.sessionsPage
  return (
    <>
      <p>{page.intro}</p>
      <Form visit={visit} action="/sessions/one" class="card stack">
        <div class="field">
          <label for="account">{page.account}</label>
          <input
            id="account"
            name="account"
            value={typed}
            required
            spellcheck={false}
            autocomplete="off"
            aria-describedby={typed === undefined ? 'account-hint' : 'account-fault account-hint'}
            aria-invalid={typed === undefined ? undefined : 'true'}
          />
          {typed !== undefined && (
            <p class="fault" id="account-fault">
              {page.wrong}
            </p>
          )}
          <p class="hint" id="account-hint">
            {page.accountHint}
          </p>
        </div>
        <button type="submit" class="button">
          {page.one}
        </button>
      </Form>
      <Form visit={visit} action="/sessions/all" class="card stack">
        <p>{page.allHint}</p>
        <button type="submit" class="button button--danger">
          {page.all}
        </button>
      </Form>
    </>
  )
}
