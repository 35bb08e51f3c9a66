import type { types } from '@slack/bolt'
import type { Answer, Letter, NudgeText } from '../../../src/types.js'
import { cut } from '../../../src/words/cut.js'
import { wordsFor } from '../words.js'
import { button, context, literal, option, section } from './blocks.js'

/** The block that holds the buttons; it gives way to thanks. */
const ANSWERS = 'answers'
/** The block that says that an answer could not be kept. */
const FAILED = 'failed'
/** Action ids of the buttons. */
export const ANSWER = 'answer'
export const WHY = 'why'
export const FURTHER = 'further'

/** Longest text in the value of a button. */
const LONGEST_VALUE = 2000

/** A message as it is posted: `text` is what a notification shows. */
export interface Posting {
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/**
 * The nudge: lexicon text, a link to the message and the buttons; never a word of the message itself.
 * @param link where the message stands; null where Slack did not tell
 */
export function nudgePosting(
  { id, text, tone }: Pick<Letter, 'id' | 'text' | 'tone'>,
  link: string | null,
): Posting {
  const words = wordsFor({ language: text.language, tone })
  const praise = text.kind === 'praise'
  const where = link ? ` · <${link}|${words.nudge.message}>` : ''
  const answer = (kind: Answer, label: string) =>
    button(`${ANSWER}:${kind}`, label, { value: `${kind}|${id}` })
  const buttons = [
    answer('helpful', words.nudge.helpful),
    answer('not-helpful', words.nudge['not-helpful']),
    ...(praise
      ? [answer('mute-rule', words.nudge.mutePraise)]
      : [button(WHY, words.nudge.why, { value: cut(text.why, LONGEST_VALUE) })]),
  ]
  const further: types.ActionsBlockElement[] = praise
    ? []
    : [
        {
          type: 'overflow',
          action_id: FURTHER,
          options: (['quotation', 'team-term', 'mute-rule', 'pause'] as const).map((kind) =>
            option(`${kind}|${id}`, words.nudge[kind]),
          ),
        },
      ]
  return {
    text: `${text.title} (${words.nudge.private})`,
    blocks: [
      context(`:lock: ${words.nudge.private}${where}`),
      section(`${praise ? ':star: ' : ''}*${literal(text.title)}*\n${literal(text.body)}`),
      ...suggestions(text, words.nudge.instead),
      { type: 'actions', block_id: ANSWERS, elements: [...buttons, ...further] },
    ],
  }
}

function suggestions({ suggestions, body }: NudgeText, heading: string): types.KnownBlock[] {
  if (suggestions.length === 0) return []
  const lines = suggestions.map(({ term, instead }) => {
    const better = instead.map(literal)
    return term
      ? `• ${literal(term)} → *${better.join('* · *')}*`
      : better.map((line) => `> ${line}`).join('\n')
  })
  // Where the sentence before already leads over, a heading would say it twice.
  const lead = body.endsWith(':') ? '' : `${heading}:\n`
  return [section(`${lead}${lines.join('\n')}`)]
}

const without = (blocks: readonly types.KnownBlock[], ...ids: readonly string[]): types.KnownBlock[] =>
  blocks.filter(({ block_id }) => block_id === undefined || !ids.includes(block_id))

/** The same message where its buttons lead nowhere any more. */
export const withoutAnswers = (blocks: readonly types.KnownBlock[], why: string): types.KnownBlock[] => [
  ...without(blocks, ANSWERS, FAILED),
  context(why),
]

/** The same message where an answer could not be kept: its buttons stay, so that it can be tried again. */
export const unansweredBlocks = (blocks: readonly types.KnownBlock[], why: string): types.KnownBlock[] => [
  ...without(blocks, FAILED),
  { ...context(why), block_id: FAILED },
]

/**
 * The same message after an answer: thanks in place of the buttons; unless it helped, the suggestions go as well.
 * @param blocks as Slack sent them along with the answer
 */
export function answeredBlocks(
  blocks: readonly types.KnownBlock[],
  answer: Answer,
  thanks: string,
): types.KnownBlock[] {
  const kept = without(blocks, ANSWERS, FAILED)
  return [...(answer === 'helpful' ? kept : kept.slice(0, 1)), context(`:white_check_mark: ${thanks}`)]
}
