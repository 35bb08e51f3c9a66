import { createHmac, sign } from 'node:crypto'
import type { SigningKey } from './createKeys.js'
import type { Fields } from './types.js'

const packed = (part: Fields) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A JSON Web Token; `header` may claim another algorithm, `HS256` signs with the public key as the secret. */
export function signToken(claims: Fields, key: SigningKey, header: Fields = {}): string {
  const head = { alg: 'RS256', kid: key.kid, x5t: key.kid, typ: 'JWT', ...header }
  const body = `${packed(head)}.${packed(claims)}`
  if (head.alg === 'none') return `${body}.`
  if (head.alg === 'HS256') {
    const open = key.open.export({ type: 'pkcs1', format: 'pem' })
    return `${body}.${createHmac('sha256', open).update(body).digest('base64url')}`
  }
  return `${body}.${sign('sha256', Buffer.from(body), key.secret).toString('base64url')}`
}
