import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where any of the words stands in the files below a folder, in plain bytes, base64, hex or UTF-16. */
export function canariesIn(folder: string, words: readonly string[]): string[] {
  const traces = words.flatMap((word) => {
    const bytes = Buffer.from(word)
    // Without its ends, which depend on what stands around it.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4),
    )
    return [
      bytes,
      Buffer.from(word, 'utf16le'),
      ...[bytes.toString('hex'), ...base64].map((text) => Buffer.from(text)),
    ]
  })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file)
      return traces.some((trace) => content.includes(trace))
    })
}
