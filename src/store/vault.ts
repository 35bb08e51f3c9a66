import { UserError } from '../errors.js'
import type { Vault } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { seal, sealingKey, unseal } from './seal.js'

/** The longest value, sealed. */
const LONGEST = 4096

/** Keeps tokens and the like sealed; see `Vault`. */
export function vault({ db, reads, secret, scrub }: Database): Vault {
  const key = sealingKey(secret)

  const sealedOf = async (name: string): Promise<string | null> => {
    const row: { sealed: string } | undefined = await reads('vault')
      .where({ name: checkId('name', name) })
      .first('sealed')
    return row?.sealed ?? null
  }

  function rowOf(name: string, value: string): { readonly sealed: string; readonly at: number } {
    const sealed = seal(key, checkId('name', name), value)
    if (sealed.length > LONGEST)
      throw new UserError(
        'stored value "sealed"',
        `${sealed.length} characters`,
        `at most ${LONGEST}`,
        'The adapter must keep less under one name.',
      )
    return { sealed, at: Date.now() }
  }

  return {
    async read(name) {
      const sealed = await sealedOf(name)
      return sealed === null ? null : unseal(key, name, sealed)
    },

    async write(name, value) {
      const row = rowOf(name, value)
      await db('vault')
        .insert({ name, ...row })
        .onConflict('name')
        .merge(row)
    },

    async replace(name, before, value) {
      const sealed = await sealedOf(name)
      if (sealed === null || unseal(key, name, sealed) !== before) return false
      // One statement that tests it again. What is sealed is another each time, the same value too.
      return (await db('vault').where({ name, sealed }).update(rowOf(name, value))) > 0
    },

    async remove(name) {
      const removed = await db('vault')
        .where({ name: checkId('name', name) })
        .del()
      // Sealed, but the secret may lie in the next file.
      if (removed > 0) await scrub(db)
    },

    async names(prefix) {
      // Not in the query: each database has its own idea of what begins with what.
      const names: string[] = await reads('vault').pluck('name')
      return names.filter((name) => name.startsWith(prefix)).sort()
    },
  }
}
