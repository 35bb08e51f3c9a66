import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer of Klartext, with the canaries of the request that it may repeat. */
export interface Answer {
  readonly request: string
  readonly answer: string
}

/** Keeps what Klartext answers over HTTP, as a proxy before it; whoever hears it elsewhere adds to it. */
export interface AnswerWatch {
  readonly answers: Answer[]
  /** What Klartext was asked, whether or not it answered. */
  readonly asked: string[]
  /** What requests have proved themselves with: the header `Authorization`. */
  readonly proofs: ReadonlySet<string>
  /** Stands before this address from now on. */
  before(target: string): void
  /** Where the proxy listens. */
  readonly address: string
  end(): Promise<void>
}

/** Starts the watch. */
export async function watchAnswers(): Promise<AnswerWatch> {
  const answers: Answer[] = []
  const requests: string[] = []
  const proofs = new Set<string>()
  let target = ''
  const server = createServer((asked, back) => {
    const sent: Buffer[] = []
    const { method, url = '', headers } = asked
    if (headers.authorization) proofs.add(headers.authorization)
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
  // Under load, a connection may rest for longer than the usual five seconds.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    answers,
    asked: requests,
    proofs,
    before: (address) => void (target = address),
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async end() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
