import type { Analysis, DraftCheck } from '../../../src/types.js'
import { type Note, notesOf, type Segment, segments } from '../../../src/words/marks.js'
import type { Where } from '../where.js'
import type { Words } from '../words/de.js'
import { icons } from './icons.js'

type Numbered = ReadonlyMap<Note, number>

function look(notes: readonly Note[]): string {
  const good = (note: Note) => note.label === 'ownership' || note.label === 'care'
  if (notes.every((note) => note.label === null)) return 'mark mark--word'
  return notes.every((note) => good(note)) ? 'mark mark--good' : 'mark'
}

/** Only where a note begins is there a stop for the keyboard; the rest of its passage answers to the pointer. */
function Marked({ segment, numbers }: { segment: Segment; numbers: Numbered }) {
  if (segment.notes.length === 0) return <>{segment.text}</>
  const notes = segment.notes.map((note) => `note-${numbers.get(note)}`).join(' ')
  if (!segment.begins) {
    return (
      <span class={look(segment.notes)} data-notes={notes}>
        {segment.text}
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not break over two lines as the text does
    <span class={look(segment.notes)} data-notes={notes} role="button" tabIndex={0} aria-describedby={notes}>
      {segment.text}
    </span>
  )
}

function NoteText({ note, words, analysis }: { note: Note; words: Words; analysis: Analysis }) {
  const why = note.why ?? words.draft.word
  return (
    <>
      {note.label && <strong>{words.labels[note.label]}</strong>}
      <p lang={note.label ? (analysis.language ?? undefined) : undefined}>{why}</p>
      {note.instead.length > 0 && (
        <>
          <p class="note__instead">{words.draft.instead}</p>
          <ul lang={analysis.language ?? undefined}>
            {note.instead.map((better) => (
              <li>{better}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The draft with its notes; each note opens on hover, focus and tap (playground.js) and is a plain list without scripts. */
export function Draft({ where, text, checked }: { where: Where; text: string; checked: DraftCheck }) {
  const { words } = where
  const notes = notesOf(text, checked.analysis)
  const numbers: Numbered = new Map(notes.map((note, index) => [note, index]))
  if (notes.length === 0) {
    return (
      <p class="draft draft--clear" data-announce={words.draft.none}>
        <icons.check />
        {words.draft.none}
      </p>
    )
  }
  const pieces = segments(text, notes)
  const passages = words.draft.passages(pieces.filter((piece) => piece.begins).length)
  return (
    <section class="draft" aria-labelledby="draft-title" data-announce={passages}>
      <p class="draft__head">
        <strong id="draft-title">{words.draft.heading}</strong>
        <span class="tag">{passages}</span>
        <span class="quiet">{words.draft.private}</span>
      </p>
      <p class="draft__text" lang={checked.analysis.language ?? undefined}>
        {pieces.map((segment) => (
          <Marked segment={segment} numbers={numbers} />
        ))}
      </p>
      <ol class="notes">
        {notes.map((note) => (
          <li id={`note-${numbers.get(note)}`}>
            <NoteText note={note} words={words} analysis={checked.analysis} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Says why there is no check; writing goes on. */
export function DraftFault({ text }: { text: string }) {
  return (
    <p class="draft error" data-announce={text}>
      {text}
    </p>
  )
}
