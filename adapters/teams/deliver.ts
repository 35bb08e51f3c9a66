import type { Adapter, Letter, Person } from '../../src/types.js'
import type { Chats, KnownChat } from './chats.js'
import type { TeamsClient } from './client.js'
import { TeamsFault } from './fault-of.js'
import { linkTo } from './link-to.js'
import { notificationOf, nudgeCard } from './render/nudge.js'
import { summaryCard } from './render/summary.js'
import type { Service } from './service.js'

/** What Teams answers where the person has blocked or removed the bot. */
const isClosed = (error: unknown): boolean => error instanceof TeamsFault && error.http === 403
const isGone = (error: unknown): boolean => error instanceof TeamsFault && error.http === 404

/**
 * Shows and removes nudges. What became of a send that nobody answered, Teams cannot tell, so that there is no way to
 * find it: such a nudge is never sent again.
 */
export function deliverer(
  client: TeamsClient,
  chats: Chats,
  service: Service,
): Required<Pick<Adapter, 'deliver' | 'retract' | 'deliverSummary'>> {
  async function show(known: KnownChat, letter: Letter): Promise<string> {
    const card = nudgeCard(letter, linkTo(letter.about))
    return client.show(known, card, notificationOf(letter.text, letter.tone))
  }

  /** The chat is gone: makes it anew, once. */
  async function again(person: Person, { user, ...before }: KnownChat): Promise<KnownChat> {
    if (!user) throw new TeamsFault('open', 'refused', null, null)
    const conversation = await client.open(before.serviceUrl, user)
    await chats.keep(person, { conversation, serviceUrl: before.serviceUrl, user })
    return { ...before, user, conversation }
  }

  return {
    async deliver(letter) {
      const known = await chats.of(letter.to)
      // Whoever removed or blocked the bot is left in peace until they write to it.
      if (!known || known.closed) throw new TeamsFault('show', 'refused', null, null)
      try {
        const id = await show(known, letter).catch(async (error: unknown) => {
          if (!isGone(error)) throw error
          return show(await again(letter.to, known), letter)
        })
        return `${known.key}:${id}`
      } catch (error) {
        if (isClosed(error)) await chats.change(known, { closed: true })
        throw error
      }
    },

    // A manager need not take part: their chat is asked for each time, and not kept.
    async deliverSummary(to, text) {
      const known = await chats.of(to)
      const serviceUrl = known?.serviceUrl ?? (await service.url())
      if (serviceUrl === null) throw new TeamsFault('open', 'later', null, null)
      const conversation = await client.open(serviceUrl, known?.user ?? to.user)
      await client.show({ conversation, serviceUrl }, summaryCard(text), text.subject)
    },

    async retract(_to, posted) {
      const [key = '', ...id] = posted.split(':')
      const known = await chats.at(key)
      if (!known) return
      try {
        await client.remove(known, id.join(':'))
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },
  }
}
