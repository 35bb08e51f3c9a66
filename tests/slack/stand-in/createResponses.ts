import express, { Router } from 'express'
import { checkBlocks } from './blocks/checkBlocks.js'
import type { Ledger } from './createLedger.js'
import type { createMishaps } from './createMishaps.js'
import type { Posts } from './createPosts.js'
import type { World } from './createWorld.js'
import { Refusal } from './Refusal.js'
import type { Channel, Fields, Message, User } from './types.js'

/** What a response answers to. */
export interface Occasion {
  readonly user: User
  readonly channel: Channel
  /** The message that was pressed. */
  readonly original?: Message
}

const USES = 5
const LIFE = 30 * 60_000

/** Response URLs: five uses within half an hour. */
export function createResponses(
  world: World,
  ledger: Ledger,
  posts: Posts,
  mishaps: ReturnType<typeof createMishaps>,
  origin: () => string,
) {
  const issued = new Map<string, Occasion & { readonly until: number; left: number }>()

  /** Shows what the app answered, or refuses it. */
  function respond({ user, channel, original }: Occasion, said: Fields, via: string): void {
    const { text, blocks, thread_ts, response_type, replace_original, delete_original } = said
    const wrong = blocks === undefined ? [] : checkBlocks(blocks, 'message')
    if (wrong.length > 0) throw new Refusal('invalid_blocks', wrong)
    const ephemeral = original && channel.ephemerals.get(original.ts)
    if (delete_original && original) {
      if (ephemeral) channel.ephemerals.delete(original.ts)
      else posts.withdraw(channel, original, via)
      return
    }
    if (!text && !blocks) throw new Refusal('no_text')
    const content = { text: text ?? '', ...(blocks ? { blocks } : {}), ...(thread_ts ? { thread_ts } : {}) }
    if (replace_original && original && !ephemeral) {
      posts.update(channel, original, { blocks: undefined, ...content }, via)
    } else if (response_type === 'in_channel') {
      posts.post(channel, content, via)
    } else {
      if (replace_original && ephemeral) channel.ephemerals.delete(original.ts)
      posts.whisper(channel, user.id, content, via)
    }
  }

  const router = Router()
  router.post('/response/:id', express.json({ limit: '4mb', type: () => true }), async (req, res) => {
    const one = issued.get(String(req.params.id))
    const said = req.body as Fields
    const team = one?.channel.workspace.id ?? ''
    const call = { method: 'response_url', team, args: said, at: world.clock.now(), answer: {} as Fields }
    ledger.called(call)
    const refuse = (status: number, error: string, messages?: readonly string[]) => {
      if (messages) ledger.fault(team, 'response_url', error, messages)
      call.answer = { ok: false, error }
      res.status(status).json(call.answer)
    }
    const mishap = mishaps.take('response_url', said)
    if (mishap?.delayMs) await new Promise((resolve) => setTimeout(resolve, mishap.delayMs))
    if (mishap?.status || mishap?.error) return refuse(mishap.status ?? 400, mishap.error ?? 'internal_error')
    if (!one) return refuse(404, 'invalid_token')
    if (world.clock.now() > one.until) return refuse(404, 'expired_url')
    if (one.left === 0) return refuse(404, 'used_url')
    one.left--
    try {
      respond(one, said, 'response_url')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refuse(400, error.message, error.messages)
    }
    call.answer = { ok: true }
    if (mishap?.loseAnswer === 'hang') return
    if (mishap?.loseAnswer) return void req.socket.destroy()
    res.send('ok')
  })

  return {
    router,
    respond,
    issue(occasion: Occasion): string {
      const key = world.id('R')
      issued.set(key, { ...occasion, until: world.clock.now() + LIFE, left: USES })
      return `${origin()}/response/${key}`
    },
  }
}

export type Responses = ReturnType<typeof createResponses>
