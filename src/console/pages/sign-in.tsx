import type { Role } from '../../types.js'
import type { FrameWords } from '../words/frame.js'

/** The ways in that are open. */
export interface Ways {
  readonly providers: readonly ('slack' | 'teams')[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[]
  /** A path of the console. */
  readonly to: string
}

function People({ ways, words }: { ways: Ways; words: FrameWords }) {
  const { people, peopleIntro, sees, roles: names, and } = words.signIn
  return (
    <section class="stack" aria-labelledby="people">
      <h2 id="people">{people}</h2>
      <p class="muted">{peopleIntro}</p>
      <ul class="people">
        {ways.people.map(({ id, name, roles }) => (
          <li>
            <form method="post" action="/console/sign-in/person">
              <input type="hidden" name="to" value={ways.to} />
              <button type="submit" class="person" name="person" value={id}>
                <span class="person__name">{name}</span>
                <span class="hint">{sees(roles.map((role) => names[role]).join(and))}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where people say who they are. */
export function SignIn({ ways, words }: { ways: Ways; words: FrameWords }) {
  const { providers, people, to } = ways
  if (people.length > 0) return <People ways={ways} words={words} />
  if (providers.length === 0) return <p>{words.signIn.none}</p>
  return (
    <div class="card stack">
      {providers.map((name) => (
        // A link, as browsers hold a form's redirect against `form-action`.
        <a
          class="button button--accent button--wide"
          href={`/console/sign-in/${name}?${new URLSearchParams({ to })}`}
        >
          {words.signIn.with[name]}
        </a>
      ))}
      <p class="hint">{words.signIn.intro}</p>
    </div>
  )
}
