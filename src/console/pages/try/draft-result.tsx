import type { Analysis, Language } from '../../../types.js'
import { cut } from '../../../words/cut.js'
import { isGood, labelNames } from '../../../words/labels.js'
import { type Note, notesOf, type Segment, segments } from '../../../words/marks.js'
import type { TryWords } from '../../words/try.js'

const LONGEST_PASSAGE = 120

/** The draft with its passages marked and numbered, and what there is to say of each. */
export function DraftResult(props: {
  text: string
  analysis: Analysis
  language: Language
  words: TryWords
}) {
  const { text, analysis, language, words } = props
  const notes = notesOf(text, analysis)
  if (notes.length === 0)
    return (
      <p class="notice" role="status" id="result">
        {words.none}
      </p>
    )
  const numbers = new Map(notes.map((note, index) => [note, index + 1]))
  const written = analysis.language ?? undefined
  return (
    <section class="card stack" aria-labelledby="result">
      <div class="row row--spread">
        <h2 id="result">{words.result}</h2>
        <span class="tag">{words.passages(notes.length)}</span>
      </div>
      <p class="draft" lang={written}>
        {passagesOf(text, notes).map((passage) => (
          <Marked passage={passage} numbers={numbers} words={words} />
        ))}
      </p>
      <ol class="list notes">
        {notes.map((note) => (
          <li class="stack stack--tight" id={`note-${numbers.get(note)}`}>
            <p>
              <span class="tag">
                <span class="visually-hidden">{words.noteTo(numbers.get(note)!)}</span>
                <span aria-hidden="true">{numbers.get(note)}</span>
              </span>{' '}
              {note.label && <strong>{labelNames[language][note.label]}: </strong>}
              <q lang={written}>{passageOf(text, note)}</q>
            </p>
            <p lang={note.label ? written : undefined}>{note.why ?? words.word}</p>
            {note.instead.length > 0 && (
              <div class="prose">
                <p class="hint">{words.instead}</p>
                <ul lang={written}>
                  {note.instead.map((better) => (
                    <li>{better}</li>
                  ))}
                </ul>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const passageOf = (text: string, { start, end }: Note): string =>
  cut(text.slice(start, end).replace(/\s+/g, ' ').trim(), LONGEST_PASSAGE)

interface Passage {
  readonly segment: Segment
  /** The notes that begin here. */
  readonly fresh: readonly Note[]
}

function passagesOf(text: string, notes: readonly Note[]): readonly Passage[] {
  const begun = new Set<Note>()
  return segments(text, notes).map((segment) => {
    const fresh = segment.notes.filter((note) => !begun.has(note))
    for (const note of fresh) begun.add(note)
    return { segment, fresh }
  })
}

/** A stretch under the same notes; where one begins, its number leads to what is said of it. */
function Marked({
  passage: { segment, fresh },
  numbers,
  words,
}: {
  passage: Passage
  numbers: ReadonlyMap<Note, number>
  words: TryWords
}) {
  if (segment.notes.length === 0) return <>{segment.text}</>
  const good = segment.notes.every(({ label }) => label !== null && isGood(label))
  return (
    <>
      {fresh.map((note) => (
        <a
          class="draft__number"
          href={`#note-${numbers.get(note)}`}
          aria-label={words.note(numbers.get(note)!)}
        >
          {numbers.get(note)}
        </a>
      ))}
      <mark class={good ? 'draft__good' : undefined}>{segment.text}</mark>
    </>
  )
}
