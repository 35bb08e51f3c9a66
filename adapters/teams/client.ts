import { ActivityTypes, CardFactory } from 'botbuilder'
import type { ConnectorClient } from 'botframework-connector'
import type { Connectors } from './door/connector.js'
import type { Microsoft } from './door/microsoft.js'
import { faultOf, TeamsFault } from './fault-of.js'
import type { TeamsOptions } from './options.js'
import type { Pace } from './pace.js'
import type { Card } from './render/card.js'

/** Members asked for at a time, and teams of this many at most. */
const PAGE = 500
const MOST_MEMBERS = 25_000

/** A conversation of Teams. */
export interface Place {
  readonly conversation: string
  readonly serviceUrl: string
}

/** What Teams says of a team. */
export interface TeamInfo {
  readonly name: string
  /** The channels that Klartext may know of, by id; the first one has no name of its own. */
  readonly channels: ReadonlyMap<string, { readonly name: string; readonly type: string | undefined }>
}

/** Teams' Bot Connector: nothing is sent twice, and limits are kept without being told. */
export interface TeamsClient {
  /**
   * Shows a card.
   * @param summary what a notification shows
   * @returns the id of the message in its conversation
   * @throws PlatformError
   */
  show(place: Place, card: Card, summary: string): Promise<string>
  /** @throws PlatformError */
  remove(place: Place, message: string): Promise<void>
  /**
   * The one chat of the bot with a person, made anew where it is gone.
   * @param user the person's id, as Teams gives it to bots
   * @throws PlatformError
   */
  open(serviceUrl: string, user: string): Promise<string>
  /** @throws PlatformError */
  team(serviceUrl: string, team: string): Promise<TeamInfo>
  /** Ids in Microsoft Entra of a team's members. @throws PlatformError */
  members(serviceUrl: string, team: string): Promise<readonly string[]>
}

export function createClient(
  options: Pick<TeamsOptions, 'appId' | 'tenant'>,
  parts: { readonly microsoft: Microsoft; readonly connectors: Connectors; readonly pace: Pace },
): TeamsClient {
  const { microsoft, connectors, pace } = parts
  const bot = { id: `28:${options.appId}`, name: 'Klartext' }

  /**
   * @param conversation to which this counts; null where it counts to none
   * @param posts whether somebody is shown something by it
   */
  async function call<Result>(
    operation: string,
    serviceUrl: string,
    conversation: string | null,
    work: () => Promise<Result>,
    posts = false,
  ): Promise<Result> {
    // Also of what was stored: the list may have become shorter since.
    if (!microsoft.isService(serviceUrl))
      throw new TeamsFault(operation, 'refused', null, 'NotAnAddressOfTeams')
    const answered = await pace.turn(operation, conversation)
    try {
      return await work()
    } catch (error) {
      const fault = faultOf(operation, error, posts)
      if (fault.status === 'later' && fault.retryAfter !== undefined) pace.rest(operation, fault.retryAfter)
      throw fault
    } finally {
      answered()
    }
  }

  return {
    show: ({ conversation, serviceUrl }, card, summary) =>
      call(
        'show',
        serviceUrl,
        conversation,
        async () => {
          const { id } = await connectors.at(serviceUrl).conversations.sendToConversation(conversation, {
            type: ActivityTypes.Message,
            from: bot,
            summary,
            attachments: [CardFactory.adaptiveCard(card)],
          })
          if (!id) throw new TeamsFault('show', 'unknown', null, null)
          return id
        },
        true,
      ),

    remove: ({ conversation, serviceUrl }, message) =>
      call('remove', serviceUrl, conversation, async () => {
        await connectors.at(serviceUrl).conversations.deleteActivity(conversation, message)
      }),

    open: (serviceUrl, user) =>
      call('open', serviceUrl, null, async () => {
        const { id } = await connectors.at(serviceUrl).conversations.createConversation({
          isGroup: false,
          bot,
          members: [{ id: user, name: '' }],
          tenantId: options.tenant,
          channelData: { tenant: { id: options.tenant } },
          activity: undefined as never,
        })
        return id
      }),

    async team(serviceUrl, team) {
      const { teams } = connectors.teamsAt(serviceUrl)
      const { name } = await call('team', serviceUrl, null, () => teams.fetchTeamDetails(team))
      const list = await call('channels', serviceUrl, null, () => teams.fetchChannelList(team))
      const channels = (list.conversations ?? []).map(
        ({ id = '', name, type }) => [id, { name: name ?? '', type }] as const,
      )
      return { name: name ?? '', channels: new Map(channels) }
    },

    async members(serviceUrl, team) {
      const found: string[] = []
      let next: string | undefined
      do {
        // The first page is asked for without a token, which the SDK's type does not foresee.
        const options = { pageSize: PAGE, ...(next ? { continuationToken: next } : {}) } as Parameters<
          ConnectorClient['conversations']['getConversationPagedMembers']
        >[1] & { pageSize: number }
        const page = await call('members', serviceUrl, null, () =>
          connectors.at(serviceUrl).conversations.getConversationPagedMembers(team, options),
        )
        // Teams names the id in Entra differently in different answers.
        for (const { aadObjectId, ...member } of page.members ?? []) {
          const id = aadObjectId ?? (member as { objectId?: string }).objectId
          if (id) found.push(id)
        }
        next = page.continuationToken
      } while (next && found.length < MOST_MEMBERS)
      return found
    },
  }
}
