import type { Audience, Person } from '../../src/types.js'

/** Five invented people; what they do for a living stands with the interface words. */
export const colleagues = [
  { id: 'jana', name: 'Jana Petersen', initials: 'JP', offices: [] },
  { id: 'murat', name: 'Murat Yıldız', initials: 'MY', offices: [] },
  { id: 'katrin', name: 'Katrin Vogt', initials: 'KV', offices: [] },
  { id: 'leon', name: 'Leon Adeyemi', initials: 'LA', offices: ['admin'] },
  { id: 'sofie', name: 'Sofie Lindner', initials: 'SL', offices: ['works-council'] },
] as const

export type Colleague = (typeof colleagues)[number]
export type ColleagueId = Colleague['id']

/** One channel for each audience; their names stand with the interface words. */
export const channels = [
  { id: 'team', audience: 'team' },
  { id: 'cross', audience: 'cross-team' },
  { id: 'company', audience: 'company' },
  { id: 'customers', audience: 'customer-facing' },
] as const satisfies readonly { id: string; audience: Audience }[]

export type Channel = (typeof channels)[number]
export type ChannelId = Channel['id']

/** The one tenant of the playground. */
export const tenant = 'playground'

/** The colleague as the core knows them. */
export function personOf(id: ColleagueId): Person {
  return { platform: 'playground', tenant, user: id }
}

/** Undefined where nobody has this id. */
export function findColleague(id: unknown): Colleague | undefined {
  return colleagues.find((colleague) => colleague.id === id)
}

/** Undefined where no channel has this id. */
export function findChannel(id: unknown): Channel | undefined {
  return channels.find((channel) => channel.id === id)
}
