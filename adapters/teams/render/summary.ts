import type { SummaryRow, SummaryText, SummaryTopics } from '../../../src/types.js'
import { type Card, card, container, heading, type Part, run, runs } from './card.js'

/** Steps of a bar. */
const STEPS = 4

/** A weekly summary for the manager it is for; its bars are characters, which stay in high contrast and need no address. */
export function summaryCard(text: SummaryText): Card {
  const { terms, exercise, about } = text
  return card(text, text.subject, [
    heading(text.title),
    quiet(`${text.unit} · ${text.week}`, { spacing: 'None' }),
    ...(text.larger === null ? [] : [line(text.larger)]),
    ...topicParts(text.good, 'Good'),
    ...topicParts(text.topics, 'Warning'),
    ...(text.arrows === null ? [] : [quiet(text.arrows)]),
    ...advice(text),
    heading(terms.heading, { spacing: 'Large' }),
    ...(terms.intro === null ? [] : [line(terms.intro)]),
    ...terms.items.map(({ term, instead }) =>
      runs(
        instead.length > 0
          ? [run(`${term} → `), run(instead.join(' · '), { weight: 'Bolder' })]
          : [run(term)],
        { spacing: 'Small' },
      ),
    ),
    ...(terms.nothing === null ? [] : [quiet(terms.nothing)]),
    ...(exercise === null ? [] : [exercisePart(exercise)]),
    container([line(about.heading, true), ...about.lines.map((each) => quiet(each))], {
      separator: true,
      spacing: 'Large',
    }),
  ])
}

function topicParts(
  { heading: title, rows, note, nothing }: SummaryTopics,
  color: 'Good' | 'Warning',
): Part[] {
  return [
    heading(title, { spacing: 'Large' }),
    ...rows.map((row) => bar(row, color)),
    ...(note === null ? [] : [line(note)]),
    ...(nothing === null ? [] : [quiet(nothing)]),
  ]
}

function advice({ topics, helps }: SummaryText): Part[] {
  const tips = topics.rows.flatMap(({ name, tip }) =>
    tip === null ? [] : [runs([run(`${name}: `, { weight: 'Bolder' }), run(tip)], { spacing: 'Small' })],
  )
  return tips.length > 0 ? [heading(helps, { spacing: 'Large' }), ...tips] : []
}

const bar = ({ name, band, often, arrow }: SummaryRow, color: 'Good' | 'Warning'): Part =>
  runs(
    [
      run('■'.repeat(band + 1), { color }),
      ...(band + 1 < STEPS ? [run('□'.repeat(STEPS - 1 - band), { isSubtle: true })] : []),
      run(`  ${name}: ${often}${arrow ? ` ${arrow}` : ''}`),
    ],
    { spacing: 'Small' },
  )

function exercisePart(exercise: NonNullable<SummaryText['exercise']>): Part {
  const { heading: lead, minutes, title, why, steps, watch } = exercise
  return container(
    [
      quiet(`${lead} · ${minutes}`),
      line(title, true),
      line(why),
      ...steps.map((step, index) => line(`${index + 1}. ${step}`)),
      line(watch),
    ],
    { style: 'emphasis', spacing: 'Large' },
  )
}

const line = (text: string, isStrong = false): Part =>
  runs([run(text, isStrong ? { weight: 'Bolder' } : {})], { spacing: 'Small' })

const quiet = (text: string, place: Parameters<typeof runs>[1] = { spacing: 'Small' }): Part =>
  runs([run(text, { size: 'Small', isSubtle: true })], place)
