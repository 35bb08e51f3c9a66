import type { Answer, Letter, NudgeText, Tone } from '../../../src/types.js'
import { type Words, wordsFor } from '../../../src/words/index.js'
import {
  type Action,
  type Card,
  card,
  container,
  execute,
  LARGEST,
  type Part,
  run,
  runs,
  sizeOf,
  small,
  textBlock,
  toggle,
} from './card.js'
import { type Shown, shownIn } from './shown.js'

/** The verb of the buttons under a nudge. */
export const ANSWER = 'answer'
const WHY = 'why'

/**
 * The nudge: lexicon text, a link to the message and the buttons; never a word of the message itself.
 * @param link where the message stands; null where Teams did not tell
 */
export function nudgeCard(letter: Pick<Letter, 'id' | 'text' | 'tone'>, link: string | null): Card {
  const shown = { text: letter.text, tone: letter.tone, link }
  return drawn(letter.id, shown)
}

/** What a notification and the list of chats show of a nudge. */
export const notificationOf = (text: NudgeText, tone: Tone): string =>
  `${text.title} (${wordsOf({ text, tone }).nudge.private})`

/** The same nudge after an answer: thanks in place of the buttons; unless it helped, the suggestions go as well. */
export function answeredCard(answer: Answer, shown: unknown, words: Words): Card {
  const thanks = words.nudge.thanks[answer]
  const before = shownIn(shown)
  const kept = before ? (answer === 'helpful' ? content(before) : [first(before)]) : []
  return card(words, thanks, [...kept, textBlock(`✅ ${thanks}`)])
}

/** In place of a nudge that is gone from the store. */
export const goneCard = (words: Words): Card => card(words, words.nudge.gone, [textBlock(words.nudge.gone)])

/** The same nudge where an answer could not be kept: its buttons stay, so that it can be tried again. */
export function unansweredCard(nudge: string, shown: unknown, words: Words): Card {
  const { failed } = words.nudge
  const line = textBlock(`⚠️ ${failed}`)
  const before = shownIn(shown)
  return before ? drawn(nudge, before, [line]) : card(words, failed, [line])
}

const wordsOf = ({ text, tone }: Pick<Shown, 'text' | 'tone'>): Words =>
  wordsFor({ language: text.language, tone }, 'teams')

function drawn(id: string, shown: Shown, further: readonly Part[] = []): Card {
  const { text, tone } = shown
  const words = wordsOf(shown)
  const why = container([runs([run(text.why)])], { id: WHY, isVisible: false })
  const body = [...content(shown), ...(text.kind === 'praise' ? [] : [why]), ...further]
  const whole = (carried: Shown | null) =>
    card(words, notificationOf(text, tone), body, buttons(id, text, words, carried))
  const nudge = whole(shown)
  // What is too large to travel with each button stays behind: an answer is then thanked for in words alone.
  return sizeOf(nudge) <= LARGEST ? nudge : whole(null)
}

function buttons(nudge: string, { kind }: NudgeText, { nudge: words }: Words, shown: Shown | null): Action[] {
  const answer = (answer: Answer, title: string, further?: { mode: 'secondary' }) =>
    execute(title, ANSWER, { answer, nudge, ...(shown ? { shown } : {}) }, further)
  const both = [answer('helpful', words.helpful), answer('not-helpful', words['not-helpful'])]
  if (kind === 'praise') return [...both, answer('mute-rule', words.mutePraise)]
  const further = (['quotation', 'team-term', 'mute-rule', 'pause'] as const).map((kind) =>
    answer(kind, words[kind], { mode: 'secondary' }),
  )
  return [...both, toggle(words.why, WHY), ...further]
}

/** Who sees it, and where the message stands. */
function first({ link, ...shown }: Shown): Part {
  const { nudge } = wordsOf(shown)
  // A bracket would end the address.
  const url = link?.replaceAll('(', '%28').replaceAll(')', '%29').replace(/\s/g, '%20')
  return small(`🔒 ${nudge.private}${url?.startsWith('https://') ? ` · [${nudge.message}](${url})` : ''}`)
}

function content(shown: Shown): Part[] {
  const { text } = shown
  const star = text.kind === 'praise' ? '⭐ ' : ''
  return [
    first(shown),
    runs([run(`${star}${text.title}`, { size: 'Medium', weight: 'Bolder' })], { spacing: 'Small' }),
    runs([run(text.body)], { spacing: 'Small' }),
    ...suggestions(text, wordsOf(shown)),
  ]
}

function suggestions({ suggestions, body }: NudgeText, { nudge }: Words): Part[] {
  if (suggestions.length === 0) return []
  const lines = suggestions.flatMap(({ term, instead }) =>
    term
      ? [runs([run(`${term} → `), run(instead.join(' · '), { weight: 'Bolder' })], { spacing: 'Small' })]
      : instead.map((sentence) => runs([run(sentence)], { spacing: 'Small' })),
  )
  // Where the sentence before already leads over, a heading would say it twice.
  const lead = body.endsWith(':') ? [] : [small(`${nudge.instead}:`)]
  return [...lead, container(lines, { style: 'emphasis' })]
}
