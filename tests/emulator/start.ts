import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { packageRoot } from '../../src/package-root.js'

const folder = join(packageRoot, 'tests/emulator')
const node = join(folder, 'node_modules/.bin/node')

/** What the Web API takes and gives. */
export type Fields = Record<string, unknown>

/** One call of the Web API. */
export interface Call {
  readonly method: string
  readonly args: Readonly<Record<string, string>>
  readonly answer: Fields
}

/** A public emulator of Slack, of whose code nothing is ours. */
export interface Emulator {
  /** Such as `http://127.0.0.1:4003`. */
  readonly address: string
  /** All calls that came over the network, the oldest first; those by {@link ask} are not among them. */
  readonly calls: Call[]
  /** Calls the Web API with a token of its own. */
  ask<Answer = Fields>(token: string, method: string, args?: Fields): Promise<Answer>
  stop(): Promise<void>
}

/**
 * Starts the emulator on a free port of the loopback address. Null where it is not installed; throws where
 * KLARTEXT_REQUIRE_EMULATOR asks for it.
 * @param seed what is in the workspace, as the emulator documents under `slack`
 */
export async function startEmulator(seed: Fields): Promise<Emulator | null> {
  if (!existsSync(node)) {
    if (process.env.KLARTEXT_REQUIRE_EMULATOR) throw new Error(`no Slack emulator at ${folder}`)
    console.warn(
      '      skipped: no Slack emulator in tests/emulator; install it with npm --prefix tests/emulator ci',
    )
    return null
  }
  const child = spawn(node, [join(folder, 'server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(`${JSON.stringify(seed)}\n`)
  const lines = createInterface({ input: child.stdout })
  const [port] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the Slack emulator did not start')
    }),
  ])
  const origin = `http://127.0.0.1:${port}`
  const calls: Call[] = []
  const listener = createServer((request, response) => void pass(request, response, origin, calls))
  await once(listener.listen(0, '127.0.0.1'), 'listening')
  return {
    address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    calls,
    async ask(token, method, args = {}) {
      const response = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(args),
      })
      return response.json()
    },
    async stop() {
      listener.close()
      listener.closeAllConnections()
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** Hands a request on as it is, and writes down what was asked of the Web API. */
async function pass(request: IncomingMessage, response: ServerResponse, origin: string, calls: Call[]) {
  const body = await buffer(request)
  const { authorization, 'content-type': type } = request.headers
  const answer = await fetch(origin + request.url, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: { ...(authorization ? { authorization } : {}), ...(type ? { 'content-type': type } : {}) },
    ...(body.length > 0 ? { body } : {}),
  })
  const content = Buffer.from(await answer.arrayBuffer())
  const method = /^\/api\/([\w.]+)/.exec(request.url ?? '')?.[1]
  if (method)
    calls.push({
      method,
      args: Object.fromEntries(new URLSearchParams(body.toString())),
      answer: JSON.parse(content.toString()),
    })
  for (const name of ['content-type', 'location'])
    if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name)!)
  response.writeHead(answer.status).end(content)
}
