import { PlatformError } from '../../../src/errors.js'
import type { Deletion } from '../../../src/types.js'
import type { Echoes } from '../echoes.js'
import type { House } from '../house.js'
import { incomingOf, parseMessage } from '../parse.js'

/** What people write, change and delete in channels. Resolves once the core has committed it. */
export async function handleMessage(house: House, echoes: Echoes, activity: unknown): Promise<void> {
  const { channels, clock, options } = house
  const core = house.core()
  const parsed = parseMessage(activity, options.tenant, clock())
  if (!parsed) return
  if (parsed.kind === 'deleted') return forget(house, parsed.deletion, activity)
  // Of others nothing is looked at, nor is Teams asked about their channel.
  if (!(await core.settings(parsed.incoming.author)).optedIn) return
  const { incoming } = echoes.first(parsed)
  const audience = await channels.audienceOf(activity).catch(unreadable)
  if (audience) await core.handle(incomingOf(incoming, audience))
}

/**
 * Of a channel that is not read, no deletion is written down: `author` would leave a stone there. What is on record of
 * the message goes all the same, also where Teams cannot be asked about the channel; then Teams comes again.
 */
async function forget(
  { channels, core }: House,
  { author, ...known }: Deletion,
  activity: unknown,
): Promise<void> {
  let isRead = false
  try {
    isRead =
      author !== undefined &&
      (await core().settings(author)).optedIn &&
      (await channels.audienceOf(activity).catch(unreadable)) !== null
  } finally {
    await core().deleted(isRead ? { ...known, author } : known)
  }
}

/** A channel that Teams will not tell us about is not read; to let Teams come again would change nothing. */
function unreadable(error: unknown): null {
  if (error instanceof PlatformError && error.status === 'refused') return null
  throw error
}
