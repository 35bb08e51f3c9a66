import { render } from 'preact-render-to-string'
import type { SummaryText, SummaryTopics } from '../../types.js'
import { chartOf } from './chart.js'
import { termLine } from './plain.js'

/** Width of the chart in pixels, as drawn; the page scales it down, and up to this. */
const WIDTH = 340

/** A summary as a part of a page; the page brings `summary.css` and the colours of the playground. */
export const pageOf = (text: SummaryText): string => render(<SummaryPart text={text} />)

function SummaryPart({ text }: { text: SummaryText }) {
  const { good, topics, terms, exercise, about, helps } = text
  const often = topics.rows.filter(({ tip }) => tip !== null)
  return (
    <article class="summary" lang={text.language}>
      <header class="summary__head">
        <h1>{text.title}</h1>
        <p class="summary__quiet">
          {text.unit} · {text.week}
        </p>
        {text.larger && <p class="summary__larger">{text.larger}</p>}
      </header>
      <section>
        <h2>{good.heading}</h2>
        <Chart text={text} only="good" />
        <Rest of={good} />
      </section>
      <section class="summary__topics">
        <h2>{topics.heading}</h2>
        <Chart text={text} only="topics" />
        {text.arrows && <p class="summary__quiet">{text.arrows}</p>}
        <Rest of={topics} />
      </section>
      {often.length > 0 && (
        <section>
          <h2>{helps}</h2>
          {often.map(({ name, tip }) => (
            <p>
              <strong>{name}:</strong> {tip}
            </p>
          ))}
        </section>
      )}
      <section>
        <h2>{terms.heading}</h2>
        {terms.intro && <p>{terms.intro}</p>}
        {terms.items.length > 0 && (
          <ul>
            {terms.items.map((item) => (
              <li>{termLine(item)}</li>
            ))}
          </ul>
        )}
        {terms.nothing && <p class="summary__quiet">{terms.nothing}</p>}
      </section>
      {exercise && (
        <section class="summary__exercise">
          <p class="summary__quiet">
            {exercise.heading} · {exercise.minutes}
          </p>
          <h2>{exercise.title}</h2>
          <p>{exercise.why}</p>
          <ol>
            {exercise.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p>{exercise.watch}</p>
        </section>
      )}
      <footer class="summary__about">
        <h2>{about.heading}</h2>
        {about.lines.map((line) => (
          <p class="summary__quiet">{line}</p>
        ))}
      </footer>
    </article>
  )
}

function Chart({ text, only }: { text: SummaryText; only: 'good' | 'topics' }) {
  const svg = chartOf(text, 'page', { width: WIDTH, only })
  return svg ? <div class="summary__chart" dangerouslySetInnerHTML={{ __html: svg }} /> : null
}

const Rest = ({ of: { note, nothing } }: { of: SummaryTopics }) => (
  <>
    {note && <p>{note}</p>}
    {nothing && <p class="summary__quiet">{nothing}</p>}
  </>
)
