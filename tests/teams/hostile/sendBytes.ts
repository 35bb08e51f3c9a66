import { connect } from 'node:net'

/** What came back over a connection; status 0 where it was closed without an answer. */
export interface Reply {
  readonly status: number
  /** All of it, as it came. */
  readonly text: string
}

export interface Manner {
  /** Milliseconds between two parts. */
  readonly pause?: number
  /** Hangs up after the last part, without waiting for an answer. */
  readonly hangUp?: boolean
}

/** Sends bytes as they are over a connection of their own, part by part, and waits for the first answer. */
export function sendBytes(
  address: string,
  parts: readonly (string | Buffer)[],
  { pause = 0, hangUp = false }: Manner = {},
): Promise<Reply> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname)
    const done = () => {
      socket.destroy()
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text })
    }
    const send = async () => {
      for (const [at, part] of parts.entries()) {
        if (at > 0 && pause > 0) await new Promise((next) => setTimeout(next, pause))
        if (socket.writable) socket.write(part)
      }
      if (hangUp) setImmediate(done)
    }
    socket.on('connect', () => void send())
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      // Answers of the door have no body; the others are short.
      if (text.includes('\r\n\r\n')) setImmediate(done)
    })
    socket.on('error', done)
    socket.on('close', done)
  })
}

/** A request head. */
export const head = (
  lines: readonly string[],
  { method = 'POST', path = '/teams/messages', host = '127.0.0.1' } = {},
): string => [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...lines, '', ''].join('\r\n')
