import type { types } from '@slack/bolt'
import type { DraftCheck } from '../../../src/types.js'
import { type DraftNotes, draftNotes } from '../../../src/words/draft-notes.js'
import { labelNames } from '../../../src/words/labels.js'
import { type Note, notesOf, segments } from '../../../src/words/marks.js'
import type { Words } from '../words.js'
import { context, literal, section } from './blocks.js'
import { readable } from './prose.js'

/** Longest draft shown with its marks, in UTF-16 code units. */
const LONGEST_SHOWN = 2500

/** A text that was checked, as Slack gave it to us. */
export interface Draft {
  readonly text: string
  /** `plain` as typed into a field, `slack` with Slack's own markup. */
  readonly markup: 'plain' | 'slack'
}

/** What there is to say of a draft: the text with its passages marked, then each passage with a better wording. */
export function draftBlocks(draft: Draft, { analysis }: DraftCheck, words: Words): types.KnownBlock[] {
  const { text } = draft
  const show = draft.markup === 'slack' ? readable : (piece: string) => piece
  const notes = notesOf(text, analysis)
  if (notes.length === 0)
    return [section(`:white_check_mark: ${words.draft.none}`), context(`:lock: ${words.draft.private}`)]
  const {
    passages,
    more,
    words: single,
  } = draftNotes(notes, ({ start, end }) => show(text.slice(start, end)))
  return [
    context(`:lock: ${words.draft.private}`),
    ...(text.length <= LONGEST_SHOWN ? [marked(text, notes, show)] : []),
    ...passages.map(({ passage, note }) => section(noteText(passage, note, words))),
    ...(more > 0 ? [context(words.draft.more(more))] : []),
    ...(single.length > 0 ? [section(`*${words.draft.words}*\n${wordList(single)}`)] : []),
  ]
}

function marked(text: string, notes: readonly Note[], show: (piece: string) => string): types.RichTextBlock {
  const elements = segments(text, notes)
    .map((segment) => ({ text: show(segment.text), bold: segment.notes.length > 0 }))
    .filter((segment) => segment.text !== '')
    .map(
      (segment): types.RichTextText => ({
        type: 'text',
        text: segment.text,
        ...(segment.bold ? { style: { bold: true } } : {}),
      }),
    )
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }
}

function noteText(passage: string, note: Note, words: Words): string {
  const name = note.label ? `${labelNames[words.language][note.label]}: ` : ''
  const better = note.instead.map((wording) => `> ${literal(wording)}`).join('\n')
  const why = literal(note.why ?? '')
  return `*${name}${literal(passage)}*\n${why}${better ? `\n${words.draft.instead}\n${better}` : ''}`
}

/** Single words with plainer ones, a line each. */
const wordList = (words: DraftNotes['words']): string =>
  words
    .map(({ word, instead }) =>
      instead.length > 0
        ? `• ${literal(word)} → *${instead.map(literal).join('* · *')}*`
        : `• ${literal(word)}`,
    )
    .join('\n')
