import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../package-root.js'
import { parseReserved, type Reserved } from './reserved.js'

/** Where the reserved terms stand, for people to read. */
export const RESERVED = join(packageRoot, 'lexicons', 'reserved.txt')

/**
 * Reads the reserved terms that come with Klartext.
 * @returns what answers the line that a term meets, and 16 hexadecimal digits that change with the file
 */
export function loadReserved(): { readonly reserved: Reserved; readonly hash: string } {
  const text = readFileSync(RESERVED, 'utf8')
  return { reserved: parseReserved(text), hash: createHash('sha256').update(text).digest('hex').slice(0, 16) }
}
