import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanaries } from './canary/createCanaries.js'
import { createEvidence } from './canary/createEvidence.js'
import { createScanner } from './canary/createScanner.js'
import { encodingsOf, hashesOf } from './canary/encodingsOf.js'
import { openFailingPage } from './canary/openFailingPage.js'
import { watchOutput } from './canary/watchOutput.js'
import { seeded } from './seeded.js'

describe('A page that fails', () => {
  it('writes out nothing of its fault, at once or half-way', async () => {
    const canary = createCanaries(seeded(1)).plain('a fault')
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

describe('The search for canaries', () => {
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
