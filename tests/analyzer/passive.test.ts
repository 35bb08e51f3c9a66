import assert from 'node:assert/strict'
import { createForms } from '../../src/analyzer/forms.js'
import { isAgentlessPassive } from '../../src/analyzer/passive.js'
import { tokenize } from '../../src/analyzer/tokenize.js'
import { createViews, UNTUNED } from '../../src/analyzer/tuning.js'

/** An English sentence, and whether it says in the passive what was done and not by whom. */
const CASES: readonly [sentence: string, expected: boolean][] = [
  ['Mistakes were made during the handover.', true],
  ['It was decided to close the branch.', true],
  ['The omission has been noted.', true],
  ['The plan got approved.', true],
  ['Lessons will be learned.', true],
  ['The report was written by Anna.', false],
  ['It was decided by the board.', false],
  ['We decided to close the branch.', false],
  ['I have noted the omission.', false],
  ['She made mistakes.', false],
]

describe('agentless passives', () => {
  const formOf = createForms({ de: new Map(), en: new Map() })
  for (const [prose, expected] of CASES)
    it(`${prose} ${expected}`, () => {
      const { tokens, sentences, clauses } = tokenize(prose, formOf)
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
      assert.equal(isAgentlessPassive(reading, sentences[0]), expected)
    })
})
