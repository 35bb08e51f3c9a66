import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { buildChild } from '../proofs/crash/buildChild.js'
import { reportOf } from '../proofs/crash/reportOf.js'
import { type Run, runCycles } from '../proofs/crash/runCycles.js'
import { openTeamsWorld } from './crash/openTeamsWorld.js'
import { POINTS, SENDS } from './crash/points.js'

/** Cycles; with any, each point has its turn, without, those around a send. */
const CYCLES = Number(process.env.KLARTEXT_CYCLES ?? 0)
const SEED = Number(process.env.KLARTEXT_SEED ?? 1)

describe('Teams: killed in the middle of its work', function () {
  this.timeout(300_000 + CYCLES * 5000)
  const points = CYCLES > 0 ? POINTS : SENDS
  let run: Run

  before(async () => {
    const { folder, program } = buildChild()
    try {
      run = await runCycles({ program, open: openTeamsWorld, points, cycles: CYCLES, seed: SEED })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    console.log(`      ${reportOf([run])}`)
  })

  it('shows nobody a nudge twice, and loses none without a word', () => {
    assert.deepEqual(run.faults, [])
  })

  it('complains of nothing', () => {
    assert.deepEqual(run.complaints, [])
  })

  for (const { name } of points)
    it(`has died at: ${name}`, () => {
      assert.ok(run.reached.get(name)!.died > 0)
    })
})
