import type { Desk } from './desk.js'

/** How patterns are built, by three examples. */
export function PatternLanguage({ desk }: { desk: Desk }) {
  const { language } = desk.words.create
  return (
    <section class="card stack" aria-labelledby="language">
      <h2 id="language">{language.title}</h2>
      <p>{language.text}</p>
      <ul class="list" lang={desk.visit.language}>
        {language.examples.map(({ pattern, means, finds }) => (
          <li class="stack stack--tight">
            <p>
              <code lang="de">{pattern}</code>
            </p>
            <p>{means}</p>
            <p class="example" lang="de">
              {finds}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
