import type { Reply, Visit } from '../../route.js'
import { councilWords } from '../../words/council.js'

/** Areas that say it themselves. */
const SAY_IT = new Set(['me', 'council'])

/** Tells both offices on every page that nothing is read at the moment, and where they can settle it. */
export function withHeldNotice(reply: Reply, { house, roles, language }: Visit): Reply {
  if (!('body' in reply) || SAY_IT.has(reply.area)) return reply
  if (!(roles.has('admin') || roles.has('works-council')) || !house.agreement.isHeld()) return reply
  const { held } = councilWords[language]()
  return {
    ...reply,
    body: (
      <>
        <p class="notice notice--warm">
          {held.title}. <a href="/console/council">{held.link}</a>
        </p>
        {reply.body}
      </>
    ),
  }
}
