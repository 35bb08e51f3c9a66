import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlackOptions } from '../../../adapters/slack/options.js'
import type { Audience, Person } from '../../../src/types.js'
import type { Seeded } from '../../proofs/seeded.js'
import { KINDS, type Kind } from '../../proofs/shuffled/happenings.js'
import { type Connected, connectKlartext } from '../connectKlartext.js'
import { installByOauth, PUBLIC } from '../installByOauth.js'
import {
  type Channel,
  createClock,
  type Slack,
  startSlack,
  type User,
  type Workspace,
} from '../stand-in/index.js'

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

/** Two workspaces whose people and channels have the same ids, each with its own bot token. */
export interface Town extends Connected {
  readonly slack: Slack
  readonly folder: string
  readonly workspaces: readonly Workspace[]
  readonly people: readonly Citizen[]
  readonly places: readonly Place[]
  stop(): Promise<void>
}

const PEOPLE = 40

/** Id, kind, and name in each of the two; who reads it, in each of the two. */
const CHANNELS: readonly [string, Channel['kind'], readonly string[], readonly (Audience | null)[]][] = [
  ['C0UMBAU', 'channel', ['umbau', 'umbau'], ['company', 'company']],
  ['C0PLAN', 'group', ['planung', 'betriebsrat'], ['team', null]],
  ['C0MAVNORD', 'channel', ['mav-nord', 'einkauf'], [null, 'team']],
  ['C0PRIVAT', 'channel', ['lieber-nicht', 'lieber-nicht'], [null, null]],
  ['C0KUNDEN', 'channel', ['mit-kunden', 'mit-kunden'], ['customer-facing', 'customer-facing']],
  ['G0DREI', 'mpim', ['mpdm-drei', 'mpdm-drei'], [null, null]],
]

/** Opens the town on a Tuesday at eleven in Berlin; the clock stands still. */
export async function openTown(mode: SlackOptions['mode'], random: Seeded): Promise<Town> {
  const slack = await startSlack({ patience: 20_000, clock: createClock(new Date('2026-03-10T10:00:00Z')) })
  const folder = mkdtempSync(join(tmpdir(), 'klartext-town-'))
  const { clientId, clientSecret } = slack.app
  const connected = await connectKlartext(slack, folder, {
    mode,
    oauth: { clientId, clientSecret, url: PUBLIC },
    notIn: ['C0PRIVAT'],
    sharedChannels: true,
    audiences: new Map([['C0UMBAU', 'company']]),
  })
  const workspaces = ['T0NORD', 'T0SUED'].map((id) => slack.addWorkspace({ id, scopes: null }))
  const [people, places]: [Citizen[], Place[]] = [[], []]
  for (const [which, workspace] of workspaces.entries()) {
    await installByOauth(slack, connected.klartext.address, workspace)
    const local = settle(slack, workspace, random)
    people.push(...local)
    const members = local.map(({ user }) => user)
    for (const [id, kind, names, audiences] of CHANNELS) {
      const more = { id, kind, name: names[which]!, members, isExtShared: id === 'C0KUNDEN' }
      places.push({ channel: slack.addChannel(workspace, more), audience: audiences[which]! })
    }
  }
  for (const citizen of people) await decide(connected, citizen)
  return {
    ...{ ...connected, slack, folder, workspaces, people, places },
    async stop() {
      await connected.klartext.stop()
      await slack.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Fills a workspace: the same ids everywhere, but who takes part differs. */
function settle(slack: Slack, workspace: Workspace, random: Seeded): Citizen[] {
  const people = Array.from({ length: PEOPLE }, (_, nth): Citizen => {
    const kind = KINDS[nth] ?? random.pick(KINDS)
    return { kind, user: slack.addUser(workspace, { id: `U0P${nth}` }) }
  })
  const guest = slack.addUser(workspace, { id: 'U0GUEST', team: 'T0ELSE' })
  const bot = slack.addUser(workspace, { id: 'U0ROBOT', isBot: true })
  return [...people, { kind: 'foreign', user: guest }, { kind: 'bot', user: bot }]
}

/** Somebody, as Klartext knows them. */
export const personOf = ({ workspace, id }: User): Person => ({
  ...{ platform: 'slack', tenant: workspace.id, user: id },
})

/** Lets somebody decide for or against taking part. */
async function decide({ core }: Connected, { kind, user }: Citizen): Promise<void> {
  const person = personOf(user)
  const free = { maxPerDay: 1_000_000, minutesBetween: 0, quietFrom: '00:00', quietTo: '00:00' }
  // A guest may have worked here before; what they write as a guest is not read all the same.
  if (kind === 'free' || kind === 'foreign') await core.change(person, { optedIn: true, ...free })
  if (kind === 'limited' || kind === 'left') await core.change(person, { optedIn: true })
  if (kind === 'left') await core.change(person, { optedIn: false })
}
