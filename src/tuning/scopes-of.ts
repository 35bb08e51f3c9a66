import { cached } from '../cached.js'
import { nameOf } from '../name-of.js'
import { mondayOf } from '../own-weeks.js'
import type { ChannelAddress, Person, Scope, Store } from '../types.js'
import type { LiveLexicon } from './live-lexicon.js'

/** Answers the parts of the company in which something stands, the largest first; only where anything is set for them. */
export type ScopesOf = (person: Person, channel: ChannelAddress | null) => Promise<readonly Scope[]>

const NOWHERE: readonly Scope[] = []

/** Which units list a person is kept for a minute. */
export function createScopesOf(
  store: Pick<Store, 'unitsOf'>,
  lexicon: Pick<LiveLexicon, 'current'>,
  clock: () => Date,
  timeZone: string,
): ScopesOf {
  const unitsOf = cached(
    async (person: Person) =>
      (await store.unitsOf(person, mondayOf(clock(), timeZone))).map((unit) => `unit/${unit}`).reverse(),
    nameOf,
    { seconds: 60, most: 20_000 },
  )
  return async (person, channel) => {
    const { has } = lexicon.current()
    if (!has.units && !has.channels) return NOWHERE
    const units = has.units ? await unitsOf(person) : []
    return channel && has.channels ? [...units, channelScope(channel)] : units
  }
}

/** The scope of a channel alone. */
export const channelScope = ({ platform, tenant, channel }: ChannelAddress): Scope =>
  `channel/${platform}/${tenant}/${channel}`
