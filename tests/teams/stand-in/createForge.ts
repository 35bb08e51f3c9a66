import type { Keys } from './createKeys.js'
import type { Tokens } from './createTokens.js'
import type { World } from './createWorld.js'
import type { Postman, RawRequest } from './inbound/createPostman.js'
import { signToken } from './signToken.js'
import type { Attempt, Fields } from './types.js'

/** Some other app, and the directory in whose name bots talk to each other. */
const OTHER = '00000000-0000-4000-a000-000000000000'
const BOTS = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'

/** Tokens that are not as they should be, and requests made up at will. */
export function createForge(world: World, keys: Keys, tokens: Tokens, postman: Postman) {
  const { app, tenant, serviceUrl } = world
  const seconds = (more: number) => Math.floor(Date.now() / 1000) + more

  /** A token with some claims and headers changed; an undefined claim is left out. */
  function token(claims: Fields = {}, { key = keys.current, header = {} as Fields } = {}): string {
    return signToken({ ...tokens.claims(serviceUrl), ...claims }, key, header)
  }

  const entra = () => ({
    ...{ iss: `https://sts.windows.net/${tenant}/`, aud: app.id, appid: app.id, ver: '1.0', tid: tenant },
    ...{ nbf: seconds(-300), exp: seconds(3600), serviceurl: serviceUrl },
  })

  return {
    token,
    /** One of each kind, by what is wrong with it; none of them may be let in. */
    tokens: {
      wrongAudience: () => token({ aud: OTHER }),
      wrongIssuer: () => token({ iss: 'https://api.botframework.example' }),
      expired: () => token({ nbf: seconds(-7200), exp: seconds(-3600) }),
      notYetGood: () => token({ nbf: seconds(3600), exp: seconds(7200) }),
      unsigned: () => token({}, { header: { alg: 'none' } }),
      signedWithThePublicKey: () => token({}, { header: { alg: 'HS256' } }),
      unknownKey: () => token({}, { key: keys.stranger }),
      anotherKey: () => token({}, { key: keys.stranger, header: { kid: keys.current.kid } }),
      withoutServiceUrl: () => token({ serviceurl: undefined }),
      otherServiceUrl: () => token({ serviceurl: 'https://smba.example/emea/' }),
      ofEntra: () => signToken(entra(), keys.entra),
      ofAnotherBot: () => signToken({ ...entra(), iss: BOTS, appid: OTHER }, keys.entra),
      ofAnotherChannel: () => token({}, { key: keys.unendorsed }),
      garbage: () => 'eyJ.eyJ.sig',
    } satisfies Record<string, () => string>,
    /** A request as it is given: with a good token unless `token` says otherwise; null leaves it out. */
    post: (request: RawRequest): Promise<Attempt> => postman.post(request),
  }
}
