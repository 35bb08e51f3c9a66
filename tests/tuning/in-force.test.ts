import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Klartext, startKlartext } from '../../src/klartext.js'
import { openStore } from '../../src/store/index.js'
import { createSummaries } from '../../src/summary/index.js'
import type { Adapter, Core, Letter, Person, Store, TuningItem } from '../../src/types.js'
import { how, step } from '../helpers/tuning.js'

const TEXT = 'Wir müssen das Ergebnis challengen und den Termin canceln.'
const person = (user: string): Person => ({ platform: 'playground', tenant: 'test', user })
const [jana, murat] = [person('jana'), person('murat')]

/** All of Klartext around an adapter that keeps its letters. */
describe('what was set, in all of Klartext', function () {
  this.timeout(30_000)
  let folder: string
  let store: Store
  let klartext: Klartext | null = null
  let core: Core
  let letters: Letter[]
  let count = 0

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klartext-in-force-'))
    store = await openStore({ dataDir: folder })
    letters = []
  })
  afterEach(async () => {
    await klartext?.stop()
    klartext = null
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function start() {
    const adapter: Adapter = {
      platform: 'playground',
      defaults: { optedIn: true, quietFrom: '00:00', quietTo: '00:00', maxPerDay: 50, minutesBetween: 0 },
      async start(given) {
        core = given
      },
      async stop() {},
      async deliver(letter) {
        letters.push(letter)
        return `posted-${letters.length}`
      },
      async retract() {},
    }
    const config = { port: 0, dataDir: folder, timeZone: 'Europe/Berlin', settleSeconds: 0, nudgeDays: 14 }
    klartext = await startKlartext({ ...config, summaryPeople: 7, summaryNoise: false }, [adapter], {
      log: pino({ level: 'silent' }),
      every: 20,
    })
  }
  const say = (author: Person, channel = 'team') => {
    count += 1
    const address = {
      platform: author.platform,
      tenant: author.tenant,
      channel,
      message: `m${count}`,
    } as const
    return core.handle({ author, address, revision: '1', message: { text: TEXT, audience: 'team' } })
  }
  const until = async (holds: () => boolean) => {
    const end = Date.now() + 10_000
    while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.ok(holds(), 'not within ten seconds')
  }
  const found = async (who: Person) => (await core.export(who)).sightings.length
  const agree = async (hash: string | null) => {
    const at = new Date()
    await store.console.propose({ hash, config: {}, proposedBy: 'a', proposedRole: 'admin', proposedAt: at })
    assert.ok(await store.console.confirm(hash, 'b', 'works-council', at))
  }

  it('holds in a unit and a channel alone, down to the words of the hint', async () => {
    const units = ['vertrieb', 'technik'].map((id) => ({ id, name: id, parent: null }))
    const members = [
      { unit: 'vertrieb', accounts: [jana], manages: false },
      { unit: 'technik', accounts: [murat], manages: false },
    ]
    await store.saveOrganisation({ units, members }, new Date('2020-01-05T23:00:00Z'))
    const items: TuningItem[] = [
      {
        ...{ scope: 'unit/vertrieb', kind: 'change', name: 'anglicism-canceln' },
        value: { instead: ['abblasen'] },
      },
      { scope: 'channel/playground/test/werkstatt', kind: 'allow', name: 'challengen', value: {} },
    ]
    await store.tuning.publish(
      items.map((item) => step(item)),
      how(),
    )
    await start()
    await say(jana)
    await say(murat)
    await until(() => letters.length === 2)
    const wording = (who: Person) => {
      const { text } = letters.find(({ to }) => to.user === who.user)!
      return text.suggestions.find(({ term }) => term === 'canceln')?.instead
    }
    assert.deepEqual(wording(jana), ['abblasen'])
    assert.ok(!wording(murat)!.includes('abblasen'))
    const before = await found(murat)
    await say(murat, 'werkstatt')
    assert.equal(await found(murat), before)
  })

  it('reads nothing while the configuration is not the agreed one, and again once both roles lift the lock', async () => {
    await agree('0'.repeat(64))
    await start()
    await say(jana)
    assert.equal(await found(jana), 0)
    await agree(null)
    let read = 0
    const end = Date.now() + 10_000
    while (read === 0 && Date.now() < end) {
      await say(jana)
      read = await found(jana)
    }
    assert.ok(read > 0)
    await until(() => letters.length > 0)
  })

  for (const held of [true, false])
    it(`makes ${held ? 'no' : 'its'} summaries while the configuration is ${held ? 'not ' : ''}the agreed one`, async () => {
      const asked: string[] = []
      const watched = new Proxy(store, {
        get(target, name, receiver) {
          asked.push(String(name))
          return Reflect.get(target, name, receiver)
        },
      })
      await createSummaries({
        ...{ store: watched, adapters: new Map(), entries: () => new Map(), clock: () => new Date() },
        settingsOf: () => assert.fail('nobody is to be asked'),
        ...{ timeZone: 'Europe/Berlin', k: 7, noise: undefined, every: 1000, isHeld: () => held },
        log: { info() {}, warn() {}, error() {} },
      }).round()
      assert.equal(asked.length > 0, !held)
    })
})
