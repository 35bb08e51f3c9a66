import { unescaped } from './unescaped.js'

/** One call that Klartext made. */
export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly authorization: string
  /** All other headers and the body, as they were sent and once more without the escapes of URLs. */
  readonly content: string
  readonly body: string
}

/** What comes in place of an answer. */
export type Misfortune = (call: Outgoing, real: () => Promise<Response>) => Promise<Response>

/** Stands between Klartext and a platform: keeps all that is sent, and may answer itself. */
export interface FetchWatch {
  readonly calls: readonly Outgoing[]
  misfortune: Misfortune | null
  end(): void
}

/**
 * Every `fetch` of this process goes through here, until the end.
 * @param methodOf names what the platform is asked for at an address; null where that is no call of Klartext's
 */
export function watchFetch(methodOf: (url: string) => string | null): FetchWatch {
  const real = globalThis.fetch
  const calls: Outgoing[] = []
  const watch = {
    calls,
    misfortune: null as Misfortune | null,
    end: () => void (globalThis.fetch = real),
  }
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const method = methodOf(request.url)
    const call = { ...(await readCall(request.clone())), method: method ?? 'other' }
    calls.push(call)
    const go = () => real(input, init)
    return watch.misfortune && method !== null ? watch.misfortune(call, go) : go()
  }
  return watch
}

async function readCall(request: Request): Promise<Omit<Outgoing, 'method'>> {
  const { authorization = '', ...headers } = Object.fromEntries(request.headers)
  const body = await request.text()
  const decoded = body.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, unescaped)
  const content = [request.url, unescaped(request.url), JSON.stringify(headers), body, decoded].join('\n')
  return { url: request.url, authorization, content, body: decoded }
}
