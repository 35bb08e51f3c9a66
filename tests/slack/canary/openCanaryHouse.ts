import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlackOptions } from '../../../adapters/slack/options.js'
import { type Breakage, createBreakage } from '../../proofs/canary/createBreakage.js'
import type { Canaries } from '../../proofs/canary/createCanaries.js'
import { useTemporary } from '../../proofs/canary/useTemporary.js'
import { type AnswerWatch, watchAnswers } from '../../proofs/canary/watchAnswers.js'
import { type FetchWatch, watchFetch } from '../../proofs/canary/watchFetch.js'
import { type OutputWatch, watchOutput } from '../../proofs/canary/watchOutput.js'
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
import { misfortunes } from './misfortunes.js'
import { watchSockets } from './watchSockets.js'

/** Klartext in a company whose every name is a canary, watched from all sides. */
export interface CanaryHouse extends Connected {
  readonly mode: SlackOptions['mode']
  readonly slack: Slack
  readonly workspace: Workspace
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
  /** Holds the data folder, and the folder for temporary files. */
  readonly folder: string
  pass(seconds: number): Promise<void>
  /** Does some work; where Socket Mode waits for an answer that never comes, Slack's three seconds pass at once. */
  hurry<T>(work: Promise<T>): Promise<T>
  stop(): Promise<void>
  /** Takes away the watches and the folders. */
  end(): Promise<void>
}

/** Opens it: over HTTP installed by OAuth, over Socket Mode with the tokens of the environment. */
export async function openCanaryHouse(mode: SlackOptions['mode'], canaries: Canaries): Promise<CanaryHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-canary-'))
  const restore = useTemporary(join(folder, 'temp'))
  const output = watchOutput()
  const answers = await watchAnswers()
  const endSockets = watchSockets(answers)
  const fetches = watchFetch((url) => /\/api\/([\w.]+)$/.exec(new URL(url).pathname)?.[1] ?? null)
  // What is asked at the start fails with what nobody should repeat.
  const [, repeats] = misfortunes(canaries.latest)[0]!
  fetches.misfortune = (call, real) =>
    /^(?:usergroups|oauth)\./.test(call.method) ? repeats(call, real) : real()
  const slack = await startSlack({
    patience: 20_000,
    clock: createClock(new Date('2026-03-10T10:00:00Z')),
    app: {
      token: `xapp-1-${canaries.plain('the app-level token')}`,
      signingSecret: canaries.secret('the signing secret'),
      clientSecret: canaries.secret('the client secret'),
    },
  })
  const place = settle(slack, canaries)
  const breakage = createBreakage(canaries.latest)
  const { clientId, clientSecret } = slack.app
  const identity =
    mode === 'http'
      ? { oauth: { clientId, clientSecret, url: PUBLIC } }
      : { botToken: place.workspace.botToken }
  const options = { mode, ...identity, audiences: new Map([[place.channel.id, 'company' as const]]) }
  const connected = await connectKlartext(
    slack,
    join(folder, 'data'),
    { ...options, admins: [place.jana.id], teams: ['S0TEAM'] },
    breakage,
  )
  answers.before(connected.klartext.address)
  if (mode === 'http') {
    slack.http(`${answers.address}/slack/events`)
    await assert.rejects(installByOauth(slack, answers.address, place.workspace))
    fetches.misfortune = null
    await installByOauth(slack, answers.address, place.workspace)
  }
  const free = { maxPerDay: 1_000_000, minutesBetween: 0, quietFrom: '00:00', quietTo: '00:00' }
  const jana = { platform: 'slack', tenant: place.workspace.id, user: place.jana.id } as const
  await connected.core.change(jana, { optedIn: true, ...free })
  /** How much has happened so far. */
  const progress = () => answers.answers.length + fetches.calls.length
  async function hurry<T>(work: Promise<T>): Promise<T> {
    let last = -1
    const tick = setInterval(() => {
      if (progress() === last && mode === 'socket') void slack.clock.advance(3000)
      last = progress()
    }, 60)
    return work.finally(() => clearInterval(tick))
  }
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= connected.klartext.stop())
  async function pass(seconds: number): Promise<void> {
    await slack.clock.advance(seconds * 1000)
    await new Promise((resolve) => setTimeout(resolve, 80))
    await slack.settled()
  }
  return {
    ...{ ...connected, ...place, mode, slack, canaries, breakage, answers, fetches, output, folder, hurry },
    pass: (seconds) => hurry(pass(seconds)),
    stop,
    async end() {
      await stop()
      fetches.end()
      await slack.close()
      endSockets()
      await answers.end()
      output.end()
      restore()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A workspace, its people and its channels. */
function settle(slack: Slack, { plain, sharp }: Canaries) {
  const workspace = slack.addWorkspace({
    name: plain('the name of the workspace'),
    domain: 'works',
    botToken: `xoxb-1-${plain('the bot token')}`,
  })
  const person = (who: string) => {
    const profile = { real_name: sharp(`${who}'s full name`), display_name: plain(`${who}'s short name`) }
    return slack.addUser(workspace, { name: plain(`${who}'s name`), profile: { ...profile, profile } })
  }
  const [jana, murat] = [person('Jana'), person('Murat')]
  const members = [jana, murat]
  const channel = slack.addChannel(workspace, { name: plain('the name of the channel'), members })
  const name = `betriebsrat-${plain('the name of the closed channel')}`
  return { workspace, jana, murat, channel, closed: slack.addChannel(workspace, { name, members }) }
}
