import type { App, Receiver } from '@slack/bolt'
import type { SlackOptions, SlackSurroundings } from '../options.js'
import { type Connection, keepConnected, type SocketTimes, TIMES } from './connection.js'
import { createLine } from './line.js'

export type { Connection } from './connection.js'

/**
 * Klartext calls Slack: a WebSocket through which events come and are acknowledged.
 * @param given the times that differ from the usual
 */
export function socketReceiver(
  options: SlackOptions,
  { log, clock = () => new Date() }: SlackSurroundings,
  given: Partial<SocketTimes> = {},
): { readonly receiver: Receiver; readonly connection: Connection } {
  const times = { ...TIMES, ...given }
  let app: App
  const onNoise = () => log.warn({}, 'Slack: a frame could not be read')
  const connection = keepConnected({
    make: (onChange) => createLine({ options, times, app, onChange, onNoise }),
    ...{ times, log, clock },
  })
  const receiver: Receiver = {
    init: (given) => void (app = given),
    start: connection.start,
    stop: connection.stop,
  }
  return { receiver, connection }
}
