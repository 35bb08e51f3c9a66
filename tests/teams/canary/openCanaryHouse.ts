import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '../../../src/types.js'
import { type Breakage, createBreakage } from '../../proofs/canary/createBreakage.js'
import type { Canaries } from '../../proofs/canary/createCanaries.js'
import { useTemporary } from '../../proofs/canary/useTemporary.js'
import { type AnswerWatch, watchAnswers } from '../../proofs/canary/watchAnswers.js'
import { type FetchWatch, watchFetch } from '../../proofs/canary/watchFetch.js'
import { type OutputWatch, watchOutput } from '../../proofs/canary/watchOutput.js'
import { openTeamsHouse, TUESDAY } from '../house.js'
import { type Channel, createClock, startTeams, type Team, type Teams, type User } from '../stand-in/index.js'
import { ofConnector } from './misfortunes.js'
import { only } from './stages.js'

/** Klartext in a company whose every name is a canary, watched from all sides. */
export interface CanaryHouse {
  readonly teams: Teams
  readonly team: Team
  /** Takes part, without limits. */
  readonly jana: User
  /** Does not. */
  readonly murat: User
  readonly channel: Channel
  /** Is never read. */
  readonly closed: Channel
  readonly canaries: Canaries
  readonly breakage: Breakage
  readonly answers: AnswerWatch
  readonly fetches: FetchWatch
  readonly output: OutputWatch
  /** All that was logged, a line each; level debug. */
  readonly logged: readonly string[]
  /** Holds the data folder, and the folder for temporary files. */
  readonly folder: string
  pass(seconds: number): Promise<void>
  /** Lets Klartext ask about the team anew. */
  forgetTeam(): void
  stop(): Promise<void>
  /** Takes away the watches and the folders. */
  end(): Promise<void>
}

/** What Klartext asks for, by the address. */
function methodOf(url: string): string | null {
  const { pathname } = new URL(url)
  if (pathname.startsWith('/emea/')) return 'connector'
  if (pathname.endsWith('/oauth2/v2.0/token')) return 'token'
  return pathname.includes('/.well-known/') ? 'keys' : null
}

/** Opens it; at the first message, Microsoft cannot be asked for its keys. */
export async function openCanaryHouse(canaries: Canaries): Promise<CanaryHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-canary-'))
  const restore = useTemporary(join(folder, 'temp'))
  const output = watchOutput()
  const answers = await watchAnswers()
  const fetches = watchFetch(methodOf)
  const [, repeats] = ofConnector(canaries.latest)[0]!
  fetches.misfortune = only('keys', repeats)
  const teams = await startTeams({
    patience: 20_000,
    clock: createClock(TUESDAY),
    // Whether cards can be shown is judged elsewhere.
    cardFaults: () => [],
    app: { secret: canaries.secret('the app secret') },
  })
  const breakage = createBreakage(canaries.latest)
  let core: Core | undefined
  const place = settle(teams, canaries)
  const { klartext, logged, pass } = await openTeamsHouse({
    teams,
    folder: join(folder, 'data'),
    around: breakage.around,
    wrap: (given) => (core = breakage.wrap(given)),
    options: { audiences: new Map([[place.channel.id, 'company']]), teams: [place.team.id] },
  })
  fetches.misfortune = null
  // Klartext asks for the keys again only after a second of the machine's clock.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  answers.before(klartext.address)
  teams.http(`${answers.address}/teams/messages`)
  await teams.installIn(place.team)
  for (const user of [place.jana, place.murat]) await teams.installFor(user)
  await teams.write(place.jana, 'an')
  const free = { maxPerDay: 1_000_000, minutesBetween: 0, quietFrom: '00:00', quietTo: '00:00' }
  const jana = { platform: 'teams', tenant: teams.tenant, user: place.jana.aadObjectId } as const
  await core!.change(jana, free)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= klartext.stop())
  return {
    ...{ ...place, teams, canaries, breakage, answers, fetches, output, logged, folder, pass, stop },
    forgetTeam: () => void teams.event(place.channel, 'teamRenamed', place.murat),
    async end() {
      await stop()
      fetches.end()
      await teams.close()
      await answers.end()
      output.end()
      restore()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A team, its people and its channels. */
function settle(teams: Teams, { plain, sharp }: Canaries) {
  const jana = teams.addUser({ name: plain('her name'), email: `${plain('her address')}@example.com` })
  const murat = teams.addUser({ name: sharp('his name') })
  const team = teams.addTeam({ name: plain('the name of the team'), members: [jana, murat] })
  const channel = teams.addChannel(team, { name: sharp('the name of the channel') })
  const name = `Betriebsrat ${plain('the name of the closed channel')}`
  const closed = teams.addChannel(team, { name, type: 'private' })
  return { team, jana, murat, channel, closed }
}
