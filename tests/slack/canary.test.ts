import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCanaries } from '../proofs/canary/createCanaries.js'
import { createEvidence } from '../proofs/canary/createEvidence.js'
import { gatherFiles } from '../proofs/canary/gather.js'
import { killInTraffic } from '../proofs/canary/killInTraffic.js'
import { search } from '../proofs/canary/search.js'
import { freshSeed, seeded } from '../proofs/seeded.js'
import { ask } from './canary/ask.js'
import { gatherWords } from './canary/gatherWords.js'
import { openCanaryHouse } from './canary/openCanaryHouse.js'
import { openWitness } from './canary/openWitness.js'
import { sendRaw } from './canary/sendRaw.js'
import { speak } from './canary/speak.js'
import { mend, stages } from './canary/stages.js'

describe('Slack: canaries', function () {
  this.timeout(120_000)

  for (const mode of ['http', 'socket'] as const) {
    const seed = freshSeed()
    it(`are nowhere to be found, whatever goes wrong over ${mode}, seed ${seed}`, async () => {
      const canaries = createCanaries(seeded(seed))
      const evidence = createEvidence()
      const house = await openCanaryHouse(mode, canaries)
      try {
        for (const stage of stages.filter(({ isHttpAlone }) => mode === 'http' || !isHttpAlone)) {
          mend(house)
          stage.begin(house)
          await house.hurry(speak(house))
          await house.hurry(ask(house))
          await house.pass(31)
        }
        mend(house)
        if (mode === 'http') assert.deepEqual(await sendRaw(house), [])
        for (const seconds of [60, 300]) await house.pass(seconds)
        gatherFiles(house.folder, evidence, 'running')
        const secret = readFileSync(join(house.folder, 'data', 'secret'), 'utf8').trim()
        await house.stop()
        gatherFiles(house.folder, evidence, 'stopped')
        gatherWords(house, evidence)
        // Drafts that were shown to their writers, tokens in their headers: what is there, the search does find.
        assert.ok(search(evidence, canaries, [secret]) > 100)
        assert.ok(canaries.count > (mode === 'http' ? 900 : 500), `${canaries.count} canaries`)
        assert.ok(house.slack.count('chat.postMessage') > 20, 'nudges are sent')
        assert.ok(house.logged.length > 50, 'faults are logged')
      } finally {
        await house.end()
      }
    })
  }

  const seed = freshSeed()
  it(`are not in what a kill -9 leaves behind, seed ${seed}`, async () => {
    const canaries = createCanaries(seeded(seed))
    const evidence = createEvidence()
    const witness = await openWitness(canaries, evidence)
    const { folder, secret, ends, lost } = await killInTraffic(canaries, evidence, witness)
    rmSync(folder, { recursive: true, force: true })
    assert.deepEqual(ends, ['SIGKILL', 0])
    assert.ok(lost[0] > 0 && lost[1] === 0, `${lost} messages were not taken before and after`)
    assert.ok(search(evidence, canaries, [secret]) > 0)
  })
})
