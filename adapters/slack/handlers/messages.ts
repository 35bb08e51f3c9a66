import { PlatformError } from '../../../src/errors.js'
import type { Deletion } from '../../../src/types.js'
import type { House } from '../house.js'
import { incomingOf, parseMessage } from '../parse.js'

/** The envelope around an event, as far as we read it. */
interface Envelope {
  readonly team_id?: string
  readonly enterprise_id?: string | null
  readonly is_ext_shared_channel?: boolean
  readonly event?: { readonly type?: string }
}

/**
 * What people write, change and delete in channels. Resolves once the core has committed it. As a middleware, so that
 * a message, which is most of what comes, does not pass by every button's listener as well.
 */
export function handleMessages(house: House): void {
  const { app, channels, core } = house
  app.use(async ({ body, next }) => {
    const {
      event,
      team_id: team,
      enterprise_id: enterprise,
      is_ext_shared_channel: shared,
    } = body as Envelope
    if (event?.type !== 'message') return next()
    if (!team) return
    const parsed = parseMessage(event, { team, enterprise: enterprise ?? undefined })
    if (!parsed) return
    if (parsed.kind === 'deleted') return forget(house, parsed.deletion, shared === true)
    const { author, address } = parsed.incoming
    const { channel } = address
    // Of others nothing is looked at, nor is Slack asked about their channel.
    if (!(await core().settings(author)).optedIn) return
    const audience = await channels.audienceOf(team, channel, shared === true).catch(unreadable)
    if (audience) await core().handle(incomingOf(parsed.incoming, audience))
  })
}

/**
 * Of a channel that is not read, no deletion is written down: `author` would leave a stone there. What is on record of
 * the message goes all the same, also where Slack cannot be asked about the channel; then Slack comes again.
 */
async function forget(
  { channels, core }: House,
  { author, ...known }: Deletion,
  shared: boolean,
): Promise<void> {
  const { tenant, channel } = known.address
  let isRead = false
  try {
    isRead =
      author !== undefined &&
      (await core().settings(author)).optedIn &&
      (await channels.audienceOf(tenant, channel, shared).catch(unreadable)) !== null
  } finally {
    await core().deleted(isRead ? { ...known, author } : known)
  }
}

/**
 * A channel that Slack will not tell us about is not read. To let Slack come again would change nothing, and Slack
 * switches the events off where most of them fail.
 */
function unreadable(error: unknown): null {
  if (error instanceof PlatformError && error.status === 'refused') return null
  throw error
}
