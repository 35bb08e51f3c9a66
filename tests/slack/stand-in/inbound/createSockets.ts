import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { AppIdentity, Attempt, Clock, Envelope, Retry } from '../types.js'
import { type Connection, createConnection } from './createConnection.js'

const MOST = 10
const HOST = 'applink-stand-in'

export interface SocketOptions {
  readonly app: AppIdentity
  readonly clock: Clock
  readonly patience: number
  readonly pingEvery: number
}

/** Socket Mode: tickets, up to ten connections, and envelopes handed to one of them. */
export function createSockets({ app, clock, patience, pingEvery }: SocketOptions) {
  const server = new WebSocketServer({ noServer: true, path: '/link/' })
  const tickets = new Set<string>()
  const open = new Set<Connection>()
  const watchers = new Set<() => void>()
  const tally = { most: 0, homeless: 0 }
  let turn = 0
  let ignored = 0

  /** Live connections that have been greeted, for a test to see. */
  const live = () => [...open].filter(({ mood }) => mood === 'live')
  const changed = () => {
    for (const watcher of [...watchers]) watcher()
  }

  server.on('connection', (ws) => {
    const connection = createConnection(ws, clock, patience, pingEvery)
    tally.most = Math.max(tally.most, server.clients.size)
    if (ignored > 0) return void ignored--
    if (open.size >= MOST) return connection.disconnect('too_many_websockets', HOST)
    open.add(connection)
    connection.closed(() => {
      open.delete(connection)
      changed()
    })
    const debug_info = { host: HOST, build_number: 1, approximate_connection_time: 18060 }
    const connection_info = { app_id: app.id }
    connection.write({ type: 'hello', num_connections: open.size, debug_info, connection_info })
    connection.ping()
    changed()
  })

  /** The next connection in turn, another one than last time where there is one. */
  function choose(not?: string): Connection | undefined {
    const all = [...open].filter(({ mood }) => mood !== 'closing')
    const others = all.filter(({ id }) => id !== not)
    const from = others.length > 0 ? others : all
    return from[turn++ % from.length]
  }

  return {
    live,
    /** Every registration, ghosts and silent ones included. */
    all: () => [...open],
    /**
     * What a test counts: how many WebSockets were open at once at most, refused ones included, and what was sent
     * while there was none to send it to. A test may set them back.
     */
    tally,
    /** A single-use address for apps.connections.open. */
    ticket(origin: string): string {
      const ticket = randomUUID()
      tickets.add(ticket)
      return `${origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${app.id}`
    },
    upgrade(req: IncomingMessage, socket: Duplex, head: Buffer) {
      const ticket = new URL(req.url ?? '', 'http://stand-in').searchParams.get('ticket')
      if (!tickets.delete(ticket ?? '')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      server.handleUpgrade(req, socket, head, (ws) => server.emit('connection', ws, req))
    },
    async send(envelope: Envelope, retry?: Retry, not?: string): Promise<Attempt & { via?: string }> {
      const connection = choose(not)
      if (connection) return { ...(await connection.send(envelope, retry)), via: connection.id }
      tally.homeless++
      return { at: clock.now(), status: 0, reason: 'connection_failed', body: undefined, headers: {}, ms: 0 }
    },
    /** Waits, in real time, until so many connections are live. */
    connected(count = 1, ms = 15_000): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error(`waited ${ms} ms for ${count}`))), ms)
        const end = (settle: () => void) => {
          clearTimeout(timer)
          watchers.delete(check)
          settle()
        }
        const check = () => live().length >= count && end(resolve)
        watchers.add(check)
        check()
      })
    },
    /** Says goodbye to one connection, or to all that are live; `grace` is the real time until the end, in ms. */
    disconnect(
      reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets',
      which: readonly Connection[] = live(),
      grace?: number,
    ) {
      for (const connection of which) connection.disconnect(reason, HOST, grace)
    },
    /** So many coming connections are opened, but never greeted. */
    ignore: (count: number) => void (ignored = count),
    /** A registration with nobody behind it, as after a lost NAT entry. */
    ghost(): Connection {
      const connection = createConnection(undefined, clock, patience, pingEvery)
      open.add(connection)
      return connection
    },
    /** Forgets a registration. */
    forget(connection: Connection) {
      connection.drop()
      open.delete(connection)
    },
    close() {
      for (const connection of open) connection.drop()
      server.close()
    },
  }
}

export type Sockets = ReturnType<typeof createSockets>
