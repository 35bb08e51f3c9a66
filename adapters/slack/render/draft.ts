import type { types } from '@slack/bolt'
import type { DraftCheck, Label } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'
import { type Note, notesOf, segments } from '../../../src/words/marks.js'
import type { Words } from '../words/index.js'
import { context, cut, literal, section } from './blocks.js'
import { readable } from './prose.js'

/** Notes shown in full; a longer list helps nobody. */
const MOST_NOTES = 12
/** Longest draft shown with its marks, in UTF-16 code units. */
const LONGEST_SHOWN = 2500
const LONGEST_PASSAGE = 120
const MOST_ALTERNATIVES = 3

/** Labels that speak of single words; a word of English origin that no finding speaks of has none. */
const BY_WORD: ReadonlySet<Label | null> = new Set<Label | null>([
  'anglicism',
  'jargon',
  'foreign-words',
  null,
])

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
  const single = notes.filter(({ label }) => BY_WORD.has(label))
  const others = notes.filter(({ label }) => !BY_WORD.has(label))
  const shown = others.slice(0, MOST_NOTES)
  const written = ({ start, end }: Note) => show(text.slice(start, end))
  return [
    context(`:lock: ${words.draft.private}`),
    ...(text.length <= LONGEST_SHOWN ? [marked(text, notes, show)] : []),
    ...shown.map((note) => section(noteText(written(note), note, words))),
    ...(others.length > shown.length ? [context(words.draft.more(others.length - shown.length))] : []),
    ...(single.length > 0 ? [section(`*${words.draft.words}*\n${wordList(single, written)}`)] : []),
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

function noteText(written: string, note: Note, words: Words): string {
  const name = note.label ? `${labelNames[words.language][note.label]}: ` : ''
  const better = note.instead.map((wording) => `> ${literal(wording)}`).join('\n')
  const why = literal(note.why ?? '')
  return `*${name}${passage(written)}*\n${why}${better ? `\n${words.draft.instead}\n${better}` : ''}`
}

/** Single words with plainer ones, a line each; a word that two labels speak of is named once. */
function wordList(notes: readonly Note[], written: (note: Note) => string): string {
  const lines = new Map<string, Set<string>>()
  for (const note of notes) {
    const word = passage(written(note))
    const better = lines.get(word) ?? new Set()
    for (const wording of note.instead) better.add(literal(wording))
    lines.set(word, better)
  }
  return [...lines]
    .map(([word, better]) => {
      const some = [...better].slice(0, MOST_ALTERNATIVES)
      return some.length > 0 ? `• ${word} → *${some.join('* · *')}*` : `• ${word}`
    })
    .join('\n')
}

const passage = (written: string): string =>
  literal(cut(written.replace(/\s+/g, ' ').trim(), LONGEST_PASSAGE))
