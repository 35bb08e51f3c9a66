import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createPlayground } from '../../adapters/playground/index.js'
import { createFakeCore } from './fakeCore.js'

export interface Answered {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Real HTTP on 127.0.0.1; unlike fetch it lets a test set Host, Origin and Sec-Fetch-Site. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (text += chunk))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }))
      res.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** A playground with the fake core on an ephemeral port. */
export async function serve(clock = () => new Date('2026-03-10T09:30:00')) {
  const playground = createPlayground({ clock })
  const fake = createFakeCore(playground)
  await playground.start(fake.core)
  const app = express()
  app.use(playground.routes!)
  app.get('/elsewhere', (_req, res) => void res.send('not ours'))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const where = (as: string, more = '') => `as=${as}&in=team&lang=de${more}`

  return {
    ...fake,
    playground,
    port,
    origin: `http://127.0.0.1:${port}`,
    get: (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers }),
    /** The chat as somebody sees it. */
    page: async (as: string, more = '') => (await ask(port, `/?${where(as, more)}`)).text,
    /** As htmx posts it from this very page. */
    post: (path: string, as: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(port, `/playground/${path}?${where(as)}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': 'same-origin',
          'HX-Request': 'true',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      }),
    /** Everything that comes through somebody's stream, as it grows. */
    async stream(as: string) {
      let text = ''
      const asked = request({
        host: '127.0.0.1',
        port,
        path: `/playground/stream?${where(as)}`,
        agent: false,
      })
      const res = await new Promise<IncomingMessage>((resolve, reject) => {
        asked.on('response', resolve).on('error', reject).end()
      })
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (text += chunk))
      res.on('error', () => {})
      return {
        text: () => text,
        events: () => [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1]),
        close: () => asked.destroy(),
      }
    },
    async close() {
      await playground.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Served = Awaited<ReturnType<typeof serve>>

/** The id of the newest message on a page, as its writer sees it. */
export function newestPost(html: string): string {
  return [...html.matchAll(/id="post-([^"]+)"/g)].at(-1)?.[1] ?? ''
}

/** The id of the newest card on a page. */
export function newestCard(html: string): string {
  return [...html.matchAll(/id="(card-[0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
}

/** Waits until something holds, at most two seconds. */
export async function until(holds: () => boolean) {
  for (let tries = 0; tries < 200 && !holds(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  if (!holds()) throw new Error('waited two seconds in vain')
}
