import { UserError } from '../errors.js'

type Fault = readonly [found: string, expected: string, remedy: string]

const shut: Fault = [
  'no permission to write',
  'a folder and files that Klartext may write',
  'Give them to the user that runs Klartext (chown), or name another data folder.',
]
const broken: Fault = [
  'a file that is no database, or a damaged one',
  'a database of Klartext',
  'Move the file away to start anew, or restore it from a backup.',
]
const locked: Fault = [
  'a database that another process has locked',
  'a database for this process alone',
  'Stop the other process, a second Klartext or a tool that has the file open, and start again.',
]
const full: Fault = ['no space left', 'space for new rows', 'Free some space on this disk and start again.']
const path: Fault = [
  'a path that is no folder or cannot be made one',
  'a folder',
  'Name another data folder, or move away the file that stands in its place.',
]

/** Codes of Node and SQLite that a person can put right. */
const faults: Readonly<Record<string, Fault>> = {
  EACCES: shut,
  EPERM: shut,
  EROFS: shut,
  SQLITE_CANTOPEN: shut,
  SQLITE_PERM: shut,
  SQLITE_READONLY: shut,
  SQLITE_NOTADB: broken,
  SQLITE_CORRUPT: broken,
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  MigrationLocked: locked,
  ENOSPC: full,
  SQLITE_FULL: full,
  EEXIST: path,
  ENOENT: path,
  ENOTDIR: path,
  EISDIR: path,
}

/**
 * Turns a fault of disk or database into one its reader can mend; any other error is answered as it is.
 * @param where the file or folder
 */
export function storageFault(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const fault = faults[code]
  return fault ? new UserError(where, ...fault, { cause: error }) : error
}
