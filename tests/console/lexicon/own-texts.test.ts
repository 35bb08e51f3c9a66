import assert from 'node:assert/strict'
import { lexiconWords } from '../../../src/console/words/lexicon/index.js'
import { findingsIn, textsIn } from '../../helpers/own-texts.js'

describe('the words of the lexicon’s pages', function () {
  this.timeout(60_000)

  for (const language of ['de', 'en'] as const)
    it(`have no finding as company-wide text, ${language}`, () => {
      const { create, ...rest } = lexiconWords[language]()
      const { language: explained, ...others } = create
      // What the examples find is to be found.
      const words = [
        rest,
        others,
        explained.title,
        explained.text,
        explained.examples.map(({ means }) => means),
      ]
      assert.deepEqual(findingsIn(words.flatMap(textsIn), language), [])
    })
})
