import { CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector'
import type { Microsoft } from './microsoft.js'

type Activity = TurnContext['activity']

/** The SDK's adapter behind our own door: who comes this far has been checked, and what goes out goes our way. */
export class Hall extends CloudAdapter {
  readonly #let: AuthenticateRequestResult

  /** @param connect a client of the Bot Connector at an address of Teams */
  constructor(
    appId: string,
    { issuer }: Pick<Microsoft, 'issuer'>,
    connect: (serviceUrl: string) => ConnectorClient,
  ) {
    const factory = new (class extends ConnectorFactory {
      create = async (serviceUrl: string) => connect(serviceUrl)
    })()
    super(new Inside(factory))
    const claims = new ClaimsIdentity([{ type: 'aud', value: appId }], true)
    this.#let = { audience: issuer, claimsIdentity: claims, connectorFactory: factory }
  }

  /** Lets the bot handle an activity that the door has let in. */
  handle(
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#let, activity, logic)
  }
}

/** Answers the SDK's questions about identity; nothing is authenticated here, that is the door's work. */
class Inside extends BotFrameworkAuthentication {
  constructor(readonly factory: ConnectorFactory) {
    super()
  }

  override createConnectorFactory = () => this.factory

  // Klartext signs nobody in.
  override createUserTokenClient = async () => ({}) as UserTokenClient

  override async authenticateRequest(): Promise<AuthenticateRequestResult> {
    throw new Error('a request came past the door')
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new Error('a request came past the door')
  }
}
