import { WebSocket } from 'ws'
import type { AnswerWatch } from '../../proofs/canary/watchAnswers.js'

/** Keeps what Klartext answers in Socket Mode, as it arrives at the stand-in; answers the way back. */
export function watchSockets({ answers, asked }: AnswerWatch): () => void {
  const { emit, send } = WebSocket.prototype
  const frames = new Map<string, string>()
  const idOf = (frame: string) => /"envelope_id":"([^"]+)"/.exec(frame)?.[1] ?? ''
  WebSocket.prototype.send = function (this: WebSocket, ...given: Parameters<typeof send>) {
    frames.set(idOf(String(given[0])), String(given[0]))
    asked.push(String(given[0]))
    return send.apply(this, given)
  } as typeof send
  WebSocket.prototype.emit = function (this: WebSocket, name: string, ...given: unknown[]) {
    const frame = String(given[0])
    if (name === 'message') answers.push({ request: frames.get(idOf(frame)) ?? '', answer: frame })
    return emit.call(this, name, ...given)
  }
  return () => void Object.assign(WebSocket.prototype, { emit, send })
}
