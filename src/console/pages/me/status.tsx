import { pauseOf } from '../../../words/preferences.js'
import { Form } from '../form.js'
import { type ConsentParts, Promises } from './consent.js'

/** Whether Klartext reads along, and the buttons that change it at once. */
export function Status({ visit, chat, words }: ConsentParts) {
  const { home } = chat
  const paused = pauseOf(visit.settings, visit.now, visit.house.timeZone, chat)
  return (
    <section class="card stack" aria-labelledby="status">
      <h2 id="status">{paused ?? (visit.house.agreement.isHeld() ? words.taking : home.on)}</h2>
      <div class="row">
        <Form visit={visit} action={paused ? '/me/resume' : '/me/pause'} class="row">
          <button type="submit" class="button">
            {paused ? home.resume : home.pause}
          </button>
        </Form>
        <Form visit={visit} action="/me/leave" class="row">
          <button type="submit" class="button">
            {home.leave}
          </button>
        </Form>
      </div>
      <p class="hint">{words.leaveNote}</p>
      <details>
        <summary>{home.about}</summary>
        <div class="stack">
          <Promises visit={visit} chat={chat} words={words} />
        </div>
      </details>
    </section>
  )
}
