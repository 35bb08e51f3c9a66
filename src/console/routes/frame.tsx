import { accountOf } from '../access/account.js'
import { Sessions } from '../pages/sessions.js'
import type { Reply, Route, Visit } from '../route.js'
import { frameWords } from '../words/frame.js'

function sessionsPage(visit: Visit, typed?: string): Reply {
  const words = frameWords[visit.language](visit.tone)
  return {
    title: words.sessionsPage.title,
    area: 'council',
    body: <Sessions visit={visit} words={words} typed={typed} />,
    status: typed === undefined ? 200 : 422,
  }
}

/** Ends sessions and notes that it was done, but not whose they were: who is signed in is nobody's business. */
async function end(
  { house, now, actor }: Visit,
  who: Parameters<typeof house.store.console.closeSessions>[0],
) {
  const { console: kept } = house.store
  await kept.audit(
    { actor, role: 'admin', action: 'session.end', subject: who === null ? 'all' : 'one' },
    now,
  )
  await kept.closeSessions(who)
}

/** The first page, and the ending of sessions. */
export const frameRoutes: readonly Route[] = [
  { method: 'get', path: '/', roles: ['employee'], handle: async () => ({ goTo: '/me' }) },
  { method: 'get', path: '/sessions', roles: ['admin'], handle: async (visit) => sessionsPage(visit) },
  {
    method: 'post',
    path: '/sessions/one',
    roles: ['admin'],
    async handle(visit) {
      const person = accountOf(visit.field('account'))
      if (!person) return sessionsPage(visit, visit.field('account'))
      await end(visit, person)
      return { goTo: '/sessions', said: 'sessions-ended' }
    },
  },
  {
    method: 'post',
    path: '/sessions/all',
    roles: ['admin'],
    async handle(visit) {
      await end(visit, null)
      return { goTo: '/', said: 'sessions-ended' }
    },
  },
]
