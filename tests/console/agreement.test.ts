import assert from 'node:assert/strict'
import { createAgreementDesk } from '../../src/agreement.js'
import { type Agreeable, agreedConfig, hashOf } from '../../src/config/agreed.js'
import type { Agreement } from '../../src/types.js'
import type { Client } from './house.js'
import { cast, openScene, setUp } from './scene.js'
import { plainText } from './text.js'

describe('what of the configuration is agreed', () => {
  it('is what decides what is read, kept and seen, by the names of the variables', () => {
    assert.deepEqual(agreedConfig(setUp), {
      KLARTEXT_CONSOLE_FOUR_EYES: 'on',
      KLARTEXT_NUDGE_DAYS: '14',
      KLARTEXT_SETTLE_SECONDS: 'default',
      KLARTEXT_SLACK_AUDIENCES: 'C024BE91L=company',
      KLARTEXT_SLACK_NOT_IN: 'C0BETRIEB',
      KLARTEXT_SLACK_ONLY_IN: 'C024BE91L,C0G9QF9GZ',
      KLARTEXT_SLACK_SHARED_CHANNELS: 'off',
      KLARTEXT_SLACK_TEAMS: 'S0614TZR7',
      KLARTEXT_SUMMARY_NOISE: 'off',
      KLARTEXT_SUMMARY_PEOPLE: '7',
      KLARTEXT_TIME_ZONE: 'Europe/Berlin',
      platforms: 'slack',
    })
  })

  it('holds no secret, and no id of a person', () => {
    const text = JSON.stringify(agreedConfig(setUp))
    for (const trace of ['secret', 'xoxb', 'xapp', cast.leon.user]) assert.ok(!text.includes(trace), trace)
  })

  const slack = setUp.slack!
  const teams: Agreeable['teams'] = {
    ...{ appId: 'a', appSecret: 's', tenant: '11111111-1111-4111-8111-111111111111', onlyIn: undefined },
    ...{ notIn: [], sharedChannels: false, audiences: new Map(), teams: [] },
    ...{ standIn: undefined, playground: undefined, console: undefined },
  }
  const changes: [name: string, over: Partial<Agreeable>, changes: boolean][] = [
    ['a larger smallest group', { summaryPeople: 8 }, true],
    ['noise', { summaryNoise: true }, true],
    ['hints that stand longer', { nudgeDays: 15 }, true],
    ['another time zone', { timeZone: 'Europe/Vienna' }, true],
    ['a shorter wait', { settleSeconds: 5 }, true],
    ['no second pair of eyes', { fourEyes: false }, true],
    ['one channel more', { slack: { ...slack, onlyIn: [...slack.onlyIn!, 'C0NEW'] } }, true],
    ['every channel', { slack: { ...slack, onlyIn: undefined } }, true],
    ['no channel', { slack: { ...slack, onlyIn: [] } }, true],
    ['one exception less', { slack: { ...slack, notIn: [] } }, true],
    ['shared channels', { slack: { ...slack, sharedChannels: true } }, true],
    ['another audience', { slack: { ...slack, audiences: new Map([['C024BE91L', 'team']]) } }, true],
    ['another team', { slack: { ...slack, teams: ['S0OTHER'] } }, true],
    ['Teams as well', { teams }, true],
    ['another tenant', { teams: { ...teams, tenant: '22222222-2222-4222-8222-222222222222' } }, true],
    ['the chat for trying out', { playground: true }, true],
    [
      'the same channels in another order',
      { slack: { ...slack, onlyIn: ['C0G9QF9GZ', 'C024BE91L'] } },
      false,
    ],
    ['a channel named twice', { slack: { ...slack, notIn: ['C0BETRIEB', 'C0BETRIEB'] } }, false],
    ['another token', { slack: { ...slack, botToken: 'xoxb-another' } }, false],
    ['another administrator', { slack: { ...slack, admins: ['U0OTHER'] } }, false],
    ['HTTP in place of a socket', { slack: { ...slack, mode: 'http' } }, false],
  ]
  const hash = (over: Partial<Agreeable> = {}) => hashOf(agreedConfig({ ...setUp, ...over }))
  for (const [name, over, differs] of changes)
    it(`${differs ? 'differs with' : 'stays the same with'} ${name}`, () =>
      (differs ? assert.notEqual : assert.equal)(hash(over), hash()))

  it('tells one tenant from another', () => {
    const [one, other] = changes.filter(([, over]) => over.teams).map(([, over]) => hash(over))
    assert.notEqual(one, other)
  })

  it('has a hash that does not hang on the order of the names', () => {
    assert.match(hash(), /^[0-9a-f]{64}$/)
    assert.equal(hashOf({ a: '1', b: '2' }), hashOf({ b: '2', a: '1' }))
    assert.notEqual(hashOf({ a: '1', b: '2' }), hashOf({ a: '12', b: '' }))
  })
})

