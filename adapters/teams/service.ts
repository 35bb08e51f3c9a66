import type { Vault } from '../../src/types.js'

/** Under this name the address of Teams for this company is kept. */
const SERVICE = 'teams:service'

/** Where Teams can be asked: the address from which it last called. */
export interface Service {
  /** Teams has called from this address. Resolves to whether it is the first one ever. */
  heard(url: string): Promise<boolean>
  /** Null before Teams has ever called. */
  url(): Promise<string | null>
}

export function createService(vault: () => Vault): Service {
  let known: string | null = null
  const url = async () => (known ??= await vault().read(SERVICE))
  return {
    url,
    async heard(fresh) {
      if (known === fresh) return false
      const before = await url()
      known = fresh
      if (before !== fresh) await vault().write(SERVICE, fresh)
      return before === null
    },
  }
}
