import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { buildChild } from '../proofs/crash/buildChild.js'
import { reportOf } from '../proofs/crash/reportOf.js'
import { type Run, runCycles } from '../proofs/crash/runCycles.js'
import { openSlackWorld } from './crash/openSlackWorld.js'
import { POINTS } from './crash/points.js'

/** Cycles over both ways of connecting; each point has its turn in both in any case. */
const CYCLES = Number(process.env.KLARTEXT_CRASHES ?? 0)
const SEED = Number(process.env.KLARTEXT_SEED ?? 1)

const MODES = ['http', 'socket'] as const

describe('Slack: killed in the middle of its work', function () {
  this.timeout(300_000 + CYCLES * 5000)
  let runs: readonly Run[]

  before(async () => {
    const { folder, program } = buildChild()
    try {
      const each = MODES.map((mode, index) =>
        runCycles({
          program,
          open: openSlackWorld(mode),
          points: POINTS,
          cycles: CYCLES / MODES.length,
          seed: SEED + index,
        }),
      )
      // The other one goes on in the folder.
      await Promise.allSettled(each)
      runs = await Promise.all(each)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    console.log(`      ${reportOf(runs)}`)
  })

  for (const [index, mode] of MODES.entries()) {
    it(`shows nobody a nudge twice, and loses none without a word (${mode})`, () => {
      assert.deepEqual(runs[index]!.faults, [])
    })

    it(`complains of nothing (${mode})`, () => {
      assert.deepEqual(runs[index]!.complaints, [])
    })
  }

  for (const { name } of POINTS)
    it(`has died at: ${name}`, () => {
      assert.ok(runs.some(({ reached }) => reached.get(name)!.died > 0))
    })
})
