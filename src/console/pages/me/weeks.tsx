import type { Language, OwnWeek } from '../../../types.js'
import type { Words } from '../../../words/index.js'
import { frequentLines, type WeekSum, weekSums } from '../../../words/week-sums.js'
import type { MeWords } from '../../words/me.js'
import { weeksChart } from './weeks-chart.js'

/** A person's own last weeks: a small chart, and the same as a table. */
export function Weeks({
  weeks,
  chat,
  words,
  nameOf,
}: {
  weeks: readonly OwnWeek[]
  chat: Words
  words: MeWords
  /** What a rule is called. */
  nameOf: (rule: string, language: Language) => string
}) {
  const { home } = chat
  const sums = weekSums(weeks)
  return (
    <section class="card stack" aria-labelledby="weeks">
      <div class="stack stack--tight">
        <h2 id="weeks">{home.weeks}</h2>
        <p class="hint">{home.weeksPrivate}</p>
      </div>
      {sums.length === 0 ? (
        <p>{words.weeksEmpty}</p>
      ) : (
        <>
          <figure class="figure weeks">
            <figcaption class="row weeks__legend">
              <span class="weeks__hints">{words.weeksHints}</span>
              <span class="weeks__good">{words.weeksGood}</span>
            </figcaption>
            <div
              class="weeks__chart"
              dangerouslySetInnerHTML={{
                __html: weeksChart(sums, inWords(sums, chat, words), chat.home.week),
              }}
            />
          </figure>
          {frequentLines(weeks, chat, nameOf).map((line) => (
            <p>{line}</p>
          ))}
          <details>
            <summary>{words.weeksTable}</summary>
            <Table sums={sums} chat={chat} words={words} />
          </details>
        </>
      )}
    </section>
  )
}

function Table({ sums, chat, words }: { sums: readonly WeekSum[]; chat: Words; words: MeWords }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section class="table-box" aria-label={chat.home.weeks} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.weekColumn}</th>
            <th scope="col" class="number">
              {words.weeksHints}
            </th>
            <th scope="col" class="number">
              {words.weeksGood}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ number, hints, good }, index) => (
            <tr>
              <th scope="row">
                {chat.home.week(number)}
                {index === sums.length - 1 && ` (${words.weekNow})`}
              </th>
              <td class="number">{hints}</td>
              <td class="number">{good}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function inWords(sums: readonly WeekSum[], { home }: Words, { weeksChart: lead }: MeWords): string {
  const weeks = sums.map(({ number, hints, good }) => {
    const parts = [...(hints > 0 ? [home.weekHints(hints)] : []), ...(good > 0 ? [home.weekGood(good)] : [])]
    return `${home.week(number)}: ${parts.join(', ') || home.weeksNone}.`
  })
  return `${lead} ${weeks.join(' ')}`
}
