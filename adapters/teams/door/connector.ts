import {
  createHttpHeaders,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline'
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector'
import { codeIn, Refusal } from '../fault-of.js'
import type { Credentials } from './credentials.js'

/** Opens the Bot Connector at an address of Teams. */
export interface Connectors {
  /** For conversations. */
  at(serviceUrl: string): ConnectorClient
  /** For what there is about teams. */
  teamsAt(serviceUrl: string): TeamsConnectorClient
}

/**
 * Clients of the SDK whose requests go our own way out: nothing is sent twice, nobody is followed elsewhere, and an
 * answer that is no success is a {@link Refusal} with codes alone, as its text may repeat what was sent.
 */
export function createConnectors(credentials: Credentials, send: typeof fetch): Connectors {
  const clients = new Map<string, ConnectorClient>()
  const teamsClients = new Map<string, TeamsConnectorClient>()

  /** One client an address: there are few, but their number is not ours to decide. */
  function kept<Client extends object>(
    known: Map<string, Client>,
    url: string,
    make: (url: string) => Client,
  ): Client {
    const client = known.get(url) ?? make(url)
    if (known.size > 100) known.clear()
    known.set(url, client)
    return client
  }

  function prepared<Client extends object>(client: Client): Client {
    // The SDK offers no switch for its policies; the field that holds them is private by type alone.
    const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client
    for (const { name } of pipeline.getOrderedPolicies())
      if (name === 'defaultRetryPolicy' || name === 'redirectPolicy') pipeline.removePolicy({ name })
    pipeline.addPolicy(
      { name: 'klartextWayOut', sendRequest: (request) => carry(request, credentials, send) },
      { phase: 'Sign' },
    )
    return client
  }

  return {
    at: (serviceUrl) =>
      kept(clients, serviceUrl, (baseUri) => prepared(new ConnectorClient(credentials, { baseUri }))),
    teamsAt: (serviceUrl) =>
      kept(teamsClients, serviceUrl, (baseUri) =>
        prepared(new TeamsConnectorClient(credentials, { baseUri })),
      ),
  }
}

async function carry(
  request: PipelineRequest,
  credentials: Credentials,
  send: typeof fetch,
): Promise<PipelineResponse> {
  const call = () =>
    send(request.url, {
      method: request.method,
      headers: request.headers.toJSON(),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    })
  let response = await call()
  if (response.status === 401) {
    // Nothing has happened yet: a token that is no longer good is replaced, once.
    await response.body?.cancel()
    credentials.drop(request.headers.get('authorization'))
    await credentials.signRequest(request)
    response = await call()
  }
  const text = await response.text()
  if (!response.ok) throw new Refusal(response.status, codeIn(text), response.headers.get('retry-after'))
  return {
    request,
    status: response.status,
    headers: createHttpHeaders(Object.fromEntries(response.headers)),
    bodyAsText: text,
  }
}