describe('the agreement desk', () => {
  const current = hashOf(agreedConfig(setUp))
  const agreed = (hash: string | null): Agreement => ({
    ...{ hash, config: {}, proposedBy: 'a', proposedRole: 'admin', proposedAt: new Date(0) },
    ...{ confirmedBy: 'b', confirmedAt: new Date(0) },
  })

  function open(every?: number) {
    const kept: { inForce: Agreement | null; broken: boolean; looks: number } = {
      ...{ inForce: null, broken: false, looks: 0 },
    }
    const said: string[] = []
    const note = (...args: unknown[]) => void said.push(String(args.at(-1)))
    const store = {
      console: {
        async agreement() {
          kept.looks += 1
          if (kept.broken) throw new Error('disk full')
          return { inForce: kept.inForce, waiting: null }
        },
      },
    }
    const desk = createAgreementDesk({
      ...{ store, config: setUp, log: { info: note, warn: note, error: note } },
      ...(every ? { every } : {}),
    })
    return { desk, kept, said }
  }

  it('lets nothing be read before it has looked', async () => {
    const { desk } = open()
    assert.equal(desk.isHeld(), true)
    await desk.refresh()
    assert.equal(desk.isHeld(), false)
  })

  const states: [name: string, inForce: Agreement | null, held: boolean][] = [
    ['nothing was agreed', null, false],
    ['the lock was lifted', agreed(null), false],
    ['the configuration is the agreed one', agreed(current), false],
    ['it is another', agreed('0'.repeat(64)), true],
  ]
  for (const [name, inForce, held] of states)
    it(`${held ? 'holds' : 'lets go'} where ${name}`, async () => {
      const { desk, kept } = open()
      kept.inForce = inForce
      await desk.refresh()
      assert.equal(desk.isHeld(), held)
    })

  it('keeps its last answer while the store fails, and says each turn once', async () => {
    const { desk, kept, said } = open()
    kept.inForce = agreed('0'.repeat(64))
    await desk.refresh()
    kept.broken = true
    await assert.rejects(desk.refresh(), /disk full/)
    assert.equal(desk.isHeld(), true)
    kept.broken = false
    await desk.refresh()
    kept.inForce = null
    await desk.refresh()
    await desk.refresh()
    assert.deepEqual(said, [
      'the configuration is not the agreed one: nothing is read until it is',
      'the configuration is the agreed one again',
    ])
  })

  it('keeps looking by itself, also past a failure', async () => {
    const { desk, kept, said } = open(5)
    await desk.start()
    kept.broken = true
    while (!said.some((text) => text.includes('trying again')))
      await new Promise((done) => setTimeout(done, 5))
    kept.broken = false
    kept.inForce = agreed('0'.repeat(64))
    while (!desk.isHeld()) await new Promise((done) => setTimeout(done, 5))
    await desk.stop()
    const { looks } = kept
    await new Promise((done) => setTimeout(done, 30))
    assert.equal(kept.looks, looks)
  })
})

