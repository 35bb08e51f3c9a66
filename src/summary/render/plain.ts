import type { SummaryText, SummaryTopics } from '../../types.js'

/** A summary as plain text: for mail programs without HTML, and for a terminal. */
export function plainOf(text: SummaryText): string {
  const { terms, exercise, about } = text
  const parts: readonly (readonly (string | null)[])[] = [
    [text.title.toUpperCase(), `${text.unit}, ${text.week}`],
    [text.larger],
    topics(text.good, text.helps),
    topics(text.topics, text.helps),
    [terms.heading, terms.intro, ...terms.items.map((item) => `- ${termLine(item)}`), terms.nothing],
    exercise
      ? [
          exercise.heading,
          `${exercise.title} (${exercise.minutes})`,
          exercise.why,
          ...exercise.steps.map((step, index) => `${index + 1}. ${step}`),
          exercise.watch,
        ]
      : [],
    [about.heading, ...about.lines],
  ]
  return parts
    .map((lines) => lines.filter((line) => line !== null).join('\n'))
    .filter((part) => part !== '')
    .join('\n\n')
}

const topics = (
  { heading, rows, note, nothing }: SummaryTopics,
  helps: string,
): readonly (string | null)[] => [
  heading,
  ...rows.map(({ sentence, tip }) => `- ${sentence}${tip ? ` ${helps}: ${tip}` : ''}`),
  note,
  nothing,
]

/** A word, and the words that serve in its place. */
export const termLine = ({ term, instead }: SummaryText['terms']['items'][number]): string =>
  instead.length > 0 ? `${term} → ${instead.join(' · ')}` : term
