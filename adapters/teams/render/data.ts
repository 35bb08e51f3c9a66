import type { PersonalData } from '../../../src/types.js'
import type { Words } from '../../../src/words/index.js'
import { ruleName } from '../../../src/words/labels.js'
import { dataLines, ruleCounts, spaced } from '../../common/data-lines.js'
import { type Card, card, heading, LARGEST, run, runs, sizeOf, small, textBlock } from './card.js'

/** Bytes of a card without its JSON, generously. */
const FRAME = 1000

/** All that is kept about a person: in words, then as JSON to take along, in as many cards as it needs. */
export function dataCards(data: PersonalData, words: Words): readonly Card[] {
  const chunks = chunksOf(dataLines(data, spaced))
  const of = chunks.length + 1
  return [
    inWords(data, words, small(words.data.part(1, of))),
    ...chunks.map((text, index) =>
      card(words, words.data.title, [
        small(`${words.data.title}: ${words.data.part(index + 2, of)}`),
        runs([run(text, { fontType: 'Monospace', size: 'Small' })]),
      ]),
    ),
  ]
}

function inWords(kept: PersonalData, { data, ...words }: Words, part: ReturnType<typeof small>): Card {
  const { sightings, nudges } = kept
  const counts = ruleCounts(kept).map(([rule, count]) =>
    runs([run(`${count} × ${ruleName(rule, words.language)}`)], { spacing: 'Small' }),
  )
  return card(words, data.title, [
    part,
    heading(data.title, { spacing: 'Small' }),
    textBlock(data.intro, { spacing: 'Small' }),
    ...(sightings.length > 0
      ? [
          textBlock(`${data.sightings(sightings.length)} · ${data.nudges(nudges.length)}`, {
            weight: 'Bolder',
          }),
          ...counts,
        ]
      : [textBlock(data.none)]),
    small(data.stays, { spacing: 'Medium' }),
    small(data.copy, { spacing: 'Medium' }),
  ])
}

/** Cuts text between lines into pieces that a card holds; joined by line breaks they are the text. */
function chunksOf(text: string): readonly string[] {
  const chunks: string[] = []
  let room = 0
  for (const line of text.split('\n')) {
    // As it is sent, within other JSON; the line break takes two bytes, the quotes around it two more.
    const size = sizeOf(line)
    if (size > room) {
      chunks.push(line)
      room = LARGEST - FRAME - size
    } else {
      chunks.push(`${chunks.pop()}\n${line}`)
      room -= size
    }
  }
  return chunks
}
