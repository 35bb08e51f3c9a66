import { access, constants, mkdir, readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { storageFault } from './storage-fault.js'

/**
 * Makes the data folder where it is missing, for its owner alone; an existing one is left as it is.
 * @throws UserError where it cannot be made, is no folder or cannot be written
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await make(dataDir)
    await readdir(dataDir)
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw storageFault(error, `data folder ${dataDir}`)
  }
}

/** Not mkdir's own `recursive`: it tries for ever where a folder can hold no other, such as /proc. */
async function make(folder: string): Promise<void> {
  const code = await tryMake(folder)
  if (code !== 'ENOENT' || dirname(folder) === folder) return
  await make(dirname(folder))
  await tryMake(folder)
}

/** Answers the code of what went wrong; the caller finds out by using the folder. */
const tryMake = (folder: string) =>
  mkdir(folder, { mode: 0o700 }).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  )
