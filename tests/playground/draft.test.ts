import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Analysis, Finding, Word } from '../../src/types.js'
import { notesOf, segments } from '../../src/words/marks.js'
import { type Served, serve } from './serve.js'

const finding = (start: number, end: number, label: Finding['label'] = 'blame'): Finding => ({
  label,
  rule: 'r',
  start,
  end,
  why: 'w',
  instead: [],
})
const word = (start: number, end: number, status: Word['status'] = 'avoidable'): Word => ({
  word: '',
  lemma: '',
  start,
  end,
  status,
  instead: [],
})
const analysis = (findings: Finding[], words: Word[] = []): Analysis => ({
  language: 'de',
  labels: [],
  findings,
  words,
})

describe('playground: the checked draft', () => {
  const cases: [string, Analysis, string][] = [
    ['nothing to say', analysis([]), 'abcdefgh'],
    ['one finding', analysis([finding(2, 4)]), 'ab[1:cd]efgh'],
    ['the whole draft', analysis([finding(0, 8)]), '[1:abcdefgh]'],
    ['one within another', analysis([finding(0, 6), finding(2, 4, 'jargon')]), '[1:ab][2:cd](1:ef)gh'],
    ['two that cross', analysis([finding(0, 4), finding(2, 6, 'jargon')]), '[1:ab][2:cd](1:ef)gh'],
    ['an avoidable word', analysis([], [word(1, 3)]), 'a[1:bc]defgh'],
    ['established and team words', analysis([], [word(1, 3, 'established'), word(4, 6, 'team')]), 'abcdefgh'],
    ['a word that a finding speaks of', analysis([finding(0, 4, 'anglicism')], [word(1, 3)]), '[1:abcd]efgh'],
    ['spans outside the draft', analysis([finding(6, 20), finding(-1, 2), finding(3, 3)]), 'abcdefgh'],
  ]
  for (const [name, given, expected] of cases) {
    it(name, () => {
      const shown = segments('abcdefgh', notesOf('abcdefgh', given)).map(({ text, notes, begins }) => {
        if (notes.length === 0) return text
        return begins ? `[${notes.length}:${text}]` : `(${notes.length}:${text})`
      })
      assert.equal(shown.join(''), expected)
    })
  }

  it('the pieces together are always the draft', () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
        const given = analysis(spans.map(([start, end]) => finding(start, end)))
        assert.equal(
          segments(text, notesOf(text, given))
            .map((segment) => segment.text)
            .join(''),
          text,
        )
      }),
    )
  })

  describe('over HTTP', () => {
    let served: Served
    before(async () => {
      served = await serve()
      await served.post('welcome', 'jana', { join: 'yes' })
    })
    after(() => served.close())

    it('marks findings and avoidable words, each with its explanation, reachable by keyboard', async () => {
      const { text } = await served.post('check', 'jana', {
        text: 'Das Alignment mit den Stakeholdern <b>',
        live: '1',
      })
      assert.match(
        text,
        /<span class="mark" [^>]*role="button" tabindex="0" aria-describedby="note-0">Alignment<\/span>/,
      )
      assert.match(
        text,
        /<span class="mark mark--word"[^>]*aria-describedby="note-1">Stakeholdern<\/span> &lt;b>/,
      )
      assert.match(text, /<li id="note-0">.*Englische Wörter.*das alle kennen.*Abstimmung/s)
      assert.ok(text.includes('2 Stellen'))
    })

    it('says so where there is nothing to say, and is silent on an empty draft', async () => {
      assert.ok(
        (await served.post('check', 'jana', { text: 'Guten Morgen', live: '1' })).text.includes(
          'Liest sich gut.',
        ),
      )
      assert.equal((await served.post('check', 'jana', { text: '', live: '1' })).text, '')
    })

    it('keeps nothing: no message, no card', async () => {
      await served.post('check', 'jana', { text: 'Das Alignment bleibt Entwurf', live: '1' })
      assert.ok(!(await served.page('jana')).includes('bleibt Entwurf'))
    })

    it('lets the person write on where the check fails', async () => {
      served.broken.add('check')
      const answer = await served.post('check', 'jana', { text: 'Hallo', live: '1' })
      served.broken.delete('check')
      assert.ok(answer.status === 502 && answer.text.includes('Schreib ruhig weiter.'))
    })

    it('works without scripts: the whole page with the draft and its notes', async () => {
      const answer = await served.post(
        'check',
        'jana',
        { text: 'Das Alignment', asked: '1' },
        { 'HX-Request': '' },
      )
      assert.match(answer.text, /<textarea[^>]*>Das Alignment<\/textarea>/)
      assert.ok(answer.text.startsWith('<!doctype html>') && answer.text.includes('id="note-0"'))
    })
  })
})
