import { type Cached, type CacheLimits, cached } from './cached.js'
import { DEFAULT_SETTINGS } from './coaching/settings.js'
import { nameOf } from './name-of.js'
import type { Adapter, Person, PlatformName, Settings, Store } from './types.js'

/** Looks up what a person has set; whoever changes it in the store must `forget` it here. */
export type SettingsOf = Cached<Person, Settings>

/**
 * Looks up what a person has set, over the platform's defaults, over ours. Kept in memory: a message of somebody who
 * has not opted in asks nothing of the database.
 */
export function createSettingsOf(
  store: Pick<Store, 'settings'>,
  adapters: ReadonlyMap<PlatformName, Pick<Adapter, 'defaults'>>,
  limits: Partial<CacheLimits> = {},
): SettingsOf {
  const load = async (person: Person): Promise<Settings> => ({
    ...DEFAULT_SETTINGS,
    ...adapters.get(person.platform)?.defaults,
    ...(await store.settings(person)),
  })
  return cached(load, nameOf, { seconds: 30, most: 20_000, ...limits })
}
