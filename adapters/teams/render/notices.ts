import type { Words } from '../../../src/words/index.js'
import { type Card, card, execute, heading, type Part, run, runs, small, textBlock } from './card.js'

/** What is read, what is kept and who sees what. */
export const consentText = ({ home }: Words): readonly Part[] =>
  [home.read, home.kept, home.seen].flatMap(([title = '', text = '']) => [
    textBlock(title, { weight: 'Bolder' }),
    textBlock(text, { spacing: 'None' }),
  ])

const back = (title: string) => execute(title, 'home')

/** For those who take part already. */
export const aboutCard = (words: Words): Card =>
  card(
    words,
    words.home.aboutTitle,
    [
      heading(words.home.aboutTitle),
      ...consentText(words),
      small(words.home.discovery, { spacing: 'Medium' }),
    ],
    [back(words.home.back)],
  )

/** Asks once more. */
export const eraseCard = (words: Words): Card =>
  card(
    words,
    words.home.eraseTitle,
    [heading(words.home.eraseTitle), textBlock(words.home.eraseText)],
    [execute(words.home.eraseYes, 'erase-yes', {}, { style: 'destructive' }), back(words.home.eraseNo)],
  )

export const erasedCard = (words: Words): Card =>
  card(words, words.command.erased, [textBlock(`✅ ${words.command.erased}`)])

/** @param unknown whether it answers a word that is no command */
export function helpCard(words: Words, unknown: boolean): Card {
  const [intro = '', ...lines] = words.command.help.split('\n')
  return card(
    words,
    words.command.help,
    [
      ...(unknown ? [textBlock(words.command.unknown)] : []),
      textBlock(intro),
      ...lines.map((line) => textBlock(line, { spacing: 'Small' })),
    ],
    [execute(words.home.settings, 'home'), execute(words.draft.title, 'check')],
  )
}

/** A short answer. */
export const doneCard = (text: string, words: Words): Card => card(words, text, [runs([run(text)])])

/** The same in a dialog. */
export const noticeCard = doneCard
