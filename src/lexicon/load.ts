import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../errors.js'
import { packageRoot } from '../package-root.js'
import type { Lexicons } from './lexicon.js'
import { type LexiconFile, parseLexicons, readLexiconFile, versionOf } from './parse.js'

/** The lexicons that come with Klartext. */
export const SHIPPED = join(packageRoot, 'lexicons')

// Reading YAML takes seconds; the build keeps what it read, and start-up takes it while the files are unchanged.
const PREPARED = join(packageRoot, 'dist', 'lexicons.json')

interface Prepared {
  readonly version: string
  readonly files: Readonly<
    Record<string, { readonly value: LexiconFile['value']; readonly where: readonly string[] }>
  >
}

/**
 * Reads every lexicon file below a folder; the shipped ones come without their example sentences where a build prepared them.
 * @throws UserError for the first fault, as `file:line:col`
 */
export function loadLexicons(folder: string = SHIPPED): Lexicons {
  const sources = lexiconSources(folder)
  return parseLexicons(sources, undefined, folder === SHIPPED ? preparedFor(sources) : undefined)
}

/** Reads the shipped lexicons and keeps what was read for a faster start. */
export function prepareLexicons(): void {
  const sources = lexiconSources(SHIPPED)
  parseLexicons(sources)
  const files = [...sources]
    .filter(([name]) => !name.endsWith('.tsv'))
    .map(([name, source]) => {
      const { value, where } = readLexiconFile(name, source)
      const items = 'entries' in value ? value.entries.map((_, i) => where(['entries', i])) : []
      return [inFolder(name), { value: withoutExamples(value), where: items }] as const
    })
  mkdirSync(dirname(PREPARED), { recursive: true })
  writeFileSync(
    PREPARED,
    JSON.stringify({ version: versionOf(sources), files: Object.fromEntries(files) } satisfies Prepared),
  )
}

function preparedFor(
  sources: ReadonlyMap<string, string>,
): ((name: string) => LexiconFile | undefined) | undefined {
  if (!existsSync(PREPARED)) return undefined
  const prepared = JSON.parse(readFileSync(PREPARED, 'utf8')) as Prepared
  if (prepared.version !== versionOf(sources)) return undefined
  return (name) => {
    const file = prepared.files[inFolder(name)]
    return (
      file && {
        checked: true,
        value: file.value,
        where: ([, index]) => file.where[Number(index)] ?? `${name}:1:1`,
      }
    )
  }
}

// Examples serve those who tend the lexicons, who read the files themselves.
function withoutExamples(value: LexiconFile['value']): LexiconFile['value'] {
  if (!('entries' in value)) return value
  const bare = <T extends { flag?: string[]; allow?: string[] }>({
    flag: _flag,
    allow: _allow,
    ...rest
  }: T) => rest
  return { ...bare(value), entries: value.entries.map(bare) }
}

// `lexicons/de/blame.yaml`, wherever the package lies and from wherever it is run.
function inFolder(name: string): string {
  return name.split('/').slice(-2).join('/')
}
/** The text of the files below a folder, by their path in it, sorted. */
export function lexiconSources(folder: string): Map<string, string> {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (cause) {
    throw new UserError(
      folder,
      'no readable folder',
      'a folder of lexicon files',
      'Check the path and its permissions.',
      { cause },
    )
  }
  const files = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ya?ml|tsv)$/.test(name))
  const root = relative(process.cwd(), folder) || '.'
  const shown = root.startsWith('..') ? folder : root
  return new Map(files.sort().map((name) => [`${shown}/${name}`, readFileSync(join(folder, name), 'utf8')]))
}
