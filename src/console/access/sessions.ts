import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Person, Session, Store } from '../../types.js'
import type { Cookies } from './cookies.js'

/** Milliseconds without a visit after which a session ends, and after which it ends in any case. */
const IDLE = 30 * 60_000
const LONGEST = 8 * 60 * 60_000

const TOKEN = /^[\w-]{43}$/

/** Who is signed in. */
export interface Sessions {
  find(req: Request): Promise<Session | null>
  /** Signs a person in under a new token; whoever was signed in with this browser is not any more. */
  begin(req: Request, res: Response, person: Person): Promise<void>
  end(req: Request, res: Response): Promise<void>
}

const random = () => randomBytes(32).toString('base64url')

/** Sessions under a random token of 256 bits, which only the browser has: the store keeps its hash. */
export function createSessions(
  { console: kept }: Pick<Store, 'console'>,
  cookies: Cookies,
  clock: () => Date,
): Sessions {
  const tokenOf = (req: Request): string | null => {
    const token = cookies.read(req, 'sid')
    return token !== null && TOKEN.test(token) ? token : null
  }
  return {
    async find(req) {
      const token = tokenOf(req)
      if (!token) return null
      const now = clock()
      const before = (span: number) => new Date(now.getTime() - span)
      return kept.session(token, { idleSince: before(IDLE), since: before(LONGEST), now })
    },
    async begin(req, res, person) {
      const old = tokenOf(req)
      if (old) await kept.closeSession(old)
      const token = random()
      await kept.openSession(token, { person, startedAt: clock(), csrf: random() })
      cookies.write(res, 'sid', token)
    },
    async end(req, res) {
      const token = tokenOf(req)
      if (token) await kept.closeSession(token)
      cookies.clear(res, 'sid')
    },
  }
}
