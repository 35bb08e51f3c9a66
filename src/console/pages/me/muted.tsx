import { mutedOf, TOPICS } from '../../../words/topics.js'
import { Form } from '../form.js'
import type { ConsentParts } from './consent.js'
import { ruleTitle } from './rule-title.js'

/** What is switched off beside the topics, each with a button that takes it back. */
export function Muted({ visit, chat }: ConsentParts) {
  const { home } = chat
  const mutedLabels = visit.settings.mutedLabels.filter((label) => !TOPICS.includes(label))
  const muted = mutedOf({ ...visit.settings, mutedLabels }, chat, ruleTitle(visit.house))
  if (muted.length === 0) return null
  return (
    <section class="card stack" aria-labelledby="muted">
      <h2 id="muted">{home.muted}</h2>
      <ul class="list">
        {muted.map(({ value, text }) => (
          <li>
            <Form visit={visit} action="/me/unmute" class="row row--spread">
              <span>{text}</span>
              <button
                type="submit"
                class="button button--small"
                name="muted"
                value={value}
                aria-label={`${text}: ${home.unmute}`}
              >
                {home.unmute}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
