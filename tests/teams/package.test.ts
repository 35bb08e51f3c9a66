import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { strFromU8, unzipSync } from 'fflate'
import { appPackage } from '../../adapters/teams/app-package.js'
import { addTeamsCommands } from '../../adapters/teams/cli.js'
import { manifest, translation } from '../../adapters/teams/manifest.js'
import { UserError } from '../../src/errors.js'
import { packageRoot } from '../../src/package-root.js'

const APP_ID = '11111111-2222-3333-4444-555555555555'
const URL = 'https://klartext.example.com'

describe('Teams: the app package', () => {
  const options = { appId: APP_ID, url: URL }

  it('holds manifest, translation and icons at its root', () => {
    const files = unzipSync(appPackage(options))
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'en.json', 'manifest.json', 'outline.png'])
    const made = JSON.parse(strFromU8(files['manifest.json']!))
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
    assert.deepEqual(made, JSON.parse(JSON.stringify(manifest({ ...options, version }))))
    assert.deepEqual(JSON.parse(strFromU8(files['en.json']!)), translation().strings)
    for (const icon of ['color.png', 'outline.png'])
      assert.ok(readFileSync(join(packageRoot, 'adapters/teams/public', icon)).equals(files[icon]!))
    assert.ok('de.json' in unzipSync(appPackage({ ...options, language: 'en' })))
  })

  it('is the same byte for byte, in whatever time zone', () => {
    const program = `
      import { createHash } from 'node:crypto'
      import { appPackage } from './adapters/teams/app-package.js'
      console.log(createHash('sha256').update(appPackage(${JSON.stringify(options)})).digest('hex'))`
    const hashes = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        cwd: packageRoot,
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }),
    )
    assert.match(hashes[0]!, /^[0-9a-f]{64}\n$/)
    assert.equal(hashes[0], hashes[1])
  }).timeout(30_000)
})

describe('Teams: klartext teams package', function () {
  this.timeout(30_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'klartext-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** The command in a process of its own. */
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'teams', 'package', ...given], {
      cwd: packageRoot,
      encoding: 'utf8',
    })

  /** The command in this process. */
  async function refusal(given: readonly string[]): Promise<string> {
    const program = new Command()
    addTeamsCommands(program)
    try {
      await program.parseAsync(['teams', 'package', ...given], { from: 'user' })
    } catch (error) {
      assert.ok(error instanceof UserError)
      return error.message
    }
    return 'nothing refused'
  }

  it('writes the package, says so and what comes next, and replaces nothing else', () => {
    const file = join(folder, 'klartext.zip')
    const least = ['--app-id', APP_ID.toUpperCase(), '--url', URL, '--out', file]
    const first = run(...least)
    assert.deepEqual([first.status, first.stderr], [0, ''])
    assert.ok(first.stdout.startsWith(`${file} written.`), first.stdout)
    assert.ok(first.stdout.includes(`${URL}/teams/messages`))
    assert.ok(readFileSync(file).equals(appPackage({ appId: APP_ID, url: URL })))
    assert.ok(run(...least).stdout.startsWith(`${file} is up to date.`))
    const privacy = 'https://intranet.example.com/datenschutz'
    assert.ok(run(...least, '--privacy', privacy).stdout.startsWith(`${file} replaced.`))
    assert.ok(readFileSync(file).equals(appPackage({ appId: APP_ID, url: URL, privacy })))
    writeFileSync(file, 'Urlaubsfotos')
    const refused = run(...least)
    assert.equal(refused.status, 2)
    assert.match(refused.stderr, /^--out: found .* with something else in it, expected a new name/)
    assert.equal(readFileSync(file, 'utf8'), 'Urlaubsfotos')
  })

  const good = ['--app-id', APP_ID, '--url', URL]
  const BAD: readonly [given: readonly string[], message: RegExp][] = [
    [[], /^--app-id: found nothing, expected a GUID/],
    [['--app-id', 'klartext', '--url', URL], /^--app-id: found „klartext“, expected a GUID/],
    [['--app-id', APP_ID], /^--url: found nothing, expected the public address/],
    [
      ['--app-id', APP_ID, '--url', `${URL}/`],
      /^--url: found .*, expected https:\/\/ and a host, without a path/,
    ],
    [['--app-id', APP_ID, '--url', 'http://klartext.example.com'], /^--url: found .*, expected https:/],
    [['--app-id', APP_ID, '--url', 'https://a:b:c'], /^--url: found .*, expected https:/],
    [[...good, '--id', '1'], /^--id: found „1“, expected a GUID/],
    [[...good, '--privacy', 'www.example.com'], /^--privacy: found „www.example.com“, expected an address/],
    [[...good, '--developer', 'x'.repeat(33)], /^--developer: found 33 characters, expected 1 to 32/],
    [
      [...good, '--out', 'nowhere/at/all.zip'],
      /^--out: found .*ENOENT.*, expected a file that can be written/,
    ],
  ]
  for (const [given, message] of BAD)
    it(`refuses ${given.slice(-2).join(' ').slice(0, 60) || 'nothing at all'}`, async () =>
      assert.match(await refusal(given), message))
})
