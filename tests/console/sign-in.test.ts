import assert from 'node:assert/strict'
import { generateKeyPair, SignJWT } from 'jose'
import type { Route } from '../../src/console/route.js'
import { createProviders, type SignInOptions } from '../../src/console/sign-in/providers.js'
import { PlatformError } from '../../src/errors.js'
import type { Person } from '../../src/types.js'
import { createBrowser } from './browse.js'
import { type OpenedConsole, type Opening, openConsole } from './house.js'
import { clients, type StandIn, startStandIn, TENANT, type Twist } from './stand-in/index.js'

const URL_OF_OURS = 'https://klartext.example'

/** Shows who is there. */
const whoami: Route = {
  method: 'get',
  path: '/me',
  roles: ['employee'],
  handle: async ({ person }) => ({ title: 'Da', area: 'me', body: `[${Object.values(person).join('|')}]` }),
}

const SLACK = { platform: 'slack', tenant: 'T024BE7LD', user: 'U024BE7LH' }
const TEAMS = { platform: 'teams', tenant: TENANT, user: 'aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa' }

describe('console: signing in', function () {
  this.timeout(60_000)
  let standIn: StandIn
  let house: OpenedConsole

  const options = (over: Partial<SignInOptions> = {}): SignInOptions => ({
    slack: clients.slack,
    teams: { ...clients.teams, tenant: TENANT },
    standIn: standIn.base,
    ...over,
  })
  const open = (over: Partial<Opening> = {}) =>
    openConsole({ url: URL_OF_OURS, routes: [whoami], providers: createProviders(options()), ...over })

  before(async () => {
    standIn = await startStandIn()
    house = await open()
  })
  after(async () => {
    await house.close()
    await standIn.close()
  })
  beforeEach(() => {
    standIn.twist = {}
  })

  for (const [provider, person] of [
    ['slack', SLACK],
    ['teams', TEAMS],
  ] as const)
    it(`works with ${provider}, over discovery, keys and PKCE`, async () => {
      const browser = createBrowser(house.port)
      const asked = await browser.get('/console/me?page=2')
      assert.equal(asked.headers.location, '/console/sign-in?to=%2Fconsole%2Fme%3Fpage%3D2')
      const page = await browser.get(asked.headers.location!)
      assert.ok(page.text.includes(`href="/console/sign-in/${provider}?to=%2Fconsole%2Fme%3Fpage%3D2"`))

      standIn.requests.length = 0
      const answer = await browser.signIn(provider, '/console/me?page=2')
      assert.equal(answer.status, 303)
      assert.equal(answer.headers.location, '/console/me?page=2')
      assert.deepEqual(
        standIn.requests.filter((request) => !request.includes('well-known') && !request.includes('/keys')),
        [`GET ${provider}/authorize`, `POST ${provider}/token`],
      )
      const there = await browser.get('/console/me')
      assert.ok(there.text.includes(`[${Object.values(person).join('|')}]`), there.text)
      assert.deepEqual([...browser.jar.keys()], ['__Host-sid'])
    })

  it('asks for no address, sends PKCE, state and nonce, and nothing that names the person', async () => {
    for (const provider of ['slack', 'teams'] as const) {
      const begun = await house.ask(`/sign-in/${provider}`, { headers: { 'Sec-Fetch-Site': 'none' } })
      const { searchParams } = new URL(begun.headers.location!)
      const expected = [
        ...['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri'],
        ...['response_type', 'scope', 'state'],
      ]
      assert.deepEqual([...searchParams.keys()].sort(), expected)
      assert.equal(searchParams.get('scope'), 'openid profile')
      assert.equal(searchParams.get('redirect_uri'), `${URL_OF_OURS}/console/sign-in/${provider}/back`)
    }
  })

  it('sends Slack no PKCE where Slack does not announce it, and goes on all the same', async () => {
    standIn.twist = {
      metadata: (metadata) => ({ ...metadata, code_challenge_methods_supported: undefined }),
    }
    const own = await open({ providers: createProviders(options()) })
    try {
      const begun = await own.ask('/sign-in/slack')
      assert.ok(!begun.headers.location!.includes('code_challenge'))
      assert.equal((await createBrowser(own.port).signIn('slack')).headers.location, '/console')
      assert.ok((await own.ask('/sign-in/teams')).headers.location!.includes('code_challenge_method=S256'))
    } finally {
      await own.close()
    }
  })

  it('leads whoever comes from a page elsewhere to the sign-in page first', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await house.ask('/sign-in/slack?to=/console/me', { headers: { 'Sec-Fetch-Site': site } })
      assert.equal(answer.headers.location, '/console/sign-in?to=%2Fconsole%2Fme')
      assert.equal(answer.headers['set-cookie'], undefined)
    }
  })

  it('any instance finishes what another one began', async () => {
    const browser = createBrowser(house.port)
    const back = await browser.goTo('slack')
    const second = await open({
      parts: () => ({ store: house.store, core: house.core }),
    })
    try {
      const other = createBrowser(second.port, browser.jar)
      assert.equal((await other.come(back)).status, 303)
    } finally {
      await second.close()
    }
  })

  const refused = 'Die Anmeldung hat nicht geklappt'
  const foreign = 'Klartext ist dort nicht eingerichtet'
  const silent = 'Die Anmeldung geht gerade nicht'
  const set = (over: Record<string, unknown>): Twist => ({ claims: (claims) => ({ ...claims, ...over }) })
  const back = (change: (params: URLSearchParams) => void): Twist => ({
    back: (url) => change(url.searchParams),
  })
  /** The provider comes back with a fault in place of a code. */
  const answered = (error: string): Twist =>
    back((params) => {
      params.delete('code')
      params.set('error', error)
    })
  const now = () => Math.floor(Date.now() / 1000)
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  const attacks: [name: string, provider: 'slack' | 'teams', twist: Twist, says: string][] = [
    ['another state', 'slack', back((params) => params.set('state', 'x'.repeat(43))), refused],
    ['no state', 'slack', back((params) => params.delete('state')), refused],
    ['an empty state', 'teams', back((params) => params.set('state', '')), refused],
    ['the state twice', 'teams', back((params) => params.append('state', params.get('state')!)), refused],
    ['no code', 'slack', back((params) => params.delete('code')), refused],
    ['the code twice', 'slack', back((params) => params.append('code', 'code')), refused],
    ['a code that was never given out', 'teams', back((params) => params.set('code', 'guessed')), refused],
    [
      'a code that was never given out, at Slack',
      'slack',
      back((params) => params.set('code', 'x')),
      refused,
    ],
    [
      'an answer that names another issuer',
      'teams',
      back((params) => params.set('iss', 'https://evil.example')),
      refused,
    ],
    ['a server error', 'teams', answered('server_error'), refused],
    ['another nonce', 'slack', set({ nonce: 'other' }), refused],
    ['no nonce', 'teams', set({ nonce: undefined }), refused],
    ['another issuer', 'slack', set({ iss: 'https://slack.com.evil.example' }), refused],
    [
      'an issuer with a slash more',
      'teams',
      { claims: (claims) => ({ ...claims, iss: `${claims.iss}/` }) },
      refused,
    ],
    [
      "the other provider's issuer",
      'slack',
      set({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0` }),
      refused,
    ],
    ['another audience', 'slack', set({ aud: '999.999' }), refused],
    [
      'several audiences, made out to another',
      'teams',
      { claims: (claims) => ({ ...claims, aud: [claims.aud, 'other'], azp: 'other' }) },
      refused,
    ],
    ['no audience', 'teams', set({ aud: undefined }), refused],
    ['a token that is over', 'slack', set({ iat: now() - 900, exp: now() - 600 }), refused],
    ['a token without an end', 'slack', set({ exp: undefined }), refused],
    ['a token that is not in force yet', 'teams', set({ nbf: now() + 900 }), refused],
    ['a token without a subject', 'teams', set({ sub: undefined }), refused],
    [
      'no signature',
      'slack',
      { sign: async (claims) => `${base64({ alg: 'none' })}.${base64(claims)}.` },
      refused,
    ],
    [
      'an HMAC by our own secret',
      'slack',
      {
        sign: (claims) =>
          new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256', kid: 'rsa' })
            .sign(new TextEncoder().encode(clients.slack.clientSecret)),
      },
      refused,
    ],
    [
      'a signature by a key of somebody else',
      'teams',
      {
        async sign(claims) {
          const { privateKey } = await generateKeyPair('RS256')
          return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'rsa' }).sign(privateKey)
        },
      },
      refused,
    ],
    [
      'a key that nobody published',
      'teams',
      { sign: (claims, issuer) => issuer.sign(claims, { kid: 'other' }) },
      refused,
    ],
    [
      'a signature of another kind',
      'teams',
      { sign: (claims, issuer) => issuer.sign(claims, { alg: 'ES256' }) },
      refused,
    ],
    [
      'claims changed after signing',
      'slack',
      {
        async sign(claims, issuer) {
          const [header, , signature] = (await issuer.sign(claims)).split('.')
          return [header, base64({ ...claims, 'https://slack.com/user_id': 'U0000ADMIN' }), signature].join(
            '.',
          )
        },
      },
      refused,
    ],
    ['another tenant', 'teams', set({ tid: '99999999-9999-4999-8999-999999999999' }), foreign],
    ['no tenant', 'teams', set({ tid: undefined }), foreign],
    ['no object id', 'teams', set({ oid: undefined }), foreign],
    ['an address for an object id', 'teams', set({ oid: 'leon@firma.example' }), foreign],
    ['no workspace', 'slack', set({ 'https://slack.com/team_id': undefined }), foreign],
    ['an address for a user', 'slack', set({ 'https://slack.com/user_id': 'leon@firma.example' }), foreign],
    ['a user with a line between', 'slack', set({ 'https://slack.com/user_id': 'U1|T2|U3' }), foreign],
    [
      'an answer without a token about the person',
      'slack',
      { answer: ({ id_token: _, ...rest }) => rest },
      refused,
    ],
    [
      'an answer that leads elsewhere',
      'slack',
      {
        answer: (_body, res) => void res.redirect(307, 'http://127.0.0.1:9/token'),
      },
      silent,
    ],
    [
      'an answer without end',
      'teams',
      { answer: (body) => ({ ...body, more: 'x'.repeat(1_100_000) }) },
      refused,
    ],
    ['a page for an answer', 'teams', { answer: (_body, res) => void res.send('<p>Hello') }, refused],
  ]
  for (const [name, provider, twist, says] of attacks)
    it(`refuses ${name} (${provider})`, async () => {
      standIn.twist = twist
      const browser = createBrowser(house.port)
      const answer = await browser.signIn(provider)
      assert.ok(answer.status === 403 || answer.status === 503, String(answer.status))
      assert.ok(answer.text.includes(`<h1>${says}</h1>`), answer.text)
      assert.deepEqual([...browser.jar.keys()], [])
    })

  const lies: [name: string, metadata: (metadata: Record<string, unknown>) => Record<string, unknown>][] = [
    ['speak of another issuer', (metadata) => ({ ...metadata, issuer: 'https://slack.com' })],
    ['put a slash behind the issuer', (metadata) => ({ ...metadata, issuer: `${metadata.issuer}/` })],
    [
      'write the issuer otherwise',
      (metadata) => ({ ...metadata, issuer: String(metadata.issuer).replace('http', 'HTTP') }),
    ],
    ['take the code elsewhere', (metadata) => ({ ...metadata, token_endpoint: 'http://127.0.0.1:9/token' })],
    ['have the keys elsewhere', (metadata) => ({ ...metadata, jwks_uri: 'http://127.0.0.1:9/keys' })],
    [
      'send the browser elsewhere',
      (metadata) => ({ ...metadata, authorization_endpoint: 'https://evil.example/' }),
    ],
  ]
  for (const [name, metadata] of lies)
    it(`believes no metadata that ${name}`, async () => {
      // The tokens say whatever the metadata says.
      const issuer = (honest: string) => String(metadata({ issuer: honest }).issuer)
      standIn.twist = { metadata, claims: (claims) => ({ ...claims, iss: issuer(String(claims.iss)) }) }
      const own = await open()
      try {
        const browser = createBrowser(own.port)
        const begun = await browser.get('/console/sign-in/slack')
        if (begun.status === 303) {
          assert.ok(begun.headers.location!.startsWith(`${standIn.base}/slack/`))
          const there = await fetch(begun.headers.location!, { redirect: 'manual' })
          const answer = await browser.come(new URL(there.headers.get('location')!))
          assert.equal(answer.status, 403)
        } else assert.equal(begun.status, 403)
        assert.ok(!browser.jar.has('__Host-sid'))
      } finally {
        await own.close()
      }
    })

  it('refuses an answer that comes twice', async () => {
    const browser = createBrowser(house.port)
    const answer = await browser.goTo('slack')
    const login = browser.jar.get('__Host-login')!
    assert.equal((await browser.come(answer)).status, 303)
    const again = createBrowser(house.port, new Map([['__Host-login', login]]))
    assert.equal((await again.come(answer)).status, 403)
  })

  it('refuses an answer of one provider at the door of the other', async () => {
    const browser = createBrowser(house.port)
    const answer = await browser.goTo('slack')
    answer.pathname = '/console/sign-in/teams/back'
    standIn.requests.length = 0
    assert.equal((await browser.come(answer)).status, 403)
    // Nor does the other one get to see the code.
    assert.deepEqual(standIn.requests, [])
  })

  for (const provider of ['slack', 'teams'] as const) {
    it(`refuses the answer to somebody else in a browser of its own (${provider})`, async () => {
      const attacker = await createBrowser(house.port).goTo(provider)
      const victim = createBrowser(house.port)
      assert.equal((await victim.come(attacker)).status, 403)
      // Also where the victim has begun to sign in.
      await victim.goTo(provider)
      assert.equal((await victim.come(attacker)).status, 403)
      assert.deepEqual([...victim.jar.keys()], [])
    })

    it(`refuses a code of somebody else under the own state (${provider})`, async () => {
      const attacker = await createBrowser(house.port).goTo(provider)
      const victim = createBrowser(house.port)
      const own = await victim.goTo(provider)
      own.searchParams.set('code', attacker.searchParams.get('code')!)
      assert.equal((await victim.come(own)).status, 403)
    })
  }

  const cookies: [name: string, change: (sealed: string) => string][] = [
    ['changed by a letter', (sealed) => `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'BB' : 'AA'}`],
    ['unsealed', () => `${base64({ alg: 'none' })}.${base64({ provider: 'slack', state: 'x' })}.`],
    ['empty', () => ''],
    ['without end', () => 'x'.repeat(7000)],
  ]
  for (const [name, change] of cookies)
    it(`refuses a transaction that is ${name}`, async () => {
      const browser = createBrowser(house.port)
      const answer = await browser.goTo('slack')
      browser.jar.set('__Host-login', change(browser.jar.get('__Host-login')!))
      assert.equal((await browser.come(answer)).status, 403)
      assert.ok(!browser.jar.has('__Host-sid'))
    })

  it('gives a sign-in ten minutes', async () => {
    const own = await open()
    try {
      const [quick, slow] = [createBrowser(own.port), createBrowser(own.port)]
      const [first, second] = [await quick.goTo('slack'), await slow.goTo('slack')]
      await own.pass(9 * 60 + 59)
      assert.equal((await quick.come(first)).status, 303)
      await own.pass(2)
      assert.equal((await slow.come(second)).status, 403)
    } finally {
      await own.close()
    }
  })

  it('says kindly that a workspace without Klartext, or one that nobody can ask yet, is not let in', async () => {
    const known: Person[] = []
    const own = await open({
      async isKnown(person) {
        known.push(person)
        if (person.platform === 'slack') return false
        throw new PlatformError('auth.test', 'later')
      },
    })
    try {
      const browser = createBrowser(own.port)
      const answer = await browser.signIn('slack')
      assert.equal(answer.status, 403)
      assert.ok(answer.text.includes(foreign))
      const later = await browser.signIn('teams')
      assert.equal(later.status, 503)
      assert.ok(later.text.includes(silent))
      assert.deepEqual(known, [SLACK, TEAMS])
      assert.deepEqual([...browser.jar.keys()], [])
    } finally {
      await own.close()
    }
  })

  it('says that somebody declined, and that a provider does not answer', async () => {
    standIn.twist = answered('access_denied')
    const answer = await createBrowser(house.port).signIn('slack')
    assert.ok(answer.text.includes('Die Anmeldung wurde abgebrochen.'))

    const own = await open({ providers: createProviders(options({ standIn: 'http://127.0.0.1:9' })) })
    try {
      const begun = await own.ask('/sign-in/slack', { headers: { 'Accept-Language': 'en' } })
      assert.equal(begun.status, 503)
      assert.ok(begun.text.includes('Slack or Microsoft is not answering.'))
    } finally {
      await own.close()
    }
  })

  it('refuses a wrong secret of ours, and logs no secret, code or token', async () => {
    const own = await open({
      providers: createProviders(options({ slack: { clientId: '123.456', clientSecret: 'f'.repeat(32) } })),
    })
    try {
      const browser = createBrowser(own.port)
      const answer = await browser.goTo('slack')
      assert.equal((await browser.come(answer)).status, 403)
      const logged = JSON.stringify(own.logged)
      assert.match(logged, /sign-in-failed/)
      for (const secret of [
        'f'.repeat(32),
        answer.searchParams.get('code')!,
        answer.searchParams.get('state')!,
      ])
        assert.ok(!logged.includes(secret), logged)
    } finally {
      await own.close()
    }
  })

  const elsewhere = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/console\\..\\..',
    'https://evil.example',
    'https:evil.example',
    'HTTPS://evil.example/console',
    'javascript:alert(1)',
    'data:text/html,x',
    '/',
    '/playground',
    '/consolex',
    '/console.evil.example',
    '/console/../playground',
    '/console/./../x',
    '/console/%2e%2e/x',
    '/console/%2E%2E%2Fx',
    '/console/%252e%252e/x',
    '/console//evil.example',
    '/console/%2f%2fevil.example',
    '/console/%5cevil.example',
    '/console/\t/evil.example',
    '/console/\n',
    ' /console',
    '/console/%00',
    '/console/%zz',
    '/console@evil.example',
    'console/me',
    '?x',
    '',
    '/console/sign-in',
    '/console/sign-out',
    '/console/sign-in/slack',
    `/console/${'x'.repeat(2000)}`,
    '/console/me\u202e',
    'http://127.0.0.1/console',
  ]
  for (const to of elsewhere)
    it(`leads nobody to ${JSON.stringify(to.slice(0, 40))} after signing in`, async () => {
      const answer = await createBrowser(house.port).signIn('slack', to)
      assert.equal(answer.headers.location, '/console')
    })

  const within = [
    '/console',
    '/console/',
    '/console/me',
    '/console/lexicon/a%2Fb?x=//y&z=https://w',
    '/console?lang=en',
  ]
  for (const to of within)
    it(`leads back to ${to}`, async () => {
      const answer = await createBrowser(house.port).signIn('slack', to)
      assert.equal(answer.headers.location, to)
    })
})
