import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Audience, Core, Person } from '../../../src/types.js'
import type { Seeded } from '../../proofs/seeded.js'
import { KINDS, type Kind } from '../../proofs/shuffled/happenings.js'
import { openTeamsHouse, TUESDAY } from '../house.js'
import { type Channel, createClock, startTeams, type Teams, type User } from '../stand-in/index.js'
import { createTrouble, type Trouble } from './createTrouble.js'

export interface Citizen {
  readonly user: User
  readonly kind: Kind
}

/** A channel with what Klartext should make of it. */
export interface Place {
  readonly channel: Channel
  /** Null where Klartext must not read. */
  readonly audience: Audience | null
}

/** A company in Teams. */
export interface Town {
  readonly teams: Teams
  readonly folder: string
  /** What the adapter works with. */
  readonly core: Core
  readonly people: readonly Citizen[]
  readonly places: readonly Place[]
  readonly trouble: Trouble
  stop(): Promise<void>
}

const PEOPLE = 50
/** The directory of a company that shares channels with this one. */
const ELSEWHERE = '99999999-8888-4777-8666-555555555555'

type Row = readonly [team: string, channel: string, audience: Audience | null, more?: Partial<Channel>]

/** In which team a channel is, and who reads it. */
const CHANNELS: readonly Row[] = [
  ['Umbau', 'Station 4', 'company'],
  ['Umbau', 'Planung', 'team'],
  ['Umbau', 'Leitung', 'team', { type: 'private' }],
  ['Umbau', 'Mit Kunden', 'customer-facing', { type: 'shared' }],
  ['Umbau', 'Betriebsrat', null],
  ['Umbau', 'Lieber nicht', null],
  ['MAV Nord', 'Einkauf', null],
  // Has not installed Klartext: Teams would tell nothing of it.
  ['Ferne', 'Umschau', null],
]

/** Opens the town on a Tuesday at eleven in Berlin; the clock stands still. */
export async function openTown(random: Seeded): Promise<Town> {
  // Whether cards can be shown is judged elsewhere.
  const teams = await startTeams({
    patience: 20_000,
    clock: createClock(TUESDAY),
    cardFaults: () => [],
  })
  const folder = mkdtempSync(join(tmpdir(), 'klartext-town-'))
  const people = Array.from({ length: PEOPLE }, (_, nth): Citizen => {
    const kind = KINDS[nth] ?? random.pick(KINDS)
    return { kind, user: teams.addUser({ name: `Person ${nth}` }) }
  })
  const guest = teams.addUser({ name: 'Gast', guest: true, tenant: ELSEWHERE })
  people.push({ kind: 'foreign', user: guest }, { kind: 'bot', user: teams.addUser({ name: 'Robot' }) })
  const members = people.map(({ user }) => user)
  const groups = new Map(
    [...new Set(CHANNELS.map(([team]) => team))].map((name) => [name, teams.addTeam({ name, members })]),
  )
  const places = CHANNELS.map(([team, name, audience, more = {}]): Place => {
    const channel = teams.addChannel(groups.get(team)!, { name, ...more, members })
    return { channel, audience }
  })
  const umbau = groups.get('Umbau')!
  places.push({ channel: umbau.general, audience: 'team' })

  const named = (name: string) => places.find(({ channel }) => channel.name === name)!.channel.id
  const trouble = createTrouble(random)
  let core: Core | undefined
  const house = await openTeamsHouse({
    teams,
    folder,
    around: trouble.around,
    wrap: (given) => (core = given),
    options: {
      notIn: [named('Lieber nicht')],
      sharedChannels: true,
      audiences: new Map([[named('Station 4'), 'company']]),
    },
  })
  for (const team of [umbau, groups.get('MAV Nord')!]) await teams.installIn(team)
  for (const citizen of people) await decide(teams, core!, citizen)
  return { teams, folder, core: core!, people, places, trouble, stop: house.stop }
}

/** Somebody, as Klartext knows them. */
export const personOf = ({ tenant }: Teams, { aadObjectId }: User): Person => ({
  ...{ platform: 'teams', tenant, user: aadObjectId },
})

/** Lets somebody decide for or against taking part, in their own chat. */
async function decide(teams: Teams, core: Core, { kind, user }: Citizen): Promise<void> {
  const free = { maxPerDay: 1_000_000, minutesBetween: 0, quietFrom: '00:00', quietTo: '00:00' }
  if (kind === 'bot') return
  await teams.installFor(user)
  if (kind === 'never') return
  // A guest may have worked here before; what they write as a guest is not read all the same.
  await teams.write(user, 'an')
  if (kind === 'free' || kind === 'foreign') await core.change(personOf(teams, user), free)
  if (kind === 'left') await teams.write(user, 'aus')
}
