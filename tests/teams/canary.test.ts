import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCanaries } from '../proofs/canary/createCanaries.js'
import { createEvidence } from '../proofs/canary/createEvidence.js'
import { createScanner } from '../proofs/canary/createScanner.js'
import { gatherFiles } from '../proofs/canary/gather.js'
import { killInTraffic } from '../proofs/canary/killInTraffic.js'
import { search } from '../proofs/canary/search.js'
import { freshSeed, seeded } from '../proofs/seeded.js'
import { chatOf, lastIn } from './acts.js'
import { ask } from './canary/ask.js'
import { gatherWords } from './canary/gatherWords.js'
import { leaveTraces } from './canary/leaveTraces.js'
import { openCanaryHouse } from './canary/openCanaryHouse.js'
import { openWitness } from './canary/openWitness.js'
import { sendRaw } from './canary/sendRaw.js'
import { speak } from './canary/speak.js'
import { mend, stages } from './canary/stages.js'
import { openTeamsHouse } from './house.js'

describe('Teams: canaries', function () {
  this.timeout(300_000)
  const seed = freshSeed()

  it(`are nowhere to be found, whatever goes wrong, seed ${seed}`, async () => {
    const canaries = createCanaries(seeded(seed))
    const evidence = createEvidence()
    const house = await openCanaryHouse(canaries)
    try {
      for (const stage of stages) {
        mend(house)
        stage.begin(house)
        await speak(house)
        await ask(house)
        await house.pass(31)
      }
      mend(house)
      assert.deepEqual(await sendRaw(house), [])
      for (const seconds of [60, 300]) await house.pass(seconds)
      gatherFiles(house.folder, evidence, 'running')
      const secret = readFileSync(join(house.folder, 'data', 'secret'), 'utf8').trim()
      await house.stop()
      gatherFiles(house.folder, evidence, 'stopped')
      gatherWords(house, evidence)
      // Drafts that were shown to their writers, tokens in their headers: what is there, the search does find.
      const allowed = search(evidence, canaries, [secret])
      assert.ok(allowed > 100, `${allowed} canaries where they may stand`)
      assert.ok(canaries.count > 1000, `${canaries.count} canaries`)
      const sent = house.teams.count('sendToConversation')
      assert.ok(sent > 20, `${sent} messages are sent`)
      assert.ok(house.logged.length > 50, `${house.logged.length} faults are logged`)
      const { pieces, bytes } = evidence.size()
      console.log(
        `      ${canaries.count} canaries, ${stages.length} stages, ${pieces} pieces of ${bytes} bytes: ` +
          `0 hits, ${allowed} where they may stand`,
      )
    } finally {
      await house.end()
    }
  })

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

  it('of a person are gone once that person is erased', async () => {
    const canaries = createCanaries(seeded(seed))
    const evidence = { before: createEvidence(), after: createEvidence() }
    // Members of a team are read, too.
    const house = await openTeamsHouse({ optionsFor: ({ team }) => ({ teams: [team.id] }) })
    try {
      const user = await leaveTraces(house, canaries)
      evidence.before.addFolder('before', house.folder)
      const found = evidence.before.search(createScanner(canaries.needles([]))).hits
      assert.ok(found.length > 0, 'her id is there before')
      await house.teams.write(user, 'löschen')
      await house.teams.press(user, lastIn(house, user), 'erase-yes')
      await house.pass(5)
      await house.teams.until(() => !chatOf(house, user).some(({ summary }) => summary !== 'Klartext'))
      await house.pass(300)
      evidence.after.addFolder('running', house.folder)
      const secret = readFileSync(join(house.folder, 'secret'), 'utf8').trim()
      await house.klartext.stop()
      evidence.after.addFolder('stopped', house.folder)
      evidence.after.add('log', house.logged.join(''))
      search(evidence.after, canaries, [secret])
    } finally {
      await house.stop()
    }
  })
})
