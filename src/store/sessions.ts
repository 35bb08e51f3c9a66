import { createHash, hkdfSync } from 'node:crypto'
import type { ConsoleStore, Person, PlatformName } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { personKey } from './person-key.js'
import { seal, unseal } from './seal.js'

/** Milliseconds within which it is not noted again that somebody was seen. */
const MINUTE = 60_000

interface SessionRow {
  readonly sealed: string
  readonly csrf: string
  readonly started_at: number | string
  readonly seen_at: number | string
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The key of what only the token opens: HKDF-SHA256, 32 bytes. */
const keyOf = (token: string) => Buffer.from(hkdfSync('sha256', token, '', 'klartext session', 32))

/** Who is signed in. Without a token, which only its browser has, a row tells no more than a pseudonym. */
export function sessions({
  db,
  reads,
  secret,
}: Database): Pick<ConsoleStore, 'openSession' | 'session' | 'closeSession' | 'closeSessions'> {
  const close = (hash: string) => db('sessions').where({ hash }).del()

  return {
    async openSession(token, { person, startedAt, csrf }) {
      const hash = hashOf(token)
      await db('sessions').insert({
        hash,
        person: personKey(secret, person),
        sealed: seal(keyOf(token), hash, [person.platform, person.tenant, person.user].join('|')),
        csrf: checkId('csrf', csrf),
        started_at: startedAt.getTime(),
        seen_at: startedAt.getTime(),
      })
    },

    async session(token, { idleSince, since, now }) {
      const hash = hashOf(token)
      const row: SessionRow | undefined = await reads('sessions').where({ hash }).first()
      if (!row) return null
      const [started, seen] = [Number(row.started_at), Number(row.seen_at)]
      const person = personIn(unseal(keyOf(token), hash, row.sealed))
      if (person === null || seen < idleSince.getTime() || started < since.getTime()) {
        await close(hash)
        return null
      }
      const isDue = now.getTime() - seen >= MINUTE
      if (isDue) await db('sessions').where({ hash }).update({ seen_at: now.getTime() })
      return { person, csrf: row.csrf, startedAt: new Date(started), seenAt: isDue ? now : new Date(seen) }
    },

    async closeSession(token) {
      await close(hashOf(token))
    },

    closeSessions: (person) =>
      db('sessions')
        .where(person === null ? {} : { person: personKey(secret, person) })
        .del(),
  }
}

function personIn(opened: string | null): Person | null {
  const [platform, tenant, user] = opened?.split('|') ?? []
  if (platform === undefined || tenant === undefined || user === undefined) return null
  return { platform: platform as PlatformName, tenant, user }
}
