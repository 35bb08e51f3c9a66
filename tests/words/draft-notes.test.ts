import assert from 'node:assert/strict'
import type { Label } from '../../src/types.js'
import { cut } from '../../src/words/cut.js'
import { draftNotes } from '../../src/words/draft-notes.js'
import type { Note } from '../../src/words/marks.js'

const note = (label: Label | null, start: number, end: number, ...instead: string[]): Note => ({
  label,
  start,
  end,
  why: label && 'Weil.',
  instead,
})
const of = (text: string) => (note: Note) => text.slice(note.start, note.end)

describe('the notes on a draft', () => {
  it('tell passages in full and list single words', () => {
    const blame = note('blame', 0, 6, 'Besser.')
    const notes = draftNotes([blame, note('jargon', 7, 10, 'eins')], of('Schuld\nist da'))
    assert.deepEqual(notes, {
      passages: [{ passage: 'Schuld', note: blame }],
      more: 0,
      words: [{ word: 'ist', instead: ['eins'] }],
    })
  })

  it('name a word once, with three others at most', () => {
    const { words } = draftNotes(
      [note('jargon', 0, 3, 'a', 'b'), note('anglicism', 0, 3, 'b', 'c', 'd'), note(null, 4, 7)],
      of('eins zwei'),
    )
    assert.deepEqual(words, [
      { word: 'ein', instead: ['a', 'b', 'c'] },
      { word: ' zw'.trim(), instead: [] },
    ])
  })

  it('count what a long list leaves out', () => {
    const { passages, more } = draftNotes(
      Array.from({ length: 20 }, () => note('silo', 0, 4)),
      of('eins'),
    )
    assert.deepEqual([passages.length, more], [12, 8])
  })

  it('keep a passage on one line, and short', () => {
    const text = `eins\n  ${'zwei '.repeat(60)}`
    const [{ passage } = { passage: '' }] = draftNotes([note('silo', 0, text.length)], of(text)).passages
    assert.match(passage, /^eins zwei .*…$/)
    assert.equal(passage.length, 120)
  })

  it('are cut between characters, never through one', () => assert.equal(cut('aaa😀b', 5), 'aaa…'))
})
