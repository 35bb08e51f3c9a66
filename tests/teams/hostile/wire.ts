import type { Teams } from '../stand-in/index.js'
import { head, type Manner, type Reply, sendBytes } from './sendBytes.js'

/** What comes over a connection that is no decent request: the answers there may be, and the sending. */
export type WireCase = readonly [statuses: readonly number[], send: () => Promise<Reply>]

const JSON_TYPE = 'Content-Type: application/json'

/**
 * Everything that is wrong below the level of requests, by what it is. 0 stands for no answer.
 * @param text a body that would be taken
 */
export function wireCases({ forge }: Teams, address: string, text: () => string): Record<string, WireCase> {
  const good = () => `Authorization: Bearer ${forge.token()}`
  const bad = () => `Authorization: Bearer ${forge.tokens.wrongAudience()}`
  const size = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`
  const halves = (body: string) => [body.slice(0, body.length / 2), body.slice(body.length / 2)]

  const send = (parts: () => readonly (string | Buffer)[], manner?: Manner) => () =>
    sendBytes(address, parts(), manner)
  const request = (lines: readonly string[], ...parts: string[]) => [head(lines), ...parts]
  const many = (count: number) => Array.from({ length: count }, (_, at) => `X-${at}: ${'y'.repeat(20)}`)

  return {
    'a slow body of a stranger': [
      [401],
      send(() => request([bad(), JSON_TYPE, size(text())], ...halves(text())), { pause: 10 }),
    ],
    'a body of a stranger that never comes': [[401], send(() => request([bad(), JSON_TYPE, size(text())]))],
    'a slow body that breaks': [
      [400],
      send(() => request([good(), JSON_TYPE, 'Content-Length: 40'], '{"type":"message",', 'x'.repeat(22)), {
        pause: 10,
      }),
    ],
    'a body that is broken off': [
      [0],
      send(() => request([good(), JSON_TYPE, size(text())], halves(text())[0]!), { hangUp: true, pause: 5 }),
    ],
    'a body of a stranger that is broken off': [
      [0, 401],
      send(() => request([bad(), JSON_TYPE, size(text())], halves(text())[0]!), { hangUp: true }),
    ],
    'a head that is broken off': [
      [0],
      send(() => [`POST /teams/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n${good()}`], { hangUp: true }),
    ],
    'a flood of headers': [
      [431],
      send(() => request([...many(700), good(), JSON_TYPE, size(text())], text())),
    ],
    'a header without end': [[431], send(() => request([`X-A: ${'a'.repeat(40_000)}`]))],
    'an address without end': [
      [431],
      send(() => [head([good()], { path: `/teams/messages?${'a'.repeat(40_000)}` })]),
    ],
    'no HTTP': [[400], send(() => ['Guten Tag\r\n\r\n'])],
    TLS: [[400], send(() => [Buffer.from('16030100f8010000f40303', 'hex')])],
    'two lengths': [
      [400],
      send(() => request([good(), JSON_TYPE, size(text()), 'Content-Length: 5'], text())),
    ],
    'a length and pieces': [
      [400],
      send(() => request([good(), JSON_TYPE, size(text()), 'Transfer-Encoding: chunked'], text())),
    ],
    'pieces that are none': [
      [0, 400],
      send(() => request([good(), JSON_TYPE, 'Transfer-Encoding: chunked'], `zz\r\n${text()}\r\n0\r\n\r\n`)),
    ],
    'a length below zero': [[400], send(() => request([good(), JSON_TYPE, 'Content-Length: -1'], text()))],
    'a line that folds': [[400], send(() => request([good(), 'X-A: b\r\n c: d', JSON_TYPE, size(text())]))],
    'a header with a zero': [[400], send(() => request([good(), 'X-A: \0', JSON_TYPE, size(text())]))],
    'two requests at once': [
      [401],
      send(() => {
        const [one] = [request([bad(), JSON_TYPE, size(text())], text()).join('')]
        return [one + one]
      }),
    ],
    'an upgrade': [
      [405],
      send(() => [head([good(), 'Connection: Upgrade', 'Upgrade: websocket'], { method: 'GET' })]),
    ],
    'a tunnel': [[0, 400], send(() => ['CONNECT smba.example:443 HTTP/1.1\r\nHost: smba.example\r\n\r\n'])],
    'an expectation': [
      [417],
      send(() => request([good(), 'Expect: the best', JSON_TYPE, size(text())], text())),
    ],
    'a request for permission': [
      [100],
      send(() => request([bad(), 'Expect: 100-continue', JSON_TYPE, size(text())])),
    ],
    'no host': [[400], send(() => [`POST /teams/messages HTTP/1.1\r\n${good()}\r\n${size('')}\r\n\r\n`])],
    'another path': [[404], send(() => [head([good(), size('')], { path: '/teams/other' })])],
    'another method': [[405], send(() => [head([good()], { method: 'GET' })])],
  }
}
