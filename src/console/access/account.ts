import type { Person, PlatformName } from '../../types.js'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What tenants and people are called on each platform. */
const SHAPES: Readonly<Record<PlatformName, readonly [tenant: RegExp, user: RegExp]>> = {
  slack: [/^[TE][A-Z0-9]{2,20}$/, /^[UW][A-Z0-9]{2,20}$/],
  teams: [GUID, GUID],
  playground: [/^playground$/, /^[a-z]{1,20}$/],
}

/** Such as `slack/T024BE7LD/U024BE7LH`; null where it is no account. */
export function accountOf(text: string): Person | null {
  const [platform = '', tenant = '', user = '', ...rest] = text.trim().split('/')
  if (rest.length > 0 || !Object.hasOwn(SHAPES, platform)) return null
  const name = platform as PlatformName
  const [tenants, users] = SHAPES[name]
  if (!tenants.test(tenant) || !users.test(user)) return null
  return name === 'teams'
    ? { platform: name, tenant: tenant.toLowerCase(), user: user.toLowerCase() }
    : { platform: name, tenant, user }
}