describe('console: the agreement with the works council', function () {
  this.timeout(30_000)
  let house: Awaited<ReturnType<typeof openScene>>
  let leon: Client
  let olga: Client
  let sofie: Client

  beforeEach(async () => {
    house = await openScene()
    leon = await house.signIn(cast.leon, 'admin')
    olga = await house.signIn(cast.olga, 'admin')
    sofie = await house.signIn(cast.sofie, 'works-council')
  })
  afterEach(() => house.close())

  const current = () => house.desk.current.hash
  const press = async (client: Client, path: string, fields = {}) => {
    const answer = await client.post(path, fields)
    assert.equal(answer.status, 303, `${path}: ${plainText(answer.text)}`)
    return plainText((await client.follow(answer)).text)
  }
  const page = async (client: Client) => plainText((await client.get('/council')).text)
  const state = () => house.store.console.agreement()
  const log = async () =>
    (await house.store.console.auditRecords(20)).map(({ role, action, subject }) => [role, action, subject])

  it('is proposed by one office and confirmed by the other, and every step is on record', async () => {
    assert.match(await page(leon), /Zurzeit ist nichts festgeschrieben\./)
    assert.match(
      await press(leon, '/council/propose'),
      /Vorgeschlagen\..*Jetzt muss jemand vom Betriebsrat bestätigen\./,
    )
    assert.equal((await state()).inForce, null)
    assert.match(await page(sofie), /Es sind die Einstellungen, mit denen Klartext jetzt läuft\./)
    const after = await press(sofie, '/council/confirm', { hash: current() })
    assert.match(after, /Die Einstellungen sind jetzt festgeschrieben\..*von beiden Seiten bestätigt\./)
    const { inForce, waiting } = await state()
    assert.equal(inForce?.hash, current())
    assert.deepEqual(inForce?.config, house.desk.current.config)
    assert.equal(waiting, null)
    assert.deepEqual(await log(), [
      ['works-council', 'agreement.confirm', current()],
      ['admin', 'agreement.propose', current()],
    ])
    assert.equal(house.desk.isHeld(), false)
  })

  it('goes the other way round as well', async () => {
    await press(sofie, '/council/propose')
    assert.match(await page(leon), /Bestätigen Ablehnen/)
    await press(leon, '/council/confirm', { hash: current() })
    assert.equal((await state()).inForce?.confirmedBy, house.store.console.actor(cast.leon))
  })

  const refused: [name: string, by: () => Client, confirmer: () => Client][] = [
    ['whoever proposed it', () => leon, () => leon],
    ['another administrator', () => leon, () => olga],
    ['the works council itself', () => sofie, () => sofie],
  ]
  for (const [name, by, confirmer] of refused)
    it(`is refused to ${name}`, async () => {
      await press(by(), '/council/propose')
      assert.doesNotMatch(await page(confirmer()), /Bestätigen (?:Zurückziehen|Ablehnen)/)
      const answer = await confirmer().post('/council/confirm', { hash: current() })
      assert.equal(answer.status, 403)
      assert.equal((await state()).inForce, null)
      assert.equal((await log()).length, 1)
    })

  it('is refused to somebody who proposed it before they changed their office', async () => {
    await press(leon, '/council/propose')
    const turned = await house.signIn(cast.leon, 'works-council')
    assert.equal((await turned.post('/council/confirm', { hash: current() })).status, 403)
    assert.equal((await state()).inForce, null)
  })

  it('is refused to everybody else, whatever they send', async () => {
    await press(leon, '/council/propose')
    const jana = await house.signIn(cast.jana, 'employee', 'manager')
    for (const path of ['propose', 'propose-lift', 'confirm', 'withdraw'])
      assert.equal((await jana.post(`/council/${path}`, { hash: current() })).status, 403, path)
    assert.ok((await state()).waiting)
  })

  it('takes only what was on the page', async () => {
    await press(leon, '/council/propose')
    for (const hash of ['', 'lift', '0'.repeat(64), 'constructor'])
      assert.match(await press(sofie, '/council/confirm', { hash }), /Diesen Vorschlag gibt es nicht mehr\./)
    assert.equal((await state()).inForce, null)
  })

  it('is withdrawn or declined', async () => {
    await press(leon, '/council/propose')
    assert.match(await page(olga), /Zurückziehen/)
    assert.match(await press(sofie, '/council/withdraw', { hash: current() }), /vom Tisch/)
    assert.equal((await state()).waiting, null)
    assert.deepEqual((await log())[0], ['works-council', 'agreement.withdraw', current()])
  })

  it('has one proposal at a time, and none of what is in force', async () => {
    await press(leon, '/council/propose')
    assert.match(await press(sofie, '/council/propose-lift'), /Es liegt schon ein Vorschlag vor\./)
    await press(sofie, '/council/confirm', { hash: current() })
    assert.match(await press(leon, '/council/propose'), /Genau das gilt schon\./)
    assert.equal((await state()).waiting, null)
  })

  it('is lifted by both', async () => {
    await press(leon, '/council/propose')
    await press(sofie, '/council/confirm', { hash: current() })
    assert.match(
      await press(leon, '/council/propose-lift'),
      /Künftig soll nichts mehr festgeschrieben sein\./,
    )
    assert.equal((await olga.post('/council/confirm', { hash: 'lift' })).status, 403)
    assert.equal((await state()).inForce?.hash, current())
    assert.match(
      await press(sofie, '/council/confirm', { hash: 'lift' }),
      /Es ist nichts mehr festgeschrieben\./,
    )
    assert.equal((await state()).inForce, null)
    assert.deepEqual(
      (await log()).slice(0, 2).map(([, action]) => action),
      ['agreement.lift', 'agreement.propose'],
    )
  })

  it('stops reading when the configuration is changed alone, says what differs, and resumes once both agree', async () => {
    const other = await openScene({ config: { ...setUp, summaryNoise: true } })
    try {
      const { console: kept } = other.store
      const config = agreedConfig(setUp)
      const proposal = { hash: hashOf(config), config, proposedBy: 'aaaaaaaaaaaa', proposedAt: other.clock() }
      await kept.propose({ ...proposal, proposedRole: 'admin' })
      await kept.confirm(proposal.hash, 'bbbbbbbbbbbb', 'works-council', other.clock())
      await other.desk.refresh()
      assert.equal(other.desk.isHeld(), true)
      const [admin, council] = [
        await other.signIn(cast.leon, 'admin'),
        await other.signIn(cast.sofie, 'works-council'),
      ]
      for (const client of [admin, council])
        assert.match(
          await page(client),
          /Klartext liest gerade bei niemandem mit Die Einstellungen sind anders als vereinbart\..*Einstellung vereinbart jetzt Zufällige Abweichung in den Wochenberichten gibt es nicht kommt zu jeder Summe dazu/,
        )
      // On every other page of theirs as well, and on no page of anybody else.
      const jana = await other.signIn(cast.jana, 'employee')
      for (const [client, told] of [
        [admin, true],
        [council, true],
        [jana, false],
      ] as const)
        assert.equal((await client.get('/changes')).text.includes('wer zustimmen muss'), told)
      await press(admin, '/council/propose')
      assert.equal(other.desk.isHeld(), true)
      await press(council, '/council/confirm', { hash: other.desk.current.hash })
      assert.equal(other.desk.isHeld(), false)
      assert.doesNotMatch(await page(admin), /liest gerade bei niemandem mit/)
    } finally {
      await other.close()
    }
  })

  it('says where a proposal is not what Klartext is running with', async () => {
    const config = agreedConfig({ ...setUp, nudgeDays: 7 })
    await house.store.console.propose({
      ...{ hash: hashOf(config), config, proposedBy: 'aaaaaaaaaaaa', proposedRole: 'admin' as const },
      proposedAt: house.clock(),
    })
    assert.match(
      await page(sofie),
      /Sie unterscheiden sich von denen.*vorgeschlagen jetzt Hinweise stehen im Chat 7 Tage 14 Tage/,
    )
  })
})
