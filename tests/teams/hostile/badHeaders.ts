import { generateKeyPairSync, sign } from 'node:crypto'
import type { Fields, Teams } from '../stand-in/index.js'

/** A header `Authorization`, or none. */
type Header = string | undefined

const packed = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const seconds = (more: number) => Math.floor(Date.now() / 1000) + more

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Changes one part of a good token. */
function tampered(token: string, part: 0 | 1 | 2, change: (value: string) => string): string {
  const parts = token.split('.')
  parts[part] = change(parts[part]!)
  return parts.join('.')
}

/** Every header that lets nobody in, by what is wrong with it. */
export function badHeaders({ forge, app, serviceUrl }: Teams): Record<string, () => Header> {
  const bearer = (token: string) => `Bearer ${token}`
  /** Made anew each time, as the time goes on. */
  const claims = (more: () => Fields) => () => bearer(forge.token(more()))
  const headed = (header: Fields) => () => bearer(forge.token({}, { header }))
  /** Signed with a key that the token brings along. */
  const selfMade = (header: Fields) => () => {
    const body = `${packed({ alg: 'RS256', typ: 'JWT', ...header })}.${packed({
      ...{ iss: 'https://api.botframework.com', aud: app.id, serviceurl: serviceUrl },
      ...{ nbf: seconds(-300), exp: seconds(3600) },
    })}`
    return bearer(`${body}.${sign('sha256', Buffer.from(body), own.privateKey).toString('base64url')}`)
  }
  const jwk = own.publicKey.export({ format: 'jwk' })
  const forged = Object.entries(forge.tokens).map(
    ([name, make]) => [`a token: ${name}`, () => bearer(make())] as const,
  )
  return {
    ...Object.fromEntries(forged),
    'no header': () => undefined,
    'an empty header': () => '',
    'a scheme alone': () => 'Bearer',
    'a scheme and a space': () => 'Bearer ',
    'a token alone': () => forge.token(),
    'another scheme': () => `Basic ${Buffer.from(`${app.id}:${app.secret}`).toString('base64')}`,
    'a token as Basic': () => `Basic ${forge.token()}`,
    'two tokens in one header': () => `Bearer ${forge.token()}, Bearer ${forge.token()}`,
    'two spaces': () => `Bearer  ${forge.token()}`,
    'something behind the token': () => `Bearer ${forge.token()} x`,
    'two parts': () => bearer(forge.token().split('.').slice(0, 2).join('.')),
    'no signature': () => bearer(tampered(forge.token(), 2, () => '')),
    'four parts': () => bearer(`${forge.token()}.x`),
    'five parts': () => bearer('a.b.c.d.e'),
    padding: () => bearer(`${forge.token()}==`),
    'a very long token': () => bearer(tampered(forge.token(), 1, (body) => body + 'A'.repeat(9000))),
    'a shorter signature': () => bearer(tampered(forge.token(), 2, (value) => value.slice(0, -8))),
    'another signature': () => bearer(tampered(forge.token(), 2, () => 'A'.repeat(342))),
    'other claims under an old signature': () =>
      bearer(tampered(forge.token(), 1, () => packed({ aud: app.id, exp: seconds(9999) }))),
    'claims that are a list': () => bearer(tampered(forge.token(), 1, () => packed([]))),
    'claims that are no JSON': () => bearer(tampered(forge.token(), 1, () => 'eyJ')),
    'a head that is null': () => bearer(tampered(forge.token(), 0, () => packed(null))),
    'a head that is no JSON': () => bearer(tampered(forge.token(), 0, () => 'eyJ')),
    'no algorithm': headed({ alg: undefined }),
    'another algorithm': headed({ alg: 'RS512' }),
    'an algorithm in small letters': headed({ alg: 'rs256' }),
    'an algorithm that is a list': headed({ alg: ['RS256'] }),
    PSS: headed({ alg: 'PS256' }),
    None: headed({ alg: 'None' }),
    'no key named': headed({ kid: undefined }),
    'a key that is an object': headed({ kid: {} }),
    'a key called __proto__': headed({ kid: '__proto__' }),
    'a key on the disk': headed({ kid: '../../../../dev/null' }),
    'an unknown extension': headed({ crit: ['x'], x: 1 }),
    'an unencoded payload': headed({ crit: ['b64'], b64: false }),
    'a key that it brings along': selfMade({ jwk }),
    'a key that it brings along under a known name': selfMade({ jwk, kid: 'stand-in-key-0' }),
    'an address for keys': selfMade({ jku: 'http://127.0.0.1:9/keys', kid: 'own' }),
    'no issuer': claims(() => ({ iss: undefined })),
    issuers: claims(() => ({ iss: ['https://api.botframework.com'] })),
    'an issuer with a slash': claims(() => ({ iss: 'https://api.botframework.com/' })),
    'no audience': claims(() => ({ aud: undefined })),
    'an audience that begins alike': claims(() => ({ aud: `${app.id}0` })),
    'no end': claims(() => ({ exp: undefined })),
    'an end that is a word': claims(() => ({ exp: 'never' })),
    'an end six minutes ago': claims(() => ({ exp: seconds(-360) })),
    'an end just beyond five minutes': claims(() => ({ exp: seconds(-303) })),
    'a beginning in six minutes': claims(() => ({ nbf: seconds(360) })),
    'a beginning that is a word': claims(() => ({ nbf: 'now' })),
    'an address that is a number': claims(() => ({ serviceurl: 7 })),
    addresses: claims(() => ({ serviceurl: [serviceUrl] })),
  }
}
