import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { storageFault } from './storage-fault.js'

/**
 * The secret that keys all pseudonyms: the one given, or that of the file `secret` in the data folder,
 * which is made on the first start (32 random bytes as hex, mode 0600).
 * @param known true where a database exists: a new secret would cut everybody off from their settings
 * @throws UserError where it is missing although there is a database, too short, or cannot be read or written
 */
export async function tenantSecret(dataDir: string, known: boolean, given?: string): Promise<string> {
  if (given !== undefined) return strong(given, 'tenant secret')
  const file = join(dataDir, 'secret')
  try {
    return strong((await readFile(file, 'utf8')).trim(), `file ${file}`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      throw storageFault(error, `file ${file}`)
  }
  if (known)
    throw new UserError(
      `file ${file}`,
      'nothing',
      'the secret that this database was made with',
      'Restore the file from a backup; or move the database away too and start anew.',
    )
  const secret = randomBytes(32).toString('hex')
  try {
    // Written beside and renamed: a crash leaves no half secret.
    await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true })
    await rename(`${file}.new`, file)
  } catch (error) {
    throw storageFault(error, `file ${file}`)
  }
  return secret
}

function strong(secret: string, where: string): string {
  if (secret.length >= 32) return secret
  throw new UserError(
    where,
    `${secret.length} characters`,
    'at least 32 characters',
    'Restore it from a backup, or for a new installation make one with `openssl rand -hex 32`.',
  )
}
