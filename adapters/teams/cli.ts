import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { UserError } from '../../src/errors.js'
import { appPackage } from './app-package.js'
import { MESSAGES_PATH } from './manifest.js'
import { isZipWith } from './zip.js'

interface Given {
  readonly appId?: string
  readonly url?: string
  readonly id?: string
  readonly language: 'de' | 'en'
  readonly developer?: string
  readonly website?: string
  readonly privacy?: string
  readonly terms?: string
  readonly out: string
}

/** Most characters of an address and of a name that Teams takes. */
const LONGEST_ADDRESS = 2048
const LONGEST_NAME = 32

/** `klartext teams …` */
export function addTeamsCommands(program: Command): void {
  program
    .command('teams')
    .description('set Klartext up in Microsoft Teams')
    .command('package')
    .description('write the app package, for uploading in the Teams admin center')
    .option('--app-id <GUID>', '"Application (client) ID" of the app registration in Microsoft Entra')
    .option('--url <address>', 'public address of Klartext, such as https://klartext.example.com')
    .option('--id <GUID>', 'id of the app in Teams, where it must differ from --app-id')
    .addOption(
      new Option('--language <language>', 'of names and descriptions for people whose Teams speaks another')
        .choices(['de', 'en'])
        .default('de'),
    )
    .option('--developer <name>', 'who runs Klartext, as Teams shows it; Klartext by default')
    .option('--website <address>', 'page about Klartext in your company; --url by default')
    .option('--privacy <address>', 'page about data protection; --url by default')
    .option('--terms <address>', 'page about terms of use; --url by default')
    .option('--out <file>', 'where to write the package', 'klartext-teams.zip')
    .action((given: Given) => {
      const { language, developer } = given
      const appId = guid('--app-id', given.appId, 'Copy it from the overview of the app registration.')
      const url = ownAddress(given.url)
      const id =
        given.id === undefined
          ? undefined
          : guid('--id', given.id, 'Leave it out unless Teams asks for another.')
      if (developer !== undefined && (developer.trim() === '' || developer.length > LONGEST_NAME))
        throw new UserError(
          '--developer',
          `${developer.length} characters`,
          `1 to ${LONGEST_NAME}`,
          'Give a shorter name.',
        )
      const [website, privacy, terms] = (['website', 'privacy', 'terms'] as const).map((name) =>
        page(`--${name}`, given[name]),
      )
      const options = { appId, url, id, language, developer, website, privacy, terms }
      const done = write(resolve(given.out), appPackage(options))
      process.stdout.write(`${resolve(given.out)} ${done}.

Next:
1. In the Azure Bot resource, "Configuration": set the messaging endpoint to ${url}${MESSAGES_PATH}
2. In the Teams admin center, "Teams apps", "Manage apps", "Actions", "Upload new app": upload the file.
3. Add Klartext to a team and for yourself, and write "an" or "on" to it.
docs/teams.en.md (German: docs/teams.md) leads through all of it.
`)
    })
}

function guid(where: string, value: string | undefined, remedy: string): string {
  if (value === undefined)
    throw new UserError(where, 'nothing', 'a GUID such as 11111111-2222-3333-4444-555555555555', remedy)
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    throw new UserError(where, `„${value}“`, 'a GUID such as 11111111-2222-3333-4444-555555555555', remedy)
  return value.toLowerCase()
}

function ownAddress(value: string | undefined): string {
  const remedy = 'Give the address under which Teams reaches Klartext: --url https://klartext.example.com'
  if (value === undefined) throw new UserError('--url', 'nothing', 'the public address of Klartext', remedy)
  if (!/^https:\/\/[^\s/?#@]+$/.test(value) || !URL.canParse(value) || value.length > LONGEST_ADDRESS)
    throw new UserError('--url', `„${value}“`, 'https:// and a host, without a path', remedy)
  return value
}

function page(where: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^https:\/\/[^\s/]/.test(value) || !URL.canParse(value) || value.length > LONGEST_ADDRESS)
    throw new UserError(
      where,
      `„${value}“`,
      'an address that begins with https://',
      'Give the whole address of a page.',
    )
  return value
}

/** Writes a package, over an earlier one but over nothing else. */
function write(file: string, bytes: Uint8Array): 'written' | 'replaced' | 'is up to date' {
  try {
    const there = existsSync(file) ? readFileSync(file) : undefined
    if (there?.equals(bytes)) return 'is up to date'
    if (there && !isZipWith(there, 'manifest.json'))
      throw new UserError(
        '--out',
        `„${file}“ with something else in it`,
        'a new name, or an earlier app package',
        'Choose another name, or remove that file.',
      )
    writeFileSync(file, bytes)
    return there ? 'replaced' : 'written'
  } catch (error) {
    if (error instanceof UserError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(
      '--out',
      `„${file}“ (${code})`,
      'a file that can be written',
      'Check the folder and its rights.',
    )
  }
}
