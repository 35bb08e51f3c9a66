import assert from 'node:assert/strict'
import type { TuningStep } from '../../src/types.js'
import type { Client, OpenedConsole } from './house.js'
import { cast, furnish, openScene, tunings } from './scene.js'
import { plainText } from './text.js'

describe('console: what changed in the lexicon', function () {
  this.timeout(30_000)
  let house: OpenedConsole
  let jana: Client

  beforeEach(async () => {
    house = await openScene()
    jana = await house.signIn(cast.jana, 'employee')
  })
  afterEach(() => house.close())

  const read = async (path: string, client = jana) => plainText((await client.get(path)).text)
  let author = 0

  /** One version more, by an administrator of its own. */
  async function publish(steps: readonly TuningStep[], backTo: number | null = null): Promise<number> {
    const { store, clock } = house
    const done = await store.tuning.publish(steps, {
      ...{ at: clock(), author: store.console.actor(cast.leon), approver: null },
      ...{ reason: `Grund ${++author}`, backTo },
    })
    assert.ok('version' in done)
    return done.version
  }

  it('says that nothing has, where nothing has', async () => {
    assert.match(await read('/changes'), /Bisher hat sich nichts geändert\./)
  })

  it('is told to everybody at once, newest first, with day and reason', async () => {
    await furnish(house)
    const text = await read('/changes')
    assert.match(text, /Stand 3 gilt jetzt .*5\. März 2026.*Stand 2 .*28\. Februar 2026.*Stand 1 /)
    for (const { reason } of tunings) assert.ok(text.includes(`Grund: ${reason}`), reason)
    assert.match(text, /Geändert durch: Klartext selbst\./)
    assert.match(text, /Geändert durch: Admin\. Eine zweite Person hat es freigegeben\./)
    await publish([{ scope: 'company', kind: 'allow', name: 'Andon', value: {}, base: 0 }])
    assert.match(await read('/changes'), /Stand 4 gilt jetzt .*„Andon“ ist hier ein üblicher Begriff/)
  })

  it('names no person, whoever looks', async () => {
    await furnish(house)
    const pseudonyms = [cast.leon, cast.olga].map((person) => house.store.console.actor(person))
    for (const client of [jana, await house.signIn(cast.sofie, 'admin', 'works-council')])
      for (const path of ['/changes', '/changes/1', '/changes/2', '/changes/3']) {
        const { text } = await client.get(path)
        for (const trace of [...pseudonyms, cast.leon.user, cast.olga.user])
          assert.ok(!text.includes(trace), path)
      }
  })

  const entry = {
    ...{ label: 'anglicism', language: 'de', why: 'Das versteht kaum jemand.', instead: ['Auslauf'] },
    ...{ word: 'Ramp-down', source: 'own' },
  } as const
  const key = { scope: 'company', kind: 'entry', name: 'eigen-rampdown' } as const
  const mindset = { scope: 'company', kind: 'change', name: 'anglicism-mindset' } as const
  const threshold = { scope: 'company', kind: 'threshold', name: 'jargon/customer-facing' } as const
  const word = { scope: 'company', kind: 'allow', name: 'Sprint' } as const
  type Step = Omit<TuningStep, 'base'>

  const told: [name: string, before: readonly Step[], step: Step, says: RegExp][] = [
    [
      'a new entry, with all its fields',
      [],
      {
        ...key,
        value: {
          ...entry,
          patterns: ['~fahren ... runter'],
          audience: ['customer-facing'],
          ...{ parts: false },
        },
      },
      /„Ramp-down“ ist neu dazugekommen \(Englische Wörter\)\. Sprache Deutsch Muster ~fahren \.\.\. runter Warum Das versteht kaum jemand\. Besser so Auslauf Herkunft own Wo es zählt wo Kundschaft mitliest parts false/,
    ],
    [
      'an entry that is different, before and after',
      [{ ...key, value: entry }],
      { ...key, value: { ...entry, instead: ['Auslauf', 'Ende'], weight: 0.5 } },
      /„Ramp-down“ ist anders als bisher\. Besser so jetzt: Ende Gewicht jetzt: 0,5/,
    ],
    [
      'an entry that is gone',
      [{ ...key, value: entry }],
      { ...key, value: null },
      /„Ramp-down“ ist weggefallen\. Klartext sucht nicht mehr danach\./,
    ],
    [
      'an entry of Klartext that is switched off',
      [],
      { ...mindset, value: { status: 'retired' } },
      /„Mindset“ ist abgeschaltet\. Klartext sucht nicht mehr danach\./,
    ],
    [
      'one on probation',
      [],
      { ...mindset, value: { status: 'probation' } },
      /„Mindset“ ist auf Probe: Es wird gezählt, aber niemand bekommt dazu einen Hinweis\./,
    ],
    [
      'one that is switched on again',
      [{ ...mindset, value: { status: 'probation' } }],
      { ...mindset, value: { status: 'active' } },
      /„Mindset“ ist wieder eingeschaltet\./,
    ],
    [
      'one that is explained otherwise',
      [{ ...mindset, value: { why: 'So war es.' } }],
      { ...mindset, value: { why: 'So ist es.' } },
      /„Mindset“ ist anders als bisher\. Warum bisher: So war es\. jetzt: So ist es\./,
    ],
    [
      'one that is as it came',
      [{ ...mindset, value: { weight: 2 } }],
      { ...mindset, value: null },
      /„Mindset“ gilt wieder so, wie es mit Klartext gekommen ist\./,
    ],
    [
      'a threshold',
      [],
      { ...threshold, value: { weight: 3 } },
      /Floskeln, wo Kundschaft mitliest: Die Schwelle ist anders als bisher\. Schwelle bisher: wie mitgeliefert jetzt: 3/,
    ],
    [
      'a higher threshold',
      [{ ...threshold, value: { weight: 3 } }],
      { ...threshold, value: { weight: 4 } },
      /Ein Hinweis kommt jetzt seltener\. Schwelle bisher: 3 jetzt: 4/,
    ],
    [
      'a lower one',
      [{ ...threshold, value: { weight: 3 } }],
      { ...threshold, value: { weight: 0.5 } },
      /Ein Hinweis kommt jetzt öfter\. Schwelle bisher: 3 jetzt: 0,5/,
    ],
    [
      'an entry whose probation is simply gone',
      [{ ...mindset, value: { status: 'probation', weight: 2 } }],
      { ...mindset, value: { weight: 2 } },
      /„Mindset“ ist anders als bisher\. Zustand bisher: auf Probe/,
    ],
    [
      'a word for one channel',
      [],
      { ...word, scope: 'channel/slack/T024BE7LD/C0G9QF9GZ', value: {} },
      /„Sprint“ ist hier ein üblicher Begriff und zählt nicht mehr\. Gilt nur im Kanal slack\/T024BE7LD\/C0G9QF9GZ\./,
    ],
    [
      'a word that counts again',
      [{ ...word, value: {} }],
      { ...word, value: null },
      /„Sprint“ zählt wieder\./,
    ],
  ]
  for (const [name, before, step, says] of told)
    it(`tells of ${name}`, async () => {
      const since = before.length > 0 ? await publish(before.map((each) => ({ ...each, base: 0 }))) : 0
      const version = await publish([{ ...step, base: since }])
      assert.match(await read(`/changes/${version}`), says)
      assert.match(await read('/changes'), says)
    })

  it('names the unit for which something holds, and says when it goes back', async () => {
    await furnish(house)
    assert.match(await read('/changes/1'), /„Pick“ .*Gilt nur im Bereich „Montage Halle 2“\./)
    const version = await publish([{ scope: 'company', kind: 'allow', name: 'X', value: {}, base: 0 }], 2)
    assert.match(await read(`/changes/${version}`), /Damit gilt wieder, was mit Stand 2 galt\./)
  })

  it('leafs through versions, and through a long one', async () => {
    const many = Array.from({ length: 230 }, (_, index) => `Wort${String(index).padStart(3, '0')}`)
    const long = await publish(
      many.map((name) => ({ scope: 'company', kind: 'allow', name, value: {}, base: 0 })),
    )
    for (let index = 0; index < 11; index++)
      await publish([{ scope: 'company', kind: 'allow', name: `Später${index}`, value: {}, base: 0 }])
    const [first, second] = [await read('/changes'), await read('/changes?page=2')]
    assert.match(first, /Stand 12 .*Seite 1 von 2 Ältere/)
    assert.ok(!/Stand 1 /.test(first))
    assert.match(second, /Stand 2 .*Stand 1 .*Alle 230 Änderungen lesen.*Neuere Seite 2 von 2/)
    const pages = [1, 2, 3].map((page) => read(`/changes/${long}?page=${page}`))
    const all = (await Promise.all(pages)).join(' ')
    assert.deepEqual(
      many.filter((name) => all.split(`„${name}“`).length !== 2),
      [],
    )
    // Whatever else is asked for is the nearest page.
    for (const page of ['0', '-1', '99', 'x', '1e3'])
      assert.equal((await jana.get(`/changes?page=${page}`)).status, 200)
  })

  it('has no version that is not there', async () => {
    await furnish(house)
    for (const version of ['0', '4', '99', '-1', '1.0', '01', 'x', '1%27'])
      assert.equal((await jana.get(`/changes/${version}`)).status, 404, version)
  })
})
