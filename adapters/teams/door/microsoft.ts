import type { TeamsOptions } from '../options.js'

/** Microsoft's addresses: nothing but these is ever called, and no token goes anywhere else. */
export interface Microsoft {
  /** Where the keys of Teams' tokens are said to be. */
  readonly openId: string
  /** Where our own tokens come from. */
  readonly tokens: string
  /** Who issues the tokens with which Teams calls us. */
  readonly issuer: string
  /** What our own tokens are for. */
  readonly scope: string
  /** Whether Klartext may call this address at all. */
  mayCall(url: string): boolean
  /** Whether this is where messages of Teams may be sent. */
  isService(url: string): boolean
}

const ISSUER = 'https://api.botframework.com'
const OPEN_ID = 'login.botframework.com'
const LOGIN = 'login.microsoftonline.com'
const SERVICE = 'smba.trafficmanager.net'

/** Microsoft's public cloud, or what stands in for it on this machine. */
export function microsoft({
  tenant,
  standIn,
  playground,
}: Pick<TeamsOptions, 'tenant' | 'standIn' | 'playground'>): Microsoft {
  const local = standIn ?? playground
  const origin = (host: string) => local ?? `https://${host}`
  const is = (url: string, ...hosts: readonly string[]): boolean => {
    const parsed = URL.canParse(url) ? new URL(url) : null
    if (parsed?.username !== '' || parsed.password !== '') return false
    if (local) return parsed.origin === local || parsed.origin === local.replace('127.0.0.1', 'localhost')
    return parsed.protocol === 'https:' && parsed.port === '' && hosts.includes(parsed.hostname)
  }
  return {
    openId: `${origin(OPEN_ID)}/v1/.well-known/openidconfiguration`,
    tokens: `${origin(LOGIN)}/${tenant}/oauth2/v2.0/token`,
    issuer: ISSUER,
    scope: `${ISSUER}/.default`,
    mayCall: (url) => is(url, OPEN_ID, LOGIN, SERVICE),
    isService: (url) => is(url, SERVICE),
  }
}
