import type { Request, Response } from 'express'
import type { Reply } from '../route.js'
import type { Front, Present } from './front.js'
import { returnPath } from './return-path.js'

/** Sends what a route answers. */
export function answer(req: Request, res: Response, reply: Reply, present: Present, front: Front): void {
  if ('refuse' in reply) {
    front.refuse(req, res, reply.refuse, reply.refuse === 403 ? 'forbidden' : 'not-found', present)
  } else if ('goTo' in reply) {
    res.redirect(303, addressOf(reply))
  } else if ('download' in reply) {
    res.attachment(reply.name).type(reply.type).send(reply.download)
  } else {
    const { title, area, body, status = 200, signedOut = false } = reply
    const seenBy = signedOut ? { ...present, account: null } : present
    front.show(req, res, { title, area, body }, { status, present: seenBy })
  }
}

function addressOf({ goTo, said }: Extract<Reply, { goTo: string }>): string {
  const path = returnPath(`/console${goTo}`)
  if (!path) throw new Error('a route leads out of the console')
  const url = new URL(path, 'http://here.invalid')
  if (said) url.searchParams.set('said', said)
  return url.pathname + url.search
}
