import assert from 'node:assert/strict'
import { Forms } from '../../src/analyzer/forms.js'
import { namesAgent } from '../../src/analyzer/passive.js'
import { tokenize } from '../../src/analyzer/tokenize.js'
import { createViews, UNTUNED } from '../../src/analyzer/tuning.js'

/** An English sentence in the passive, and whether it says who did it. */
const CASES: readonly [sentence: string, expected: boolean][] = [
  ['Mistakes were made during the handover.', false],
  ['It was decided to close the branch.', false],
  ['The omission has been noted.', false],
  ['The plan got approved.', false],
  ['It was agreed by and large.', false],
  ['The report was written by Anna.', true],
  ['It was decided by the board.', true],
  ['It has been determined by management that nobody parks here.', true],
  ['Errors were made by us.', true],
]

describe('passives that name who did it', () => {
  const forms = new Forms({ de: new Map(), en: new Map() })
  for (const [prose, expected] of CASES)
    it(`${prose} ${expected}`, () => {
      const { tokens, sentences, clauses } = tokenize(prose, forms)
      const reading = {
        prose,
        tokens,
        sentences,
        clauses: clauses.map((clause) => ({ ...clause, language: 'en' as const })),
        language: 'en' as const,
        audience: 'team' as const,
        reply: null,
        teamTerms: new Set<string>(),
        view: createViews(UNTUNED)([]),
      }
      assert.equal(namesAgent(reading, sentences[0]), expected)
    })
})
