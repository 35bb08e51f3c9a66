import assert from 'node:assert/strict'
import { laplace } from '../../src/summary/noise.js'

describe('noise for summaries', () => {
  const table: [number, number][] = [
    [0, 0],
    [0.25, 5 * Math.log(2)],
    [-0.25, -5 * Math.log(2)],
    [0.4, 5 * Math.log(5)],
  ]
  for (const [chance, expected] of table)
    it(`is ${expected.toFixed(2)} where chance says ${chance}`, () =>
      assert.ok(Math.abs(laplace(() => chance) - expected) < 1e-9))

  it('lies about zero, as wide as one person may weigh', () => {
    const draws = Array.from({ length: 20_000 }, () => laplace())
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
    const width = draws.reduce((sum, draw) => sum + Math.abs(draw), 0) / draws.length
    assert.ok(draws.every(Number.isFinite))
    // Six standard errors either way.
    assert.ok(Math.abs(mean) < 0.3 && Math.abs(width - 5) < 0.22, `${mean}, ${width}`)
  })
})
