import { render } from 'preact-render-to-string'
import type { SummaryText, SummaryTopics } from '../../types.js'
import { chartOf } from './chart.js'
import { termLine } from './plain.js'

/** Width of the chart in pixels, as drawn; the page scales it down, and up to this. */
const WIDTH = 340

/**
 * A summary as a part of a page; the page brings the styles of `.summary` and the colours of the playground.
 * @param level of its heading: 2 where the page has one of its own
 */
export const pageOf = (text: SummaryText, level: 1 | 2 = 1): string =>
  render(<SummaryPart text={text} level={level} />)

function SummaryPart({ text, level }: { text: SummaryText; level: 1 | 2 }) {
  const { good, topics, terms, exercise, about, helps } = text
  const Title = `h${level}` as const
  const Heading = level === 1 ? 'h2' : 'h3'
  const often = topics.rows.filter(({ tip }) => tip !== null)
  return (
    <article class="summary" lang={text.language}>
      <header class="summary__head">
        <Title>{text.title}</Title>
        <p class="summary__quiet">
          {text.unit} · {text.week}
        </p>
        {text.larger && <p class="summary__larger">{text.larger}</p>}
      </header>
      <section>
        <Heading>{good.heading}</Heading>
        <Chart text={text} only="good" />
        <Rest of={good} />
      </section>
      <section class="summary__topics">
        <Heading>{topics.heading}</Heading>
        <Chart text={text} only="topics" />
        {text.arrows && <p class="summary__quiet">{text.arrows}</p>}
        <Rest of={topics} />
      </section>
      {often.length > 0 && (
        <section>
          <Heading>{helps}</Heading>
          {often.map(({ name, tip }) => (
            <p>
              <strong>{name}:</strong> {tip}
            </p>
          ))}
        </section>
      )}
      <section>
        <Heading>{terms.heading}</Heading>
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
          <Heading>{exercise.title}</Heading>
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
        <Heading>{about.heading}</Heading>
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
