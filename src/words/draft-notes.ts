import type { Label } from '../types.js'
import { cut } from './cut.js'
import type { Note } from './marks.js'

/** Notes told in full; a longer list helps nobody. */
const MOST_NOTES = 12
const LONGEST_PASSAGE = 120
const MOST_ALTERNATIVES = 3

/** Labels that speak of single words; a word of English origin that no finding speaks of has none. */
const BY_WORD: ReadonlySet<Label | null> = new Set<Label | null>([
  'anglicism',
  'jargon',
  'foreign-words',
  null,
])

/** What there is to say of a draft beside its marks. */
export interface DraftNotes {
  /** In full, each with its passage on one line. */
  readonly passages: readonly { readonly passage: string; readonly note: Note }[]
  /** How many there are besides. */
  readonly more: number
  /** Single words with plainer ones, at most three each. */
  readonly words: readonly { readonly word: string; readonly instead: readonly string[] }[]
}

/** @param written the passage of a note, as its writer sees it */
export function draftNotes(notes: readonly Note[], written: (note: Note) => string): DraftNotes {
  const passage = (note: Note) => cut(written(note).replace(/\s+/g, ' ').trim(), LONGEST_PASSAGE)
  const others = notes.filter(({ label }) => !BY_WORD.has(label))
  const shown = others.slice(0, MOST_NOTES)
  // A word that two labels speak of is named once.
  const words = new Map<string, Set<string>>()
  for (const note of notes.filter(({ label }) => BY_WORD.has(label))) {
    const word = passage(note)
    words.set(word, new Set([...(words.get(word) ?? []), ...note.instead]))
  }
  return {
    passages: shown.map((note) => ({ passage: passage(note), note })),
    more: others.length - shown.length,
    words: [...words].map(([word, better]) => ({ word, instead: [...better].slice(0, MOST_ALTERNATIVES) })),
  }
}
