import type { Canaries } from '../../proofs/canary/createCanaries.js'
import type { CanaryHouse } from './openCanaryHouse.js'

type Raw = Parameters<CanaryHouse['slack']['raw']>[0]

const FORM = 'application/x-www-form-urlencoded'
const now = () => Math.floor(Date.now() / 1000)

/** Requests that are not as Slack makes them, each with the answer that it gets. */
function requests({ plain, sharp }: Canaries, url: string): readonly [status: number, raw: Raw][] {
  const event = (where: string) =>
    JSON.stringify({ type: 'event_callback', event: { type: 'message', text: sharp(where) } })
  const payload = (value: unknown) => `payload=${encodeURIComponent(JSON.stringify(value))}`
  return [
    [401, { body: event('a request with a wrong signature'), secret: 'wrong' }],
    [401, { body: event('a request without a signature'), headers: { 'x-slack-signature': undefined } }],
    [
      401,
      { body: '{}', headers: { 'x-slack-signature': sharp('a signature that is none').replace('ü', 'u') } },
    ],
    [401, { body: event('a request that is too old'), timestamp: now() - 3600 }],
    [401, { body: event('a request from the future'), timestamp: now() + 3600 }],
    [401, { body: event('a request without a time'), timestamp: plain('a time that is none') }],
    [413, { body: `{"text":"${`${plain('a request that is too long')} `.repeat(70_000)}"}` }],
    [
      413,
      {
        body: `{"text":"${`${plain('a request of unknown length that is too long')} `.repeat(70_000)}"}`,
        headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' },
      },
    ],
    [400, { body: `{"type":"event_callback","text":"${plain('broken JSON')}` }],
    [400, { body: plain('no JSON at all') }],
    [400, { body: `payload={"text":"${plain('a broken form')}`, contentType: FORM }],
    [200, { body: JSON.stringify([sharp('a list')]) }],
    [
      200,
      { body: payload({ type: plain('a kind of interaction'), text: sharp('its text') }), contentType: FORM },
    ],
    [200, { body: `command=/${plain('a strange command')}&text=${plain('its text')}`, contentType: FORM }],
    [200, { body: event('an event of no workspace') }],
    [404, { body: event('a strange path'), url: `${url}/${plain('a path')}?text=${plain('a query')}` }],
    [404, { body: event('no path'), url: url.replace('/slack/events', `/%ZZ${plain('a broken path')}`) }],
  ]
}

/** Sends them all; answers what got another answer than expected. */
export async function sendRaw({ slack, canaries, answers }: CanaryHouse): Promise<string[]> {
  const surprises: string[] = []
  for (const [expected, raw] of requests(canaries, `${answers.address}/slack/events`)) {
    const { status } = await slack.raw({
      ...raw,
      headers: { 'user-agent': canaries.plain('a browser'), ...raw.headers },
    })
    if (status !== expected) surprises.push(`${raw.body.slice(0, 60)}: ${status}, not ${expected}`)
  }
  return surprises
}
