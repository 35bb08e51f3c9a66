import assert from 'node:assert/strict'
import type { Settings } from '../../src/types.js'
import type { Client, Fields, OpenedConsole } from './house.js'
import { cast, live, openScene } from './scene.js'
import { plainText } from './text.js'

const settingsForm = {
  tone: 'sie',
  language: 'de',
  place: 'channel',
  'per-day': '5',
  between: '60',
  'quiet-from': '17:30',
  'quiet-to': '07:00',
  praise: '1',
  topics: ['anglicism', 'blame'],
}

describe('console: my page', function () {
  this.timeout(30_000)
  let house: OpenedConsole
  let jana: Client

  beforeEach(async () => {
    house = await openScene()
    jana = await house.signIn(cast.jana, 'employee')
  })
  afterEach(() => house.close())

  const page = async (client = jana) => plainText((await client.get('/me')).text)
  const press = async (path: string, fields: Fields = {}) => {
    const answer = await jana.post(path, fields)
    assert.equal(answer.status, 303, answer.text)
    return plainText((await jana.follow(answer)).text)
  }
  const settings = () => house.core.settings(cast.jana)

  it('asks in plain words first, and takes one click for yes and one for no', async () => {
    const question = await page()
    for (const part of [
      'Soll Klartext bei dir mitlesen?',
      'Was gelesen wird',
      'Was gespeichert wird',
      'Wer was sieht',
      'Solange du nicht mitmachst, wertet Klartext keine deiner Nachrichten aus.',
    ])
      assert.ok(question.includes(part), part)
    assert.equal((await settings()).optedIn, false)
    assert.match(await press('/me/join'), /Schön, dass du mitmachst\..*Klartext liest bei dir mit\./)
    assert.equal((await settings()).optedIn, true)
    assert.match(await press('/me/leave'), /liest bei dir nicht mehr mit.*Soll Klartext bei dir mitlesen\?/)
    assert.equal((await settings()).optedIn, false)
  })

  it('pauses until tomorrow, and ends the pause', async () => {
    await jana.post('/me/join')
    assert.match(await press('/me/pause'), /Pause bis Mittwoch, 00:00 Uhr/)
    assert.equal((await settings()).pausedUntil?.toISOString(), '2026-03-10T23:00:00.000Z')
    assert.match(await press('/me/resume'), /Die Pause ist zu Ende\./)
    assert.equal((await settings()).pausedUntil, null)
  })

  it('saves all settings at once and speaks to the person as they wish', async () => {
    await jana.post('/me/join')
    const after = await press('/me/settings', settingsForm)
    assert.match(after, /Gespeichert\..*Klartext liest bei Ihnen mit\./)
    const { tone, language, place, maxPerDay, minutesBetween, quietFrom, quietTo, praise, mutedLabels } =
      await settings()
    assert.deepEqual(
      { tone, language, place, maxPerDay, minutesBetween, quietFrom, quietTo, praise },
      {
        ...{ tone: 'sie', language: 'de', place: 'channel', maxPerDay: 5, minutesBetween: 60 },
        ...{ quietFrom: '17:30', quietTo: '07:00', praise: true },
      },
    )
    assert.equal(mutedLabels.length, 9)
    assert.ok(!mutedLabels.includes('blame'))
    const { praise: _, ...without } = settingsForm
    await press('/me/settings', without)
    assert.equal((await settings()).praise, false)
  })

  const bad: [field: string, value: string, expected: RegExp][] = [
    ['tone', 'ihr', /nur eine der Möglichkeiten aus der Liste/],
    ['language', 'fr', /nur eine der Möglichkeiten/],
    ['language', '', /nur eine der Möglichkeiten/],
    ['place', 'nowhere', /nur eine der Möglichkeiten/],
    ['per-day', '51', /ganze Zahl von 0 bis 50/],
    ['per-day', '-1', /ganze Zahl von 0 bis 50/],
    ['per-day', '1e1', /ganze Zahl von 0 bis 50/],
    ['per-day', '', /ganze Zahl von 0 bis 50/],
    ['between', '1441', /ganze Zahl von 0 bis 1440/],
    ['between', '30.5', /ganze Zahl von 0 bis 1440/],
    ['quiet-from', '24:00', /Uhrzeit wie 18:00/],
    ['quiet-to', '7:00', /Uhrzeit wie 18:00/],
    ['quiet-to', '<script>', /Uhrzeit wie 18:00/],
  ]
  for (const [field, value, expected] of bad)
    it(`changes nothing for ${field} „${value}“ and says what is expected`, async () => {
      await jana.post('/me/join')
      const before = await settings()
      const answer = await jana.post('/me/settings', { ...settingsForm, [field]: value })
      assert.equal(answer.status, 422)
      assert.match(plainText(answer.text), expected)
      assert.ok(answer.text.includes(`aria-invalid="true" aria-describedby="${field}-fault"`))
      assert.ok(!answer.text.includes('<script'))
      // What else was typed is still there.
      if (field !== 'quiet-from') assert.match(answer.text, /id="quiet-from"[^>]*value="17:30"/)
      assert.deepEqual(await settings(), before)
    })

  it('asks where hints appear only where the platform offers two places', async () => {
    await jana.post('/me/join')
    assert.match((await jana.get('/me')).text, /<select id="place"/)
    const teams = await house.signIn({ platform: 'teams', tenant: 'x', user: 'y' }, 'employee')
    await teams.post('/me/join')
    const text = (await teams.get('/me')).text
    assert.ok(!text.includes('id="place"'))
    assert.ok(plainText(text).includes('in Kanälen der Teams, in denen Klartext installiert ist'))
  })

  it('lists what is switched off, each with a button that takes it back', async () => {
    await house.core.change(cast.jana, {
      optedIn: true,
      mutedRules: ['anglicism-mindset', 'blame-de-schuld-sind-andere'],
    })
    assert.match(
      await page(),
      /Abgeschaltete Hinweise Englische Wörter: „Mindset“ Wieder einschalten Schuldzuweisung: schuld sind andere Wieder einschalten/,
    )
    const after = await press('/me/unmute', { muted: 'rule|blame-de-schuld-sind-andere' })
    assert.match(after, /Wieder eingeschaltet\./)
    assert.ok(!after.includes('schuld sind andere'))
    assert.deepEqual((await settings()).mutedRules, ['anglicism-mindset'])
    const before: Settings = await settings()
    await press('/me/unmute', { muted: 'nonsense' })
    assert.deepEqual(await settings(), before)
  })

  it('draws the own weeks, says them in words and has them as a table', async () => {
    await live(house, cast.jana)
    const { text } = await jana.get('/me')
    const [, label] = /<svg [^>]*role="img"[^>]*aria-label="([^"]+)"/.exec(text)!
    assert.match(label!, /KW 7: eine Stelle\. KW 8: 2 Stellen, 1 × gut gesagt\..*KW 11:/)
    const rows = [...text.matchAll(/<tr><th scope="row">(.*?)<\/th><td[^>]*>(\d+)<\/td><td[^>]*>(\d+)/g)]
    assert.deepEqual(
      rows.map(([, name, hints, good]) => [name, hints, good]),
      [
        ['KW 7', '1', '0'],
        ['KW 8', '2', '1'],
        ['KW 9', '4', '1'],
        ['KW 10', '2', '0'],
        ['KW 11 (diese Woche)', '3', '1'],
      ],
    )
    assert.ok(!/ style=|<style|onclick/.test(text))
  })

  it('hands over all that is kept, as a file', async () => {
    await live(house, cast.jana)
    const answer = await jana.post('/me/export')
    assert.equal(answer.status, 200)
    assert.match(answer.headers['content-disposition']!, /attachment; filename=klartext-2026-03-10\.json/)
    assert.match(answer.headers['content-type']!, /application\/json/)
    const kept = await house.core.export(cast.jana)
    assert.deepEqual(JSON.parse(answer.text), JSON.parse(JSON.stringify(kept)))
    assert.ok(kept.sightings.length > 5)
  })

  it('asks once more before it deletes everything, and signs out with it', async () => {
    await live(house, cast.jana)
    assert.match(
      plainText((await jana.get('/me/erase')).text),
      /Alles löschen\?.*Rückgängig machen lässt sich/,
    )
    assert.equal((await settings()).optedIn, true)
    const answer = await jana.post('/me/erase')
    assert.match(plainText(answer.text), /Erledigt\. Klartext hat nichts mehr über dich gespeichert/)
    assert.deepEqual((await house.core.export(cast.jana)).sightings, [])
    assert.equal((await settings()).optedIn, false)
    assert.match((await jana.get('/me')).headers.location!, /^\/console\/sign-in/)
  })

  it('signs out everywhere at once, and nobody else', async () => {
    const phone = await house.signIn(cast.jana, 'employee')
    const murat = await house.signIn(cast.murat, 'employee')
    assert.match(await page(), /Angemeldet seit 10\. März 2026 um 12:00 Uhr\./)
    await jana.post('/me/sign-out')
    for (const client of [jana, phone]) assert.equal((await client.get('/me')).status, 303)
    assert.equal((await murat.get('/me')).status, 200)
  })

  it('shows nothing of anybody else, whoever asks and however', async () => {
    await live(house, cast.jana, ['blame-de-schuld-sind-andere'])
    await house.core.change(cast.jana, { mutedRules: ['facade-de-geheim'], maxPerDay: 43 })
    for (const role of ['manager', 'admin', 'works-council'] as const) {
      const other = await house.signIn(cast.murat, role)
      await other.post('/me/join')
      for (const path of ['/me', `/me?user=${cast.jana.user}`, '/me/erase', '/changes', '/try']) {
        const { text } = await other.get(path)
        // What they typed themselves stands in the link to the other language.
        for (const trace of [`"${cast.jana.user}"`, 'schuld sind andere', 'geheim', '43 Hinweise'])
          assert.ok(!text.includes(trace), `${path} tells ${trace}`)
      }
      const exported = await other.post('/me/export', { user: cast.jana.user, person: cast.jana.user })
      assert.ok(!exported.text.includes('schuld'))
      await other.post('/me/leave', { user: cast.jana.user })
    }
    assert.equal((await settings()).optedIn, true)
    for (const path of [`/me/${cast.jana.user}`, '/people', `/people/${cast.jana.user}`])
      assert.equal((await jana.get(path)).status, 404)
  })

  it('says calmly that nothing is read while the settings are not the agreed ones', async () => {
    const held = await openScene({ parts: () => ({ agreement: heldDesk }) })
    try {
      const client = await held.signIn(cast.jana, 'employee')
      assert.match(await page(client), /Klartext liest gerade bei niemandem mit\..*Du musst nichts tun\./)
    } finally {
      await held.close()
    }
    assert.ok(!(await page()).includes('liest gerade bei niemandem mit'))
  })
})

const heldDesk = {
  current: { config: {}, hash: '0'.repeat(64) },
  isHeld: () => true,
  refresh: async () => undefined,
}
