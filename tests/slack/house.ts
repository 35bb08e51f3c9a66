import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createSlack } from '../../adapters/slack/index.js'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { readConfig } from '../../src/config.js'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import {
  type Channel,
  createClock,
  type Slack,
  startSlack,
  type User,
  type Workspace,
} from './stand-in/index.js'

/** A message that gets a hint in a channel of a whole company. */
export const JARGON = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'

/** A Tuesday at eleven in Berlin. */
export const TUESDAY = new Date('2026-03-10T10:00:00Z')

/** What differs from the usual. */
export interface Given {
  readonly mode: SlackOptions['mode']
  readonly options?: Partial<SlackOptions>
  /** Options that depend on what is there; may change it, too, before Klartext starts. */
  readonly optionsFor?: (
    made: Pick<SlackHouse, 'slack' | 'workspace' | 'jana' | 'murat' | 'channel'>,
  ) => Partial<SlackOptions> | Promise<Partial<SlackOptions>>
  /** Given again after a crash, with the folder. */
  readonly slack?: Slack
  readonly folder?: string
}

/** Klartext connected to a stand-in of Slack, as it runs in a company; the clock of both stands still. */
export interface SlackHouse {
  readonly slack: Slack
  readonly klartext: Klartext
  readonly folder: string
  readonly workspace: Workspace
  readonly jana: User
  readonly murat: User
  readonly channel: Channel
  /** All that was logged, a line each. */
  readonly logged: string[]
  /** Lets the time pass on both sides. */
  pass(seconds: number): Promise<void>
  stop(): Promise<void>
}

/** Opens a company with Jana and Murat in one channel. The clock begins on a Tuesday at eleven in Berlin. */
export async function openSlackHouse({
  mode,
  options = {},
  optionsFor = () => ({}),
  slack: known,
  folder: kept,
}: Given): Promise<SlackHouse> {
  const slack = known ?? (await startSlack({ clock: createClock(TUESDAY) }))
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'klartext-slack-'))
  const workspace = slack.addWorkspace()
  const jana = slack.addUser(workspace, { name: 'jana' })
  const murat = slack.addUser(workspace, { name: 'murat' })
  const channel = slack.addChannel(workspace, { name: 'umbau', members: [jana.id, murat.id] })
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder })
  const adapter = createSlack(
    {
      mode,
      botToken: workspace.botToken,
      appToken: slack.app.token,
      signingSecret: slack.app.signingSecret,
      apiUrl: slack.apiUrl,
      audiences: new Map([[channel.id, 'company']]),
      interval: 0,
      ...options,
      ...(await optionsFor({ slack, workspace, jana, murat, channel })),
    },
    { log, clock: slack.clock.date },
  )
  const klartext = await startKlartext(config, [adapter], { log, clock: slack.clock.date, every: 20 })
  slack.http(mode === 'http' ? `${klartext.address}/slack/events` : '')
  if (mode === 'socket') await slack.sockets.connected(1)
  return {
    slack,
    klartext,
    folder,
    workspace,
    jana,
    murat,
    channel,
    logged,
    async pass(seconds) {
      await slack.clock.advance(seconds * 1000)
      // A round of the delivery, and what it begins.
      await new Promise((resolve) => setTimeout(resolve, 60))
      await slack.settled()
    },
    async stop() {
      await klartext.stop()
      await slack.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
