import { unzipSync, type Zippable, zipSync } from 'fflate'

/** The earliest day that a zip can hold, so that the same files always make the same bytes. */
const NO_TIME = new Date(1980, 0, 1)

/** Files by their names, as a zip. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? Buffer.from(content) : content
  return zipSync(entries, { level: 9, mtime: NO_TIME })
}

/** Whether these bytes are a zip that holds a file of that name at its root. */
export function isZipWith(bytes: Uint8Array, name: string): boolean {
  try {
    return name in unzipSync(bytes, { filter: (file) => file.name === name })
  } catch {
    return false
  }
}
