import { type Answered, ask } from '../playground/serve.js'

/** Cookies of one browser. */
export type Jar = Map<string, string>

const headersOf = (jar: Jar) => ({ Cookie: [...jar].map((pair) => pair.join('=')).join('; ') })

/** Takes the cookies of an answer into a jar. */
function keep(jar: Jar, answer: Answered): void {
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (value === '' || /Expires=Thu, 01 Jan 1970/.test(line)) jar.delete(name!)
    else jar.set(name!, value!)
  }
}

/** A browser before a console on a port, as far as signing in needs one. */
export function createBrowser(port: number, jar: Jar = new Map()) {
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answered> => {
    const answer = await ask(port, path, {
      headers: { ...headersOf(jar), 'Accept-Language': 'de', ...headers },
    })
    keep(jar, answer)
    return answer
  }

  /** From our page to the provider: the address to which it leads back. */
  async function goTo(provider: 'slack' | 'teams', to?: string): Promise<URL> {
    const query = to === undefined ? '' : `?${new URLSearchParams({ to })}`
    const begun = await get(`/console/sign-in/${provider}${query}`, { 'Sec-Fetch-Site': 'same-origin' })
    if (begun.status !== 303) throw new Error(`${begun.status} ${begun.text}`)
    const answer = await fetch(begun.headers.location!, { redirect: 'manual' })
    if (answer.status !== 302) throw new Error(`${answer.status} ${await answer.text()}`)
    return new URL(answer.headers.get('location')!)
  }

  /** Back from the provider, to wherever it sends us. */
  const come = (back: URL) => get(back.pathname + back.search, { 'Sec-Fetch-Site': 'cross-site' })

  return {
    jar,
    get,
    goTo,
    come,
    async signIn(provider: 'slack' | 'teams', to?: string) {
      return come(await goTo(provider, to))
    },
  }
}
