import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mondayOf } from '../../src/own-weeks.js'
import { packageRoot } from '../../src/package-root.js'
import { openStore } from '../../src/store/index.js'
import type { Figures } from '../../src/types.js'
import { inFolder } from '../store/samples.js'

function klartext(dataDir: string, ...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'src/cli.ts'), ...args],
    {
      cwd: packageRoot,
      env: { ...process.env, KLARTEXT_DATA: dataDir, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  )
  return { bytes: stdout, stdout: stdout.toString(), stderr: stderr.toString(), status }
}

const UNITS = 'unit,name,parent,person,role\nhaus,Klinikum,,,\nst-4,Station 4,haus,slack:T1:U1,manager\n'

describe('klartext teams import', function () {
  this.timeout(60_000)

  it('says what a file holds, and saves it for next Monday unless it is a dry run', () =>
    inFolder(async (dataDir) => {
      const file = join(dataDir, 'units.csv')
      writeFileSync(file, UNITS)
      const dry = klartext(dataDir, 'teams', 'import', file, '--dry-run')
      assert.match(dry.stdout, /2 units.*0 members and 1 managers[\s\S]*Nothing was changed/)
      const saved = klartext(dataDir, 'teams', 'import', file)
      assert.deepEqual([saved.status, saved.stderr], [0, ''])
      assert.match(saved.stdout, /holds from Monday/)
      const store = await openStore({ dataDir })
      const now = new Date()
      assert.deepEqual((await store.organisation(now)).units, [])
      assert.equal((await store.organisation(new Date(now.getTime() + 8 * 86_400_000))).units.length, 2)
      await store.close()
    }))

  it('names every fault with its line, and a file that is not there', () =>
    inFolder(async (dataDir) => {
      const file = join(dataDir, 'units.csv')
      writeFileSync(file, `${UNITS}st-5,Station 5,nowhere,Jana,\n`)
      const wrong = klartext(dataDir, 'teams', 'import', file)
      assert.equal(wrong.status, 2)
      for (const part of ['units.csv:4: found „Jana“', 'units.csv:4: found the parent „nowhere“'])
        assert.ok(wrong.stderr.includes(part), wrong.stderr)
      assert.match(
        klartext(dataDir, 'teams', 'import', join(dataDir, 'no.csv')).stderr,
        /no file that can be read/,
      )
    }))
})

describe('klartext summary', function () {
  this.timeout(60_000)
  const week = mondayOf(
    new Date(mondayOf(new Date(), 'Europe/Berlin').getTime() - 86_400_000),
    'Europe/Berlin',
  )
  const figures: readonly Figures[] = [
    {
      unit: 'haus',
      labels: { care: { band: 2, direction: 'more' }, jargon: { band: 3, direction: null } },
      terms: ['anglicism-alignment'],
    },
  ]

  async function inCompany(use: (dataDir: string) => void): Promise<void> {
    await inFolder(async (dataDir) => {
      const store = await openStore({ dataDir })
      const units = [
        { id: 'haus', name: 'Klinikum', parent: null },
        { id: 'st-4', name: 'Station 4', parent: 'haus' },
      ]
      await store.saveOrganisation({ units, members: [] }, week)
      await store.publish(week, figures, [], [], new Date())
      await store.close()
      use(dataDir)
    })
  }

  it('prints what was published: as a table, as text, as a mail, as a picture', () =>
    inCompany((dataDir) => {
      const csv = klartext(dataDir, 'summary', 'csv', '--language', 'en').stdout
      assert.match(csv, /"Station 4","Klinikum","Taking care","often","more"/)
      const text = klartext(dataDir, 'summary', 'text', '--unit', 'st-4').stdout
      assert.ok(text.includes('Alles hier gilt für „Klinikum“'), text)
      const mail = klartext(dataDir, 'summary', 'mail', '--unit', 'haus', '--tone', 'du').stdout
      assert.ok(mail.startsWith('<!doctype html>'), mail.slice(0, 200))
      const png = klartext(dataDir, 'summary', 'png', '--unit', 'haus')
      const isPicture = png.bytes.subarray(1, 4).toString() === 'PNG'
      assert.ok(isPicture || png.stderr.includes('fonts'), png.stderr)
    }))

  const wrong: [string, readonly string[], string][] = [
    ['a form that there is not', ['xml'], 'csv, mail, text or png'],
    ['no unit', ['mail'], '--unit: found nothing'],
    ['a unit that there is not', ['text', '--unit', 'st-9'], 'one of haus, st-4'],
    ['a week that was not published', ['csv', '--week', '2020-01-01'], 'not published'],
    ['a day that is none', ['csv', '--week', '2020-13-41'], 'a day such as'],
  ]
  for (const [name, args, part] of wrong)
    it(`refuses ${name}`, () =>
      inCompany((dataDir) => {
        const { stderr, status } = klartext(dataDir, 'summary', ...args)
        assert.ok(stderr.includes(part), stderr)
        assert.equal(status, 2)
      }))
})
