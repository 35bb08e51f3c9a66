import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createTeams } from '../../adapters/teams/index.js'
import type { TeamsOptions } from '../../adapters/teams/options.js'
import { readConfig } from '../../src/config.js'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import type { Core, Store } from '../../src/types.js'
import { type Channel, createClock, startTeams, type Team, type Teams, type User } from './stand-in/index.js'

/** A message that gets a hint in a channel of a whole company. */
export const JARGON = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'

/** A Tuesday at eleven in Berlin. */
export const TUESDAY = new Date('2026-03-10T10:00:00Z')

/** What differs from the usual. */
export interface Given {
  readonly options?: Partial<TeamsOptions>
  /** Options that depend on what is there; may change it, too, before Klartext starts. */
  readonly optionsFor?: (
    made: Pick<TeamsHouse, 'teams' | 'team' | 'jana' | 'murat' | 'channel'>,
  ) => Partial<TeamsOptions>
  /** Given again after a crash, with the folder. */
  readonly teams?: Teams
  readonly folder?: string
  /** What the adapter gets in place of the core. */
  readonly wrap?: (core: Core) => Core
  /** What everything else gets in place of the store. */
  readonly around?: (store: Store) => Store
}

/** Klartext connected to a stand-in of Teams, as it runs in a company; the clock of both stands still. */
export interface TeamsHouse {
  readonly teams: Teams
  readonly klartext: Klartext
  readonly folder: string
  readonly team: Team
  readonly channel: Channel
  readonly jana: User
  readonly murat: User
  /** All that was logged, a line each. */
  readonly logged: string[]
  /** Lets the time pass on both sides. */
  pass(seconds: number): Promise<void>
  stop(): Promise<void>
}

/** Opens a company with Jana and Murat in one team. The clock begins on a Tuesday at eleven in Berlin. */
export async function openTeamsHouse({
  options = {},
  optionsFor = () => ({}),
  teams: known,
  folder: kept,
  wrap = (core) => core,
  ...between
}: Given = {}): Promise<TeamsHouse> {
  const teams = known ?? (await startTeams({ clock: createClock(TUESDAY) }))
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'klartext-teams-'))
  const jana = teams.addUser({ name: 'Jana' })
  const murat = teams.addUser({ name: 'Murat' })
  const team = teams.addTeam({ name: 'Umbau', members: [jana, murat] })
  const channel = teams.addChannel(team, { name: 'Station 4' })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder })
  const { app, tenant, clock, origin } = teams
  const adapter = createTeams(
    {
      appId: app.id,
      appSecret: app.secret,
      tenant,
      standIn: origin,
      unpaced: true,
      audiences: new Map([[channel.id, 'company']]),
      ...options,
      ...optionsFor({ teams, team, jana, murat, channel }),
    },
    { log, clock: clock.date },
  )
  const wrapped = { ...adapter, start: (core: Core) => adapter.start(wrap(core)) }
  const klartext = await startKlartext(config, [wrapped], { log, clock: clock.date, every: 20, ...between })
  teams.http(`${klartext.address}/teams/messages`)
  await teams.installIn(team)
  return {
    ...{ teams, klartext, folder, team, channel, jana, murat, logged },
    async pass(seconds) {
      await clock.advance(seconds * 1000)
      // A round of the delivery, and what it begins.
      await new Promise((resolve) => setTimeout(resolve, 60))
      await teams.settled()
    },
    async stop() {
      await klartext.stop()
      await teams.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
