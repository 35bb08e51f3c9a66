import type { types } from '@slack/bolt'
import type { SummaryRow, SummaryText, SummaryTopics } from '../../../src/types.js'
import { context, divider, header, literal, section } from './blocks.js'

/** Steps of a bar. */
const STEPS = 4

/** A weekly summary for the manager it is for; its bars are characters, for which Slack needs no file and no address. */
export function summaryBlocks(text: SummaryText): types.KnownBlock[] {
  const { terms, exercise, about } = text
  return [
    header(text.title),
    context(literal(`${text.unit} · ${text.week}`)),
    ...(text.larger === null ? [] : [section(literal(text.larger))]),
    ...topicBlocks(text.good, []),
    ...topicBlocks(text.topics, advice(text)),
    ...(text.arrows === null ? [] : [context(literal(text.arrows))]),
    section(lines([`*${terms.heading}*`, terms.intro, ...terms.items.map(termLine), terms.nothing])),
    ...(exercise === null ? [] : exerciseBlocks(exercise)),
    divider,
    context(lines([`*${about.heading}*`, ...about.lines.map(literal)])),
  ]
}

function topicBlocks(
  { heading, rows, note, nothing }: SummaryTopics,
  advice: readonly string[],
): types.KnownBlock[] {
  return [
    section(lines([`*${heading}*`, ...rows.map(bar), note])),
    ...(advice.length > 0 ? [section(lines(advice))] : []),
    ...(nothing === null ? [] : [context(literal(nothing))]),
  ]
}

function advice({ topics, helps }: SummaryText): readonly string[] {
  const tips = topics.rows.flatMap(({ name, tip }) =>
    tip === null ? [] : [`*${literal(name)}:* ${literal(tip)}`],
  )
  return tips.length > 0 ? [`*${helps}*`, ...tips] : []
}

const bar = ({ name, band, often, arrow }: SummaryRow): string =>
  literal(
    `${'■'.repeat(band + 1)}${'□'.repeat(STEPS - 1 - band)}  ${name}: ${often}${arrow ? ` ${arrow}` : ''}`,
  )

function exerciseBlocks(exercise: NonNullable<SummaryText['exercise']>): types.KnownBlock[] {
  const { heading, minutes, title, why, steps, watch } = exercise
  return [
    divider,
    context(literal(`${heading} · ${minutes}`)),
    section(
      lines([
        `*${literal(title)}*`,
        literal(why),
        ...steps.map((step, index) => `${index + 1}. ${literal(step)}`),
        literal(watch),
      ]),
    ),
  ]
}

const termLine = ({ term, instead }: SummaryText['terms']['items'][number]): string =>
  instead.length > 0 ? `• ${literal(term)} → *${instead.map(literal).join('* · *')}*` : `• ${literal(term)}`

const lines = (all: readonly (string | null)[]): string => all.filter((line) => line !== null).join('\n')
