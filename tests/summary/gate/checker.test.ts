import assert from 'node:assert/strict'
import { judge } from './judge.js'
import { BUGS, planted } from './planted.js'

describe('the checker', function () {
  this.timeout(120_000)

  it('has nothing against a second gate without a mistake', () => {
    for (let seed = 1; seed <= 100; seed++) assert.deepEqual(judge(seed, planted()), [])
  })

  for (const bug of BUGS)
    it(`catches: ${bug}`, () => {
      for (let seed = 1; seed <= 500; seed++) if (judge(seed, planted(bug)).length > 0) return
      assert.fail('not caught in 500 organisations')
    })
})
