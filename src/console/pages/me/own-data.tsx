import { whenOf } from '../changes/when.js'
import { Form } from '../form.js'
import type { ConsentParts } from './consent.js'

/** All that is kept about the person: to take along, and to delete. */
export function OwnData({ visit, chat, words }: ConsentParts) {
  const { home } = chat
  return (
    <section class="card stack" aria-labelledby="data">
      <h2 id="data">{home.data}</h2>
      <p>{home.dataText}</p>
      <div class="row">
        <Form visit={visit} action="/me/export" class="row">
          <button type="submit" class="button">
            {words.download}
          </button>
        </Form>
        <a class="button button--danger" href="/console/me/erase">
          {home.erase}
        </a>
      </div>
      <p class="hint">{words.downloadNote}</p>
    </section>
  )
}

/** Since when somebody is signed in here, and how to end it everywhere. */
export const Sessions = ({ visit, words }: ConsentParts) => (
  <section class="card stack" aria-labelledby="sessions">
    <h2 id="sessions">{words.sessions}</h2>
    <p>
      {words.signedIn(whenOf(visit.signedInAt, words.locale, visit.house.timeZone))} {words.signOutText}
    </p>
    <Form visit={visit} action="/me/sign-out" class="row">
      <button type="submit" class="button">
        {words.signOut}
      </button>
    </Form>
  </section>
)
