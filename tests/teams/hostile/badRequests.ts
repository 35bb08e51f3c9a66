import { gzipSync } from 'node:zlib'
import type { RawRequest } from '../stand-in/inbound/createPostman.js'
import type { Fields, Teams } from '../stand-in/index.js'

/** What is refused although its token is good: the answer, and the request. */
export type BadRequest = readonly [status: number, make: () => RawRequest]

const MIB = 1024 * 1024
const ELSEWHERE = '99999999-9999-4999-8999-999999999999'

const BOMB = gzipSync(Buffer.alloc(20 * MIB))

/** So many brackets inside each other. */
export const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

/**
 * Requests with a good token that are refused all the same, by what is wrong with them.
 * @param activity a message that would be taken
 */
export function badRequests(
  { forge, serviceUrl, tenant, origin }: Teams,
  activity: () => Fields,
): Record<string, BadRequest> {
  const text = () => JSON.stringify(activity())
  const raw = (status: number, body: string | Buffer, headers: RawRequest['headers'] = {}): BadRequest => [
    status,
    () => ({ body, headers }),
  ]
  const changed = (status: number, change: Fields): BadRequest => [
    status,
    () => ({ body: { ...activity(), ...change } }),
  ]
  const ofTenant = (inData: string | undefined, inConversation: string | undefined): BadRequest => [
    403,
    () => {
      const { channelData, conversation, ...rest } = activity() as Record<string, Fields>
      return {
        body: {
          ...rest,
          channelData: { ...channelData, tenant: inData && { id: inData } },
          conversation: { ...conversation, tenantId: inConversation },
        },
      }
    },
  ]
  /** The token and the activity agree on an address that is not one of Teams. */
  const at = (url: string): BadRequest => [
    403,
    () => ({ token: forge.token({ serviceurl: url }), body: { ...activity(), serviceUrl: url } }),
  ]
  const typed = (status: number, type: string | undefined): BadRequest => [
    status,
    () => ({ body: text(), headers: { 'content-type': type } }),
  ]
  const coded = (name: string, body = () => gzipSync(text())): BadRequest => [
    415,
    () => ({ body: body(), headers: { 'content-encoding': name } }),
  ]
  return {
    'another tenant in channelData': ofTenant(ELSEWHERE, tenant),
    'another tenant in conversation': ofTenant(tenant, ELSEWHERE),
    'another tenant in both': ofTenant(ELSEWHERE, ELSEWHERE),
    'another tenant in the only place': ofTenant(ELSEWHERE, undefined),
    'another tenant in the other only place': ofTenant(undefined, ELSEWHERE),
    'an empty tenant beside the right one': ofTenant(tenant, ''),
    'no tenant': ofTenant(undefined, undefined),
    'the emulator': changed(400, { channelId: 'emulator' }),
    AseChannel: changed(400, { channelId: 'AseChannel' }),
    'another channel': changed(400, { channelId: 'directline' }),
    'Teams in capitals': changed(400, { channelId: 'MSTeams' }),
    'no channel': changed(400, { channelId: undefined }),
    'another address than the token': changed(403, { serviceUrl: `${serviceUrl}x` }),
    'no address': changed(400, { serviceUrl: undefined }),
    'an address that is an object': changed(400, { serviceUrl: { href: serviceUrl } }),
    'an address elsewhere, as in the token': at('https://smba.example/emea/'),
    'an address that begins alike': at('https://smba.trafficmanager.net.example/'),
    'an address on this machine': at('http://127.0.0.1:9/'),
    'an address with a password': at(origin.replace('://', '://user:word@')),
    'an address of the metadata service': at('http://169.254.169.254/metadata/'),
    'an address of a file': at('file:///etc/passwd'),
    'no address at all': at(''),
    nothing: raw(400, ''),
    spaces: raw(400, '   '),
    'an empty object': raw(400, '{}'),
    'a list': raw(400, '[]'),
    'a number': raw(400, '7'),
    'a word': raw(400, '"x"'),
    null: raw(400, 'null'),
    'half of it': [400, () => ({ body: text().slice(0, -9) })],
    'two of it': [400, () => ({ body: text() + text() })],
    'a list of it': [400, () => ({ body: JSON.stringify([activity()]) })],
    XML: raw(400, '<activity/>'),
    'a form': [
      400,
      () => ({ body: `payload=${text()}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ],
    'UTF-16': [400, () => ({ body: Buffer.from(text(), 'utf16le') })],
    bytes: raw(400, Buffer.from([0xff, 0xfe, 0x00, 0x80])),
    'no type': changed(400, { type: undefined }),
    'an empty type': changed(400, { type: '' }),
    'a long type': changed(400, { type: 'x'.repeat(65) }),
    'a type that is a number': changed(400, { type: 7 }),
    'no conversation': changed(400, { conversation: undefined }),
    'a conversation that is a word': changed(400, { conversation: 'a:1' }),
    'a conversation without an id': changed(400, { conversation: { tenantId: tenant } }),
    'a long conversation': changed(400, { conversation: { id: 'x'.repeat(1025), tenantId: tenant } }),
    'data that is a list': changed(400, { channelData: [tenant] }),
    'prototypes alone': [
      400,
      () => ({ body: `{"__proto__":${text()},"constructor":{"prototype":${text()}}}` }),
    ],
    'brackets without end': raw(400, '['.repeat(100_000)),
    'brackets 100,000 deep': raw(400, nested(100_000)),
    'objects 100,000 deep': raw(400, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    'a long body': [413, () => ({ body: { ...activity(), padding: 'x'.repeat(5 * MIB) } })],
    'a body just too long': raw(413, ' '.repeat(MIB + 1)),
    'a long body that does not say so': [
      413,
      () => ({
        body: { ...activity(), padding: 'x'.repeat(2 * MIB) },
        headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' },
      }),
    ],
    gzip: coded('gzip'),
    deflate: coded('deflate'),
    brotli: coded('br'),
    'a bomb': coded('gzip', () => BOMB),
    'an unknown coding': coded('snappy'),
    'no type of content': typed(400, undefined),
    text: typed(400, 'text/plain'),
    'a broken type of content': typed(400, 'application'),
    'an unknown alphabet': typed(415, 'application/json; charset=ebcdic'),
  }
}
