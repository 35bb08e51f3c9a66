import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'

/** One answer of Klartext, with the canaries of the request that it may repeat. */
export interface Answer {
  readonly request: string
  readonly answer: string
}

/** Keeps what Klartext answers: over HTTP as a proxy before it, over Socket Mode as it arrives at the stand-in. */
export interface AnswerWatch {
  readonly answers: readonly Answer[]
  /** What Klartext was asked, whether or not it answered. */
  readonly asked: readonly string[]
  /** Stands before this address from now on. */
  before(target: string): void
  /** Where the proxy listens. */
  readonly address: string
  end(): Promise<void>
}

/** Starts the watch; only one at a time. */
export async function watchAnswers(): Promise<AnswerWatch> {
  const answers: Answer[] = []
  const requests: string[] = []
  let target = ''
  const server = createServer((asked, back) => {
    const sent: Buffer[] = []
    const { method, url = '', headers } = asked
    const onward = request(target + url, { method, headers, agent: false }, (answer) => {
      const got: Buffer[] = []
      back.writeHead(answer.statusCode ?? 0, answer.rawHeaders)
      answer.on('data', (chunk: Buffer) => got.push(chunk) && back.write(chunk))
      answer.on('end', () => {
        back.end()
        const head = `${answer.statusCode} ${answer.rawHeaders.join('\n')}`
        const body = Buffer.concat(got).toString()
        answers.push({ request: Buffer.concat(sent).toString(), answer: `${head}\n\n${body}` })
      })
    })
    onward.on('error', () => back.destroy())
    asked.on('data', (chunk: Buffer) => sent.push(chunk) && onward.write(chunk))
    asked.on('end', () => {
      requests.push(Buffer.concat(sent).toString())
      onward.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const { emit, send } = WebSocket.prototype
  const frames = new Map<string, string>()
  const idOf = (frame: string) => /"envelope_id":"([^"]+)"/.exec(frame)?.[1] ?? ''
  WebSocket.prototype.send = function (this: WebSocket, ...given: Parameters<typeof send>) {
    frames.set(idOf(String(given[0])), String(given[0]))
    requests.push(String(given[0]))
    return send.apply(this, given)
  } as typeof send
  WebSocket.prototype.emit = function (this: WebSocket, name: string, ...given: unknown[]) {
    const frame = String(given[0])
    if (name === 'message') answers.push({ request: frames.get(idOf(frame)) ?? '', answer: frame })
    return emit.call(this, name, ...given)
  }

  return {
    answers,
    asked: requests,
    before: (address) => void (target = address),
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async end() {
      Object.assign(WebSocket.prototype, { emit, send })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
