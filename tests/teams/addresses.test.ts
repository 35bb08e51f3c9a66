import assert from 'node:assert/strict'
import { createCredentials } from '../../adapters/teams/door/credentials.js'
import { microsoft } from '../../adapters/teams/door/microsoft.js'
import { NotOurs, outside } from '../../adapters/teams/door/outside.js'
import { TENANT } from './activities.js'

const real = microsoft({ tenant: TENANT })
const SERVICE = 'https://smba.trafficmanager.net/emea/'

describe("Teams: Microsoft's addresses", () => {
  const service: [string, boolean][] = [
    [SERVICE, true],
    [`https://smba.trafficmanager.net/de/${TENANT}/`, true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net:8443/emea/', false],
    ['https://smba.trafficmanager.net.example.com/', false],
    ['https://example.com/smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@example.com/', false],
    ['https://user:word@smba.trafficmanager.net/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://xsmba.trafficmanager.net/', false],
    ['https://blob.core.windows.net/', false],
    ['https://127.0.0.1/', false],
    ['http://localhost:3978/', false],
    ['https://login.microsoftonline.com/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['//smba.trafficmanager.net/', false],
    ['', false],
  ]
  for (const [url, expected] of service)
    it(`${expected ? 'sends to' : 'never sends to'} „${url}“`, () =>
      assert.equal(real.isService(url), expected))

  it('reads keys and fetches tokens at two more, and nowhere else', () => {
    for (const url of [real.openId, real.tokens]) assert.ok(real.mayCall(url), url)
    assert.equal(real.mayCall('https://graph.microsoft.com/v1.0/me'), false)
  })

  it('knows nothing but the stand-in where there is one', () => {
    const test = microsoft({ tenant: TENANT, standIn: 'http://127.0.0.1:4300' })
    for (const url of [test.openId, test.tokens, 'http://127.0.0.1:4300/emea/'])
      assert.ok(test.mayCall(url), url)
    for (const url of [SERVICE, 'http://127.0.0.1:4301/', 'https://127.0.0.1:4300/', real.tokens])
      assert.equal(test.mayCall(url), false, url)
  })

  it('does not even try elsewhere', async () => {
    await assert.rejects(outside(real)('https://example.com/'), NotOurs)
  })

  it('fetches no token for anybody else', async () => {
    let fetched = 0
    const send = async () => {
      fetched++
      return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 })
    }
    const credentials = createCredentials(real, { appId: TENANT, appSecret: 's', tenant: TENANT }, send)
    const headers = new Headers()
    await assert.rejects(credentials.signRequest({ url: 'https://example.com/emea/', headers }), NotOurs)
    assert.deepEqual([fetched, headers.get('authorization')], [0, null])
    await credentials.signRequest({ url: `${SERVICE}v3/conversations`, headers })
    await credentials.signRequest({ url: `${SERVICE}v3/conversations`, headers })
    assert.deepEqual([fetched, headers.get('authorization')], [1, 'Bearer t'])
  })
})
