import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Draft4 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { commandIn } from '../../adapters/common/commands.js'
import { type ManifestOptions, manifest, PERMISSIONS, translation } from '../../adapters/teams/manifest.js'
import { packageRoot } from '../../src/package-root.js'
import { findingsIn, textsIn } from '../helpers/own-texts.js'
import { readPng } from '../helpers/png.js'

const APP_ID = '11111111-2222-3333-4444-555555555555'
const OTHER_ID = '66666666-7777-8888-9999-aaaaaaaaaaaa'
const URL = 'https://klartext.example.com'
const BASE: ManifestOptions = { appId: APP_ID, url: URL, version: '0.1.0' }
const OPTIONS: readonly [what: string, options: ManifestOptions][] = [
  ['with the least', BASE],
  ['in English', { ...BASE, language: 'en' }],
  [
    'with everything',
    {
      ...BASE,
      version: '12.30.400',
      id: OTHER_ID,
      developer: 'Beispiel GmbH',
      website: 'https://intranet.example.com/klartext',
      privacy: 'https://intranet.example.com/klartext#datenschutz',
      terms: 'https://intranet.example.com/klartext#regeln',
    },
  ],
]

// Microsoft's schemas are laxer than ajv likes, and their patterns older than Unicode's.
const ajv = new Draft4.default({ allErrors: true, strict: false, unicodeRegExp: false })
formats.default(ajv)
const schema = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(join(packageRoot, 'tests/schemas', name), 'utf8')))
const fitsManifest = schema('MicrosoftTeams.schema.json')
const fitsTranslation = schema('MicrosoftTeams.Localization.schema.json')
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** Every place of a manifest whose words Teams takes from a translation. */
function translated(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    translated(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  )
}

describe('Teams: the app manifest', () => {
  for (const [what, options] of OPTIONS)
    it(`fits Microsoft's schema ${what}`, () => {
      assert.ok(fitsManifest(plain(manifest(options))), JSON.stringify(fitsManifest.errors))
      const { file, strings } = translation(options.language)
      assert.ok(fitsTranslation(strings), JSON.stringify(fitsTranslation.errors))
      assert.equal(file, manifest(options).localizationInfo.additionalLanguages[0]!.file)
    })

  it('would be found out', () => {
    assert.ok(!fitsManifest(plain({ ...manifest(BASE), id: 'klartext' })))
    assert.ok(!fitsManifest(plain({ ...manifest(BASE), defaultInstallScope: 'everywhere' })))
    assert.ok(!fitsTranslation({ ...translation().strings, 'name.tiny': 'K' }))
  })

  it('asks for one permission, and for nothing from people', () => {
    const made = plain(manifest(BASE)) as ReturnType<typeof manifest> & Record<string, unknown>
    assert.deepEqual(PERMISSIONS, [{ name: 'ChannelMessage.Read.Group', type: 'Application' }])
    assert.deepEqual(made.authorization, { permissions: { resourceSpecific: PERMISSIONS } })
    assert.deepEqual(
      [made.permissions, made.devicePermissions, made.staticTabs],
      [undefined, undefined, undefined],
    )
    assert.deepEqual(made.validDomains, [])
  })

  it('is for people and teams, never for group chats', () => {
    const { bots, composeExtensions, defaultInstallScope } = manifest(BASE)
    assert.deepEqual(bots[0]!.scopes, ['personal', 'team'])
    assert.equal(defaultInstallScope, 'personal')
    assert.deepEqual([bots[0]!.botId, composeExtensions[0]!.botId], [APP_ID, APP_ID])
  })

  it('has the id of the app in Entra unless given another', () => {
    assert.equal(manifest(BASE).id, APP_ID)
    const { id, bots, webApplicationInfo } = manifest({ ...BASE, id: OTHER_ID })
    assert.deepEqual([id, bots[0]!.botId, webApplicationInfo.id], [OTHER_ID, APP_ID, APP_ID])
  })

  it('is translated whole', () => {
    const { name, description, bots, composeExtensions } = manifest(BASE)
    const commands = (list: readonly { title: string; description: string }[]) =>
      list.map(({ title, description }) => ({ title, description }))
    const places = translated({
      name,
      description,
      bots: [{ commandLists: [{ commands: commands(bots[0]!.commandLists[0]!.commands) }] }],
      composeExtensions: [{ commands: commands(composeExtensions[0]!.commands) }],
    })
    for (const language of ['de', 'en'] as const)
      assert.deepEqual(Object.keys(translation(language).strings).sort(), places.sort())
  })

  it('names commands that there are', () => {
    // Settings have a page of their own in Slack, and a card only in Teams.
    for (const language of ['de', 'en'] as const)
      for (const { title } of manifest({ ...BASE, language }).bots[0]!.commandLists[0]!.commands)
        assert.ok(commandIn(title).known, title)
  })

  for (const language of ['de', 'en'] as const)
    it(`has no finding as company-wide text: ${language}`, () => {
      const { name, description, bots, composeExtensions } = manifest({ ...BASE, language })
      const entries = [...bots[0]!.commandLists[0]!.commands, ...composeExtensions[0]!.commands]
      const texts = textsIn([name, description, entries.map((entry) => [entry.title, entry.description])])
      assert.ok(texts.length > 20)
      assert.deepEqual(findingsIn(texts, language), [])
    }).timeout(60_000)
})

describe('Teams: the icons', () => {
  const icon = (name: string) => readPng(readFileSync(join(packageRoot, 'adapters/teams/public', name)))

  it('are as large as Teams wants them', () => {
    const { width, height } = icon('color.png')
    assert.deepEqual([width, height], [192, 192])
    const outline = icon('outline.png')
    assert.deepEqual([outline.width, outline.height], [32, 32])
  })

  it('are in full colour, without a hole', () => {
    const { dots } = icon('color.png')
    assert.ok(dots.every(([, , , opacity]) => opacity === 255))
    for (const corner of [0, 191, 192 * 191, 192 * 192 - 1])
      assert.deepEqual(dots[corner], [0x1f, 0x4f, 0x46, 255])
  })

  it('have an outline of nothing but white and transparency', () => {
    const { dots } = icon('outline.png')
    const seen = dots.filter(([, , , opacity]) => opacity > 0)
    assert.deepEqual(
      seen.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255),
      [],
    )
    assert.ok(seen.length > 100 && seen.length < dots.length / 2)
  })
})
