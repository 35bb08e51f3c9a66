import { createHash, createHmac } from 'node:crypto'

/** A way in which a text may be written, and its bytes then. */
export type Encoded = readonly [way: string, bytes: Buffer]

const escapedJson = (text: string) => JSON.stringify(text).slice(1, -1)
const unicodeEscapes = (text: string) =>
  escapedJson(text).replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
const escapedHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Base64 of a text with so many bytes before it, without the signs that depend on its neighbours. */
function base64(text: string, before: number, kind: 'base64' | 'base64url'): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
  const first = Math.ceil((8 * before) / 6)
  const end = Math.floor((8 * bytes.length) / 6)
  return bytes.toString(kind).slice(first, end)
}

/** A text in every writing in which it might be found. */
export function encodingsOf(text: string): Encoded[] {
  const bytes = Buffer.from(text)
  const url = encodeURIComponent(text)
  const written: [string, string][] = [
    ['as it is', text],
    ['hex', bytes.toString('hex')],
    ['hex, upper case', bytes.toString('hex').toUpperCase()],
    ['URL', url],
    ['URL, lower case', url.replace(/%../g, (code) => code.toLowerCase())],
    ['JSON', escapedJson(text)],
    ['JSON in JSON', escapedJson(escapedJson(text))],
    ['JSON, ASCII alone', unicodeEscapes(text)],
    ['HTML', escapedHtml(text)],
    ...[0, 1, 2].flatMap((before): [string, string][] => [
      [`base64, ${before} before`, base64(text, before, 'base64')],
      [`base64url, ${before} before`, base64(text, before, 'base64url')],
    ]),
  ]
  return [
    ...written.map(([way, string]): Encoded => [way, Buffer.from(string)]),
    ['latin1', Buffer.from(text, 'latin1')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ]
}

/** The hashes by which a text could be recognised; with a secret, those keyed by it. */
export function hashesOf(text: string, secret?: string): Encoded[] {
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret)
  const name = secret === undefined ? 'SHA-256' : 'HMAC-SHA256'
  const digest = hash.update(text).digest()
  return [
    [`${name}, bytes`, digest],
    [`${name}, hex`, Buffer.from(digest.toString('hex'))],
    [`${name}, base64`, Buffer.from(digest.toString('base64').slice(0, -2))],
    [`${name}, base64url`, Buffer.from(digest.toString('base64url').slice(0, -1))],
  ]
}
