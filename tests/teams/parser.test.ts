import assert from 'node:assert/strict'
import { parserFaults } from '../helpers/parserFaults.js'
import { READERS, situations } from './situations.js'

describe("Teams: cards for Microsoft's own reader", () => {
  it('has a fault to find in a bad one', () => {
    const bad = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok' }], actions: [] }
    assert.match(parserFaults(bad).join(), /TextBlok/)
  })

  for (const [reader, settings] of READERS)
    it(`has none, whatever the situation: ${reader}`, () => {
      for (const [name, card] of situations(settings)) assert.deepEqual(parserFaults(card), [], name)
    })
})
