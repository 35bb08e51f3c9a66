import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from './canary/ask.js'
import { type Canaries, createCanaries } from './canary/createCanaries.js'
import { createEvidence, type Evidence, type Hit } from './canary/createEvidence.js'
import { createScanner } from './canary/createScanner.js'
import { encodingsOf, hashesOf } from './canary/encodingsOf.js'
import { gatherFiles, gatherWords } from './canary/gather.js'
import { killInTraffic } from './canary/killInTraffic.js'
import { openCanaryHouse } from './canary/openCanaryHouse.js'
import { openFailingPage } from './canary/openFailingPage.js'
import { sendRaw } from './canary/sendRaw.js'
import { speak } from './canary/speak.js'
import { mend, stages } from './canary/stages.js'
import { watchOutput } from './canary/watchOutput.js'
import { freshSeed, seeded } from './seeded.js'

/** No canary stands where none may; answers how often one stands where it may. */
function search(evidence: Evidence, canaries: Canaries, secret: string): number {
  const { hits, allowed } = evidence.search(createScanner(canaries.needles([secret])))
  const told = hits.map(({ where, canary, way }: Hit) => `${canaries.whereOf(canary)}, ${way}, in ${where}`)
  assert.deepEqual([...new Set(told)].slice(0, 20), [])
  return allowed
}

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
        gatherFiles(house, evidence, 'running')
        const secret = readFileSync(join(house.folder, 'data', 'secret'), 'utf8').trim()
        await house.stop()
        gatherFiles(house, evidence, 'stopped')
        gatherWords(house, evidence)
        // Drafts that were shown to their writers, tokens in their headers: what is there, the search does find.
        assert.ok(search(evidence, canaries, secret) > 100)
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
    const { folder, secret, ends, lost } = await killInTraffic(canaries, evidence)
    rmSync(folder, { recursive: true, force: true })
    assert.deepEqual(ends, ['SIGKILL', 0])
    assert.ok(lost[0] > 0 && lost[1] === 0, `${lost} messages were not taken before and after`)
    assert.ok(search(evidence, canaries, secret) > 0)
  })

  it('are not written out where a page fails, at once or half-way', async () => {
    const canary = createCanaries(seeded(seed)).plain('a fault')
    const output = watchOutput()
    const house = await openFailingPage(canary)
    try {
      for (const path of ['/at-once', '/half-way']) {
        const page = fetch(house.address + path).then((answer) => answer.text())
        assert.ok(!(await page.catch(() => '')).includes(canary), path)
      }
      await house.stop()
      assert.equal(house.logged.length, 2)
      assert.ok(!`${house.logged}${output.text()}`.includes(canary))
    } finally {
      output.end()
    }
  })
})

describe('Slack: the search for canaries', () => {
  const canaries = createCanaries(seeded(1))
  const secret = 'a secret of the tenant, 32 signs long'
  const plain = canaries.plain('a plain one')
  const sharp = canaries.sharp('a sharp one')
  const text = canaries.inText(plain, `Some text with ${plain} in it`)
  const scan = createScanner(canaries.needles([secret]))
  const noise = (length: number) => Buffer.alloc(length, 'x')
  const PLANTED = [
    ...[plain, sharp].flatMap((canary) => encodingsOf(canary)),
    ...[plain, sharp, text].flatMap((whole) => [...hashesOf(whole), ...hashesOf(whole, secret)]),
  ]

  for (const [nth, [way, bytes]] of PLANTED.entries())
    it(`finds it: ${way} (${nth + 1})`, () =>
      assert.equal(scan(Buffer.concat([noise(nth), bytes, noise(nth % 5)])).length, 1))

  for (const before of [0, 1, 2])
    it(`finds it in the base64 of something longer, ${before} bytes in`, () => {
      const whole = Buffer.concat([noise(before), Buffer.from(`${plain}, and more`)])
      for (const kind of ['base64', 'base64url'] as const)
        assert.equal(scan(Buffer.from(whole.toString(kind)))[0]?.canary, plain)
    })

  it('finds it in a file, however deep', () => {
    const folder = mkdtempSync(join(tmpdir(), 'klartext-planted-'))
    mkdirSync(join(folder, 'a', 'b'), { recursive: true })
    writeFileSync(join(folder, 'a', 'b', 'c.db-wal'), Buffer.concat([noise(100_000), Buffer.from(plain)]))
    const evidence = createEvidence()
    evidence.addFolder('here', folder)
    evidence.add('there', plain, new Set([plain]))
    const { hits, allowed } = evidence.search(scan)
    assert.deepEqual([hits, allowed], [[{ where: 'here: c.db-wal', canary: plain, way: 'as it is' }], 1])
    rmSync(folder, { recursive: true, force: true })
  })

  it('finds nothing where nothing is', () => {
    assert.deepEqual(scan(Buffer.from(plain.slice(1))), [])
    assert.deepEqual(scan(Buffer.alloc(0)), [])
    assert.deepEqual(scan(noise(3)), [])
  })
})
