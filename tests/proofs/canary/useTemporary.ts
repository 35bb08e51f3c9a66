import { mkdirSync } from 'node:fs'

/** Lets temporary files of this process, and of SQLite, be made in a folder of their own; answers the way back. */
export function useTemporary(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const names = ['TMPDIR', 'SQLITE_TMPDIR']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = folder
  return () => {
    for (const [nth, name] of names.entries())
      if (before[nth] === undefined) delete process.env[name]
      else process.env[name] = before[nth]
  }
}
