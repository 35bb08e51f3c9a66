import type { CanaryHouse } from './openCanaryHouse.js'

type Raw = Parameters<CanaryHouse['teams']['forge']['post']>[0]

/** Requests that are not as Teams makes them, each with the answer that it gets. */
function requests({ teams, jana, channel, canaries, answers }: CanaryHouse) {
  const { plain, sharp } = canaries
  const { forge, serviceUrl } = teams
  const spoken = (where: string) => teams.draft.say(jana, channel, `<p>${sharp(where)}</p>`).envelope.activity
  const path = (rest: string) => ({ url: `${answers.address}/teams/${rest}` })
  const long = (where: string) => `{"text":"${`${plain(where)} `.repeat(70_000)}"}`
  const chunked = { 'content-length': undefined, 'transfer-encoding': 'chunked' }
  const { otherServiceUrl, ...bad } = forge.tokens
  const unlet: readonly Raw[] = [
    ...Object.entries(bad).map(([name, make]) => ({
      body: spoken(`a request with a token: ${name}`),
      token: make(),
    })),
    { body: spoken('a request without a token'), token: null },
    { body: spoken('a request with a token that is none'), token: plain('a token that is none') },
    { body: spoken('a request with half a token'), token: `${forge.token().slice(0, -20)}` },
    {
      body: spoken('a request with a strange claim'),
      token: forge.token({ aud: plain('whom a token is for'), nonce: plain('a claim') }),
    },
    {
      body: spoken('a request with another kind of proof'),
      token: null,
      headers: { authorization: `Basic ${plain('a password')}` },
    },
    { body: spoken('a request with an endless token'), token: plain('an endless token').repeat(600) },
    { body: long('an endless request without a token'), token: null },
  ]
  const given: readonly (readonly [status: number, raw: Raw])[] = [
    [413, { body: long('a request that is too long') }],
    [413, { body: long('a request of unknown length that is too long'), headers: chunked }],
    [400, { body: `{"type":"message","text":"${plain('broken JSON')}` }],
    [400, { body: plain('no JSON at all') }],
    [400, { body: JSON.stringify([sharp('a list')]) }],
    [400, { body: { text: sharp('an activity of no kind') } }],
    [400, { body: { ...spoken('an activity of no channel'), channelId: plain('a channel') } }],
    [415, { body: plain('a packed request'), headers: { 'content-encoding': 'gzip' } }],
    [400, { body: spoken('a request of another kind'), headers: { 'content-type': 'text/plain' } }],
    [403, { body: spoken('a request with a token for another address'), token: otherServiceUrl() }],
    [
      403,
      { body: { ...spoken('a request with another address'), serviceUrl: `${serviceUrl}${plain('there')}` } },
    ],
    [
      403,
      { body: { ...spoken('another company'), channelData: { tenant: { id: plain('another company') } } } },
    ],
    [
      200,
      {
        body: {
          ...spoken('a strange channel'),
          channelData: { tenant: { id: teams.tenant }, channel: null },
        },
      },
    ],
    [404, { body: spoken('a strange path'), ...path(`${plain('a path')}?text=${plain('a query')}`) }],
    [404, { body: spoken('no path'), ...path(`%ZZ${plain('a broken path')}`) }],
  ]
  return [...unlet.map((raw) => [401, raw] as const), ...given]
}

/** Sends them all; answers what got another answer than expected. */
export async function sendRaw(house: CanaryHouse): Promise<string[]> {
  const surprises: string[] = []
  for (const [expected, raw] of requests(house)) {
    const headers = { 'user-agent': house.canaries.plain('a browser'), ...raw.headers }
    const { status } = await house.teams.forge.post({ ...raw, headers })
    const body = JSON.stringify(raw.body).slice(0, 60)
    if (status !== expected)
      surprises.push(`${JSON.stringify(raw.headers)} ${body}: ${status}, not ${expected}`)
  }
  return surprises
}
