import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COLOR_ICON, type ManifestOptions, manifest, OUTLINE_ICON, translation } from './manifest.js'
import { zip } from './zip.js'

/** Of two places the one that is there: a build leaves these files beside the source. */
const place = (...paths: readonly string[]) =>
  paths.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path))!

const icons = place('./public', '../../../adapters/teams/public')
const { version } = JSON.parse(readFileSync(place('../../package.json', '../../../package.json'), 'utf8'))

const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`

/** The app package for Teams: a zip with manifest, translation and icons, byte for byte the same for the same options. */
export function appPackage(options: Omit<ManifestOptions, 'version'>): Uint8Array {
  const { file, strings } = translation(options.language)
  // Teams takes three numbers and nothing behind them.
  const numbers = /^\d+\.\d+\.\d+/.exec(version)![0]
  return zip({
    'manifest.json': json(manifest({ ...options, version: numbers })),
    [file]: json(strings),
    [COLOR_ICON]: readFileSync(join(icons, COLOR_ICON)),
    [OUTLINE_ICON]: readFileSync(join(icons, OUTLINE_ICON)),
  })
}
