import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scan } from './createScanner.js'

/** Bytes that left Klartext, and the canaries that may stand in them. */
interface Piece {
  readonly where: string
  readonly data: Buffer
  readonly mayHold: ReadonlySet<string>
}

/** One canary found. */
export interface Hit {
  readonly where: string
  readonly canary: string
  readonly way: string
}

const NONE: ReadonlySet<string> = new Set()

/** Everything in which canaries are looked for. */
export function createEvidence() {
  const pieces: Piece[] = []

  function add(where: string, data: Buffer | string, mayHold = NONE): void {
    pieces.push({ where, data: Buffer.from(data), mayHold })
  }

  return {
    add,
    /** All files of a folder, as they are now. */
    addFolder(where: string, folder: string): void {
      const all = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
      for (const entry of all)
        if (entry.isFile()) add(`${where}: ${entry.name}`, readFileSync(join(entry.parentPath, entry.name)))
    },
    /** How many pieces there are, and their bytes. */
    size: () => ({ pieces: pieces.length, bytes: pieces.reduce((sum, { data }) => sum + data.length, 0) }),
    /** What was found where it must not be, and how often something stood where it may. */
    search(scan: Scan): { readonly hits: readonly Hit[]; readonly allowed: number } {
      const hits: Hit[] = []
      let allowed = 0
      for (const { where, data, mayHold } of pieces)
        for (const { canary, way } of scan(data)) {
          if (mayHold.has(canary)) allowed++
          else hits.push({ where, canary, way })
        }
      return { hits, allowed }
    },
  }
}

export type Evidence = ReturnType<typeof createEvidence>
