import assert from 'node:assert/strict'
import { examplesOf, tryExample } from '../../src/lexicon/examples.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'

describe('the example sentences of the lexicons', function () {
  this.timeout(60_000)
  const byFile = groupByFile()

  function groupByFile() {
    const groups = new Map<string, ReturnType<typeof examplesOf>>()
    for (const example of examplesOf(shippedLexicons())) {
      const file = example.where.replace(/:\d+:\d+$/, '')
      groups.set(file, [...(groups.get(file) ?? []), example])
    }
    return groups
  }

  for (const [file, examples] of byFile) {
    it(`${file}: ${examples.length} sentences do what they must`, () => {
      const faults = examples.flatMap((example) => {
        const fault = tryExample(shippedAnalyzer(), example)
        return fault ? [`${example.where}: ${example.expect} „${example.text}“: ${fault}`] : []
      })
      assert.deepEqual(faults, [])
    })
  }
})
