/**
 * Klartext as it runs in a company, but for its clock, which runs ahead as it is told, and for its failpoints, at one
 * of which it kills itself. Its first message is an {@link Order}; each further one an {@link Ahead}, which it repeats
 * when it has done what there is to do by then.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, pino } from 'pino'
import type { SlackOptions } from '../../../adapters/slack/options.js'
import type { TeamsOptions } from '../../../adapters/teams/options.js'
import { startKlartext } from '../../../src/klartext.js'
import type { Adapter, Core, NudgeState } from '../../../src/types.js'
import { activity, arm, withPoints } from './reach.js'
import { watchSql } from './watchSql.js'

/** How the platform is connected, with its options. */
export type Connection =
  | { readonly platform: 'slack'; readonly options: SlackOptions }
  | { readonly platform: 'teams'; readonly options: TeamsOptions }

/** What the process is to do. */
export interface Order {
  readonly folder: string
  readonly connection: Connection
  /** A failpoint and on which passing; null where it is to live. */
  readonly dieAt: { readonly point: string; readonly passing: number } | null
  readonly ahead: number
}

/** By how many milliseconds the platform's clock is ahead of this computer's. */
export interface Ahead {
  readonly ahead: number
}

let ahead = 0
const clock = () => new Date(Date.now() + ahead)

async function start(order: Order): Promise<void> {
  ahead = order.ahead
  if (order.dieAt) arm(order.dieAt.point, order.dieAt.passing)
  watchSql()
  const log = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }))
  const { connection, folder } = order
  const adapter = await connect(connection, { log, clock })
  const config = {
    port: 0,
    dataDir: folder,
    timeZone: 'Europe/Berlin',
    settleSeconds: undefined,
    nudgeDays: 2,
    summaryPeople: 7,
    summaryNoise: false,
  }
  const klartext = await startKlartext(config, [watched(adapter)], {
    log,
    clock,
    every: 20,
    around: (store) =>
      withPoints(store, (name, args) => (name === 'settle' ? `settle ${stateOf(args)}` : name)),
  })
  process.once('SIGTERM', () => void klartext.stop().then(() => process.exit(0)))
  process.send?.({ address: klartext.address })
}

const stateOf = (args: readonly unknown[]) => args[1] as NudgeState

/** Only what is needed is loaded. */
async function connect(
  connection: Connection,
  surroundings: { readonly log: Logger; readonly clock: () => Date },
): Promise<Adapter> {
  if (connection.platform === 'slack') {
    const { createSlack } = await import('../../../adapters/slack/index.js')
    return createSlack(connection.options, surroundings)
  }
  const { createTeams } = await import('../../../adapters/teams/index.js')
  return createTeams(connection.options, surroundings)
}

function watched(adapter: Adapter): Adapter {
  const { deliver, retract, find } = adapter
  return {
    ...adapter,
    ...withPoints({ deliver, retract, ...(find ? { find } : {}) }),
    start: ({ handle, deleted, ...core }: Core) =>
      adapter.start({ ...core, ...withPoints({ handle, deleted }) }),
  }
}

/** Until two rounds have passed and nothing is under way. */
async function rest(): Promise<void> {
  const { rounds } = activity
  while (activity.rounds < rounds + 2 || activity.underWay > 0) await sleep(5)
}

process.once('message', (order: Order) => {
  process.on('message', async (later: Ahead) => {
    ahead = later.ahead
    await rest()
    process.send?.(later)
  })
  start(order).catch((error) => {
    console.error(error)
    process.exit(1)
  })
})
// Nobody is left to tell it anything.
process.on('disconnect', () => process.exit(2))
process.send?.({ loaded: true })
