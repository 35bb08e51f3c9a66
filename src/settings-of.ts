import { DEFAULT_SETTINGS } from './coaching/settings.js'
import type { Adapter, Person, PlatformName, Settings, Store } from './types.js'

/** Looks up what a person has set, over the platform's defaults, over ours. */
export function createSettingsOf(
  store: Pick<Store, 'settings'>,
  adapters: ReadonlyMap<PlatformName, Pick<Adapter, 'defaults'>>,
) {
  return async (person: Person): Promise<Settings> => ({
    ...DEFAULT_SETTINGS,
    ...adapters.get(person.platform)?.defaults,
    ...(await store.settings(person)),
  })
}
