import type { App, ReceiverEvent } from '@slack/bolt'
import { pino } from 'pino'
import type { Connection, SocketTimes } from '../../adapters/slack/receivers/connection.js'
import { socketReceiver } from '../../adapters/slack/receivers/socket.js'
import { createClock, type Delivery, type Slack, startSlack } from './stand-in/index.js'

type Level = 'info' | 'warn' | 'error'

/** A connection to a stand-in of Slack with nothing behind it: what comes twice is heard twice. */
export interface Station {
  readonly slack: Slack
  readonly connection: Connection
  /** The texts of the messages that came, in this order. */
  readonly heard: string[]
  /** Somebody says something; resolves once it was acknowledged, or given up for now. */
  say(text: string): Promise<Delivery>
  /** Lets the connection grow so old that the next one is made at once. */
  age(): Promise<void>
  /** How often something was logged. */
  logged(words: string, level: Level): number
}

export interface StationOptions {
  readonly times?: Partial<SocketTimes>
  /** What is done with a message before it is acknowledged. */
  readonly work?: () => Promise<unknown>
  /** What happens at Slack before the first connection. */
  readonly before?: (slack: Slack) => void
}

/** Pings come often here, and nobody waits long. */
const SHORT: Partial<SocketTimes> = { patience: 300, linger: 2000, pause: 5 }

/** How often something was logged. */
export const said = (lines: readonly string[], words: string, level: Level): number =>
  lines.filter((line) => line.includes(words) && line.includes(`"level":${pino.levels.values[level]}`)).length

/** Opens a connection for one case, and closes it whatever happens. */
export async function onStation(
  use: (station: Station) => Promise<void>,
  { times = {}, work = async () => {}, before = () => {} }: StationOptions = {},
): Promise<void> {
  const slack = await startSlack({ patience: 500, pingEvery: 50 })
  const workspace = slack.addWorkspace()
  const jana = slack.addUser(workspace)
  const channel = slack.addChannel(workspace, { members: [jana] })
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(line) })
  const { date, advance } = createClock()
  const { receiver, connection } = socketReceiver(
    { mode: 'socket', appToken: slack.app.token, apiUrl: slack.apiUrl },
    { log, clock: date },
    { ...SHORT, ...times },
  )
  const heard: string[] = []
  receiver.init({
    async processEvent({ body, ack }: ReceiverEvent) {
      heard.push(body.event.text)
      await work()
      await ack()
    },
  } as unknown as App)
  before(slack)
  try {
    await connection.start()
    await slack.sockets.connected(1)
    await use({
      ...{ slack, connection, heard },
      say: (text) => slack.say(jana, channel, text),
      age: () => advance(15_000),
      logged: (words, level) => said(lines, words, level),
    })
  } finally {
    await connection.stop()
    await slack.close()
  }
}
