import { PlatformError } from '../../src/errors.js'
import type { Adapter, Core } from '../../src/types.js'
import { createChat } from './chat.js'
import { paces } from './pace.js'
import { colleagues, personOf, tenant } from './rooms.js'
import { createRoutes } from './routes.js'
import { createStreams } from './streams.js'

/**
 * A chat in the browser with five invented people: the whole way of a message with no account anywhere.
 * Messages and delivered nudges live in memory only.
 */
export function createPlayground({ clock = () => new Date() }: { clock?: () => Date } = {}): Adapter {
  const chat = createChat(clock)
  const streams = createStreams(chat)
  let core: Core | null = null

  return {
    platform: 'playground',
    defaults: { optedIn: false, ...paces.free },
    settleSeconds: 2,
    routes: createRoutes({ chat, clock, core: () => core }, streams),
    people: colleagues.map(({ id, name, offices }) => ({ person: personOf(id), name, offices })),
    async start(given) {
      core = given
    },
    async stop() {
      core = null
      streams.closeAll()
    },
    async deliver(letter) {
      const ours = letter.to.platform === 'playground' && letter.to.tenant === tenant
      const card = ours ? chat.addCard(letter) : undefined
      if (!card) throw new PlatformError('playground.deliver', 'refused')
      return card.id
    },
    async deliverSummary(to, text) {
      const ours = to.platform === 'playground' && to.tenant === tenant
      if (!ours) throw new PlatformError('playground.deliverSummary', 'refused')
      chat.summaries.set(to.user, text)
    },
    async retract(to, posted) {
      chat.removeCard(to.user === '-' ? null : to.user, posted)
    },
  }
}
