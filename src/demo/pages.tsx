import { render } from 'preact-render-to-string'
import type { SummaryText } from '../types.js'

/** One page of the demo, linked from its first. */
export interface DemoPage {
  readonly file: string
  readonly text: SummaryText
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1f22; --quiet: #5a6169; --ground: #f5f4f0; --sheet: #fff; --link: #1f6f60 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e9ea; --quiet: #a3abb3; --ground: #131517; --sheet: #1d2023; --link: #6fc7b4 }
}
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
h1 { font-size: 1.6rem; line-height: 1.3 }
h2 { font-size: 1.15rem; margin-top: 2rem }
p.quiet { color: var(--quiet) }
ul { list-style: none; margin: 0; padding: 0 }
li { background: var(--sheet); border-radius: 8px; margin: .5rem 0 }
li a { display: block; padding: .75rem 1rem; color: var(--link) }
li a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
`

/** The first page: what this is, then each unit with its summaries, the newest first. */
export function indexPage(pages: readonly DemoPage[]): string {
  const units = [...new Set(pages.map(({ text }) => text.unit))]
  return `<!doctype html>${render(
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Klartext: ein Jahr in einer Beispielfirma</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>Ein Jahr in einer Beispielfirma</h1>
          <p>
            120 erfundene Menschen in zehn Teams haben ein Jahr lang Nachrichten geschrieben. Diese Berichte
            hätten ihre Führungskräfte bekommen. Mehr erfährt hier niemand, auch nicht, wer mitgemacht hat.
          </p>
          <p class="quiet">
            Die Nachrichten bestehen aus den Beispielsätzen der Lexika. Gezählt wurde wie im Betrieb, und
            veröffentlicht wurde nur, was die Regeln erlauben. Ist ein Team zu klein, gilt sein Bericht für
            die Abteilung oder das Haus.
          </p>
          {units.map((unit) => (
            <section>
              <h2>{unit}</h2>
              <ul>
                {pages
                  .filter(({ text }) => text.unit === unit)
                  .map(({ file, text }) => (
                    <li>
                      <a href={file}>{text.week}</a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </main>
      </body>
    </html>,
  )}`
}
