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

/** Stands between Klartext and Slack: keeps all that is sent, and may answer itself. */
export interface FetchWatch {
  readonly calls: readonly Outgoing[]
  misfortune: Misfortune | null
  end(): void
}

/** Every `fetch` of this process goes through here, until the end. */
export function watchFetch(): FetchWatch {
  const real = globalThis.fetch
  const calls: Outgoing[] = []
  const watch = {
    calls,
    misfortune: null as Misfortune | null,
    end: () => void (globalThis.fetch = real),
  }
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const call = await readCall(request.clone())
    calls.push(call)
    const go = () => real(input, init)
    return watch.misfortune && call.url.includes('/api/') ? watch.misfortune(call, go) : go()
  }
  return watch
}

async function readCall(request: Request): Promise<Outgoing> {
  const { authorization = '', ...headers } = Object.fromEntries(request.headers)
  const body = await request.text()
  const decoded = body.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, unescaped)
  const content = [request.url, unescaped(request.url), JSON.stringify(headers), body, decoded].join('\n')
  const method = /\/api\/([\w.]+)$/.exec(new URL(request.url).pathname)?.[1] ?? 'other'
  return { url: request.url, method, authorization, content, body: decoded }
}
