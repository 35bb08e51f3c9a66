import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { DefaultDeserializer, serialize } from 'node:v8'
import { arranged } from '../analyzer/arrange.js'
import { type CompiledLexicons, compileLexicons, FORMAT } from '../analyzer/compiled.js'
import { UserError } from '../errors.js'
import { packageRoot } from '../package-root.js'
import { parseLexicons, versionOf } from './parse.js'

/** The lexicons that come with Klartext. */
export const SHIPPED = join(packageRoot, 'lexicons')

// Reading YAML and compiling patterns takes seconds; the build keeps what came of it, and start-up takes it while the
// files are unchanged.
const PREPARED = join(packageRoot, 'dist', 'lexicons.bin')

interface Prepared {
  /** What wrote the file: no other reads it. */
  readonly v8: string
  readonly format: number
  /** Size and time of each file as it was: where they are the same, so is the file. */
  readonly stamps: string
  readonly lexicons: CompiledLexicons
}

/**
 * Reads and compiles every lexicon file below a folder; takes the shipped ones as a build left them, where it did.
 * @throws UserError for the first fault, as `file:line:col`
 */
export function loadLexicons(folder: string = SHIPPED): CompiledLexicons {
  return (folder === SHIPPED && prepared()) || compileLexicons(parseLexicons(lexiconSources(folder)))
}

/** Reads and compiles the shipped lexicons, and keeps what came of it for a faster start. */
export function prepareLexicons(): void {
  const stamps = stampsOf(SHIPPED)
  const parsed = parseLexicons(lexiconSources(SHIPPED))
  const texts = parsed.rules.flatMap(({ flag, allow }) => [...flag, ...allow])
  const lexicons = arranged(compileLexicons(parsed), texts)
  mkdirSync(dirname(PREPARED), { recursive: true })
  writeFileSync(
    PREPARED,
    serialize({ v8: process.versions.v8, format: FORMAT, stamps, lexicons } satisfies Prepared),
  )
}

// As documented; its types lack the method.
const Deserializer = DefaultDeserializer as new (
  file: Buffer,
) => DefaultDeserializer & { _readHostObject(): NodeJS.TypedArray }

/** Reads what was serialized so that nothing is a view of the file: one would keep all of it in memory. */
class Detaching extends Deserializer {
  readonly #file: Buffer

  constructor(file: Buffer) {
    super(file)
    this.#file = file
  }
  read(): unknown {
    this.readHeader()
    return this.readValue()
  }
  override _readHostObject(): NodeJS.TypedArray {
    const array = super._readHostObject()
    return array.buffer === this.#file.buffer ? array.slice() : array
  }
}

function prepared(): CompiledLexicons | undefined {
  if (!existsSync(PREPARED)) return undefined
  let kept: Prepared
  try {
    kept = new Detaching(readFileSync(PREPARED)).read() as Prepared
  } catch {
    // Written by another Node, or cut short: the files themselves are there.
    return undefined
  }
  if (kept.v8 !== process.versions.v8 || kept.format !== FORMAT) return undefined
  const unchanged =
    kept.stamps === stampsOf(SHIPPED) || kept.lexicons.version === versionOf(lexiconSources(SHIPPED))
  return unchanged ? kept.lexicons : undefined
}

function stampsOf(folder: string): string {
  return lexiconFiles(folder)
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })
    .join('\n')
}

/** The text of the files below a folder, by their path in it, sorted. */
export function lexiconSources(folder: string): Map<string, string> {
  const root = relative(process.cwd(), folder) || '.'
  const shown = root.startsWith('..') ? folder : root
  return new Map(
    lexiconFiles(folder).map((name) => [`${shown}/${name}`, readFileSync(join(folder, name), 'utf8')]),
  )
}

function lexiconFiles(folder: string): string[] {
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
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ya?ml|tsv)$/.test(name))
    .sort()
}
