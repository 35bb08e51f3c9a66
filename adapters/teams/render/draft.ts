import type { DraftCheck } from '../../../src/types.js'
import { type DraftNotes, draftNotes } from '../../../src/words/draft-notes.js'
import type { Words } from '../../../src/words/index.js'
import { isGood, labelNames } from '../../../src/words/labels.js'
import { type Note, notesOf, segments } from '../../../src/words/marks.js'
import {
  type Card,
  card,
  container,
  execute,
  heading,
  LARGEST,
  type Part,
  run,
  runs,
  sizeOf,
  small,
  submit,
  textBlock,
} from './card.js'
import { readable } from './prose.js'

/** Longest draft that is taken, and that is shown with its marks, in UTF-16 code units. */
const LONGEST_DRAFT = 4000
const LONGEST_SHOWN = 2500
/** Single words told of; a longer list helps nobody. */
const MOST_WORDS = 30

/** A dialog has a title and a frame of its own. */
export type Where = 'dialog' | 'chat'

/** A text that was checked, as Teams gave it to us. */
export interface Draft {
  readonly text: string
  /** `plain` as typed into a field, `teams` as HTML. */
  readonly markup: 'plain' | 'teams'
}

/** A dialog goes when it is closed; a chat stays. */
const lockOf = ({ draft }: Words, where: Where): Part =>
  small(`🔒 ${where === 'dialog' ? draft.private : draft.privateInChat}`)

/** Asks for a draft; `given` where one was sent that could not be checked. */
export function draftForm(
  words: Words,
  where: Where,
  given?: { readonly text: string; readonly fault?: string },
): Card {
  const { draft } = words
  const button =
    where === 'dialog' ? submit(draft.submit, { step: 'check' }) : execute(draft.submit, 'check-text')
  return card(
    words,
    draft.title,
    [
      ...(where === 'chat' ? [heading(draft.title)] : []),
      ...(given?.fault ? [textBlock(`⚠️ ${given.fault}`)] : []),
      {
        type: 'Input.Text',
        id: 'text',
        label: draft.label,
        placeholder: draft.placeholder,
        isMultiline: true,
        isRequired: true,
        errorMessage: draft.required,
        maxLength: LONGEST_DRAFT,
        ...(given ? { value: given.text } : {}),
      },
      lockOf(words, where),
    ],
    [button],
  )
}

/** What there is to say of a draft: the text with its passages marked, then each passage with a better wording. */
export function draftResult(draft: Draft, { analysis }: DraftCheck, words: Words, where: Where): Card {
  const { again } = words.draft
  const button = where === 'dialog' ? submit(again, { step: 'again' }) : execute(again, 'check')
  const whole = (body: readonly Part[]) => card(words, words.draft.title, body, [button])
  const notes = notesOf(draft.text, analysis)
  const lock = lockOf(words, where)
  if (notes.length === 0) return whole([textBlock(`✅ ${words.draft.none}`), lock])
  const shown = draft.markup === 'teams' ? readable(draft.text) : draft.text.slice.bind(draft.text)
  const found = draftNotes(notes, ({ start, end }) => shown(start, end))
  const text = draft.text.length <= LONGEST_SHOWN ? [marked(draft.text, notes, shown)] : []
  const told = (most: number) => noteParts(found, most, words)
  // The notes say more than the text with its marks, which its writer knows.
  const tries = [
    () => whole([lock, ...text, ...told(MOST_WORDS)]),
    ...[MOST_WORDS, 8].map((most) => () => whole([lock, ...told(most)])),
  ]
  for (const draw of tries) {
    const result = draw()
    if (sizeOf(result) <= LARGEST) return result
  }
  return whole([lock, ...told(2)])
}

/** Lets a narrow screen break what has no spaces, such as addresses, with characters that nobody sees. */
const breakable = (text: string): string => text.replace(/\S{25}(?=\S)/gu, '$&\u200B')

/** The text as its writer sees it, its passages in bold. */
function marked(text: string, notes: readonly Note[], shown: (start: number, end: number) => string): Part {
  let at = 0
  const inlines = segments(text, notes).map((segment) => {
    const [start, end] = [at, (at += segment.text.length)]
    const written = breakable(shown(start, end))
    if (segment.notes.length === 0) return run(written)
    const good = segment.notes.every(({ label }) => label !== null && isGood(label))
    return run(written, { weight: 'Bolder', color: good ? 'Good' : 'Accent' })
  })
  return container([runs(inlines.filter(({ text }) => text !== ''))], { style: 'emphasis' })
}

/** @param most of the passages and of the single words each */
function noteParts(
  { passages, more, words: single }: DraftNotes,
  most: number,
  words: Words,
): readonly Part[] {
  const left = more + Math.max(0, passages.length - most) + Math.max(0, single.length - most)
  return [
    ...passages
      .slice(0, most)
      .map(({ passage, note }) => container(notePart(passage, note, words), { separator: true })),
    ...(single.length > 0
      ? [
          container(
            [
              textBlock(words.draft.words, { weight: 'Bolder' }),
              ...single.slice(0, most).map(({ word, instead }) => wordPart(word, instead)),
            ],
            { separator: true },
          ),
        ]
      : []),
    ...(left > 0 ? [small(words.draft.more(left))] : []),
  ]
}

function notePart(passage: string, { label, why, instead }: Note, words: Words): readonly Part[] {
  const name = label ? `${labelNames[words.language][label]}: ` : ''
  return [
    runs([run(`${name}${breakable(passage)}`, { weight: 'Bolder' })]),
    ...(why ? [runs([run(why)], { spacing: 'None' })] : []),
    ...(instead.length > 0
      ? [
          small(words.draft.instead, { spacing: 'Small' }),
          container(
            instead.map((wording) => runs([run(wording)], { spacing: 'Small' })),
            { style: 'emphasis', spacing: 'Small' },
          ),
        ]
      : []),
  ]
}

const wordPart = (word: string, instead: readonly string[]): Part =>
  runs(
    instead.length > 0
      ? [run(`${breakable(word)} → `), run(instead.join(' · '), { weight: 'Bolder' })]
      : [run(breakable(word))],
    { spacing: 'Small' },
  )
