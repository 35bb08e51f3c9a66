import type { Response } from 'express'
import type { Chat } from './chat.js'
import type { Where } from './where.js'

const heartbeat = 25_000

export type Streams = ReturnType<typeof createStreams>

/**
 * Live updates: a stream only says THAT something has changed for this person, and the page then asks
 * for the part that it shows. No text of any message or nudge goes through a stream.
 */
export function createStreams(chat: Chat) {
  const open = new Set<Response>()
  return {
    open({ me, channel }: Where, res: Response) {
      res.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
      res.flushHeaders()
      const say = (event: string) => res.write(`event: ${event}\ndata:\n\n`)
      // Whatever happened between the page and the stream, or while the stream was away.
      for (const event of ['messages', 'channels', 'panel']) say(event)
      const unlisten = chat.listen((change) => {
        if (change.only && change.only !== me.id) return
        if (change.kind === 'panel') say('panel')
        else say(change.channel === channel.id ? 'messages' : 'channels')
      })
      const beat = setInterval(() => res.write(':\n\n'), heartbeat)
      beat.unref()
      open.add(res)
      res.on('close', () => {
        clearInterval(beat)
        unlisten()
        open.delete(res)
      })
    },
    closeAll() {
      for (const res of open) res.end()
    },
  }
}
