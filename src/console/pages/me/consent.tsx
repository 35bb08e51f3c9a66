import type { Words } from '../../../words/index.js'
import type { Visit } from '../../route.js'
import type { MeWords } from '../../words/me.js'
import { Form } from '../form.js'

/** What the question and its answer are made of. */
export interface ConsentParts {
  readonly visit: Visit
  readonly chat: Words
  readonly words: MeWords
}

/** The first question: what is read, what is kept, who sees what; and one button for yes. */
export function Consent({ visit, chat, words }: ConsentParts) {
  const { home } = chat
  return (
    <section class="card stack stack--wide" aria-labelledby="question">
      <div class="stack">
        <h2 id="question">{home.question}</h2>
        <p>{home.intro}</p>
      </div>
      <Promises visit={visit} chat={chat} words={words} />
      <div class="stack">
        <Form visit={visit} action="/me/join" class="row">
          <button type="submit" class="button button--accent">
            {home.join}
          </button>
        </Form>
        <p class="hint">{home.note}</p>
      </div>
    </section>
  )
}

/** The three promises, as the chat has them. */
export function Promises({ visit, chat, words }: ConsentParts) {
  const { home } = chat
  const playground = visit.person.platform === 'playground'
  const [readTitle, readText] = home.read
  const parts = [[readTitle, playground ? words.playgroundRead : readText], home.kept, home.seen]
  return (
    <>
      <dl class="promises">
        {parts.map(([title, text]) => (
          <div>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {!playground && <p class="hint">{home.discovery}</p>}
    </>
  )
}
