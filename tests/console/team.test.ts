import assert from 'node:assert/strict'
import { publishLastWeek } from '../../src/summary/weekly.js'
import type { Organisation, Person } from '../../src/types.js'
import type { Client, OpenedConsole } from './house.js'
import { cast, furnish, live, openScene, plant, week } from './scene.js'
import { plainText } from './text.js'

const CONSTANT = 'Dazu gibt es diese Woche nichts zu zeigen.'

describe('console: a manager’s page', function () {
  this.timeout(30_000)
  let house: OpenedConsole
  let katrin: Client

  beforeEach(async () => {
    house = await openScene()
    katrin = await house.signIn(cast.katrin, 'manager')
  })
  afterEach(() => house.close())

  const read = async (path: string, client = katrin) => plainText((await client.get(path)).text)

  it('shows the newest summary whole, and the way to the weeks before', async () => {
    await furnish(house)
    const { text } = await katrin.get('/team')
    const said = plainText(text)
    assert.match(said, /Montage Halle 2 Die Woche in Worten Montage Halle 2 · 2\.–8\. März 2026/)
    assert.match(said, /Gute Zeichen.*Was noch klarer werden kann.*Wörter der Woche.*Mindset/)
    assert.match(said, /Ein Vorschlag für eure nächste Besprechung/)
    const weeks = [...text.matchAll(/href="\/console\/team\/montage\/(\d{4}-\d\d-\d\d)"/g)].map(
      ([, day]) => day,
    )
    assert.deepEqual(weeks, [
      ...['2026-03-02', '2026-02-23', '2026-02-16', '2026-02-09', '2026-02-02', '2026-01-26'],
    ])
    assert.match(await read('/team/montage/2026-02-09'), /9\.–15\. Februar 2026.*Zum neuesten Bericht/)
    assert.ok(!/ style=|<style/.test(text))
    assert.equal(text.split('<h1').length, 2)
  })

  it('leaves the exercise of a week out once it is no longer kept', async () => {
    await furnish(house)
    Object.assign(house.house.store, { exercises: async () => [] })
    const said = await read('/team')
    assert.ok(!said.includes('Ein Vorschlag'))
    assert.match(said, /Die Woche in Worten/)
  })

  it('takes the exercise of the very week', async () => {
    await furnish(house)
    const next = week('2026-03-09')
    await house.store.publish(
      next,
      [],
      [{ id: 'x', to: cast.katrin, unit: 'montage', week: next, exercise: 'slide-for-a-newcomer' }],
      [],
      next,
    )
    const [older, newer] = [await read('/team/montage/2026-03-02'), await read('/team/montage/2026-03-09')]
    const title = (said: string) => /Ein Vorschlag[^·]*· \d+\s*Minuten (.{12})/.exec(said)?.[1]
    assert.ok(title(older) && title(newer))
    assert.notEqual(title(older), title(newer))
  })

  it('shows the figures of the enclosing unit with the sentence that says so', async () => {
    await furnish(house)
    const bernd = await house.signIn(cast.bernd, 'manager')
    assert.match(
      await read('/team', bernd),
      /Allein zu „Versand“ gibt es diese Woche nichts zu zeigen\. Alles hier gilt für „Werk Nord“/,
    )
  })

  it('shows no week in which its reader counted, or may have', async () => {
    await furnish(house)
    const before = plant.members.map((member) =>
      member.accounts[0] === cast.katrin ? { ...member, manages: false } : member,
    )
    await house.store.saveOrganisation({ ...plant, members: before }, week('2026-01-05'))
    await house.store.saveOrganisation(plant, week('2026-02-16'))
    const { text } = await katrin.get('/team')
    const weeks = [...text.matchAll(/href="\/console\/team\/montage\/(\d{4}-\d\d-\d\d)"/g)].map(
      ([, day]) => day,
    )
    assert.deepEqual(weeks, ['2026-03-02', '2026-02-23', '2026-02-16'])
    for (const path of ['/team/montage/2026-02-09', '/team/montage/2026-02-09/csv'])
      assert.equal((await katrin.get(path)).status, 404, path)
  })

  it('is the same as a table', async () => {
    await furnish(house)
    const answer = await katrin.get('/team/montage/2026-02-09/csv')
    assert.equal(answer.status, 200)
    assert.match(answer.headers['content-type']!, /text\/csv/)
    assert.match(answer.headers['content-disposition']!, /klartext-montage-2026-02-09\.csv/)
    assert.ok(answer.text.includes('"2026-02-09";"Montage Halle 2";"Montage Halle 2";"Floskeln";"oft"'))
  })

  const nowhere: [what: string, path: string][] = [
    ['a unit of somebody else', '/team/versand'],
    ['its week', '/team/versand/2026-03-02'],
    ['its table', '/team/versand/2026-03-02/csv'],
    ['the enclosing unit', '/team/werk'],
    ['a unit that is not', '/team/geheim'],
    ['a week that was not published', '/team/montage/2026-01-19'],
    ['its table', '/team/montage/2026-01-19/csv'],
    ['the current week', '/team/montage/2026-03-09'],
    ['a day that is no Monday', '/team/montage/2026-03-03'],
    ['what is no day', '/team/montage/newest'],
    ['the name of every object', '/team/constructor'],
  ]
  it('answers with the same 404 for whatever is not theirs or not there', async () => {
    await furnish(house)
    const answers = new Set<string>()
    for (const [what, path] of nowhere) {
      const answer = await katrin.get(path)
      assert.equal(answer.status, 404, what)
      // But for the address in the link to the other language.
      answers.add(answer.text.replace(/href="[^"]*lang=en"/, ''))
    }
    assert.equal(answers.size, 1)
  })

  it('is for managers alone, of this very week', async () => {
    await furnish(house)
    for (const role of ['employee', 'admin', 'works-council'] as const) {
      const other = await house.signIn(cast.olga, role)
      for (const path of [
        '/team',
        '/team/montage',
        '/team/montage/2026-03-02',
        '/team/montage/2026-03-02/csv',
      ])
        assert.equal((await other.get(path)).status, 403, `${role} ${path}`)
    }
    const members = plant.members.filter(({ accounts }) => accounts[0] !== cast.katrin)
    await house.store.saveOrganisation({ ...plant, members }, week('2026-03-09'))
    assert.equal((await katrin.get('/team/montage/2026-03-02')).status, 404)
  })

  it('says so before there is a first one, and without a unit', async () => {
    await house.store.saveOrganisation(plant, week('2026-03-09'))
    const somebody = await house.signIn(cast.olga, 'manager')
    assert.match(await read('/team'), /Noch gibt es keinen Bericht\./)
    assert.match(await read('/team', somebody), /leitest du keinen Bereich mehr/)
  })

  it('lets somebody who manages several units choose', async () => {
    const members = [...plant.members, { unit: 'versand', accounts: [cast.katrin], manages: true }]
    await furnish(house)
    await house.store.saveOrganisation({ ...plant, members }, week('2026-02-23'))
    assert.match(await read('/team'), /Montage Halle 2 Versand Die Woche in Worten Montage/)
    assert.match(await read('/team/versand'), /Die Woche in Worten Versand/)
  })

  it('shows no week of which nobody knows any more who managed the unit', async () => {
    await furnish(house)
    await house.store.saveOrganisation(plant, week('2026-02-02'))
    await house.store.expire(new Date('2026-03-10T11:00:00Z'))
    assert.equal((await katrin.get('/team/montage/2026-01-26')).status, 404)
    assert.equal((await katrin.get('/team/montage/2026-02-02')).status, 200)
  })

  /** So many people who all wrote the same last week, in a unit of their own, published by the real gate. */
  async function publishedFor(count: number): Promise<string> {
    const crowd: Person[] = Array.from({ length: count }, (_, index) => ({
      ...{ platform: 'slack', tenant: 'T024BE7LD', user: `U0CROWD${index}` },
    }))
    const company: Organisation = {
      units: [{ id: 'montage', name: 'Montage Halle 2', parent: null }],
      members: [
        { unit: 'montage', accounts: [cast.katrin], manages: true },
        ...crowd.map((person) => ({ unit: 'montage', accounts: [person], manages: false })),
      ],
    }
    await house.store.saveOrganisation(company, week('2026-01-05'))
    for (const [index, person] of crowd.entries())
      await live(house, person, index % 3 === 0 ? ['jargon-de-a'] : ['jargon-de-a', 'blame-de-b'])
    await publishLastWeek({
      store: house.store,
      clock: house.clock,
      timeZone: 'Europe/Berlin',
      k: 7,
      log: { info() {} },
    })
    return (await katrin.get('/team')).text
  }

  it('tells nothing of six people, and nothing of why', async () => {
    const said = plainText(await publishedFor(6))
    assert.ok(said.includes(CONSTANT))
    assert.ok(!/ab und zu|sehr oft|kaum|\boft\b/.test(said.replace(/Was diese Angaben.*/, '')))
    assert.ok(!/zu klein|zu wenige|\b6\b|sechs/.test(said))
    const csv = (await katrin.get('/team/montage/2026-03-02/csv')).text
    assert.ok(!/"(?:kaum|ab und zu|oft|sehr oft)"/.test(csv))
  })

  it('tells something of nine, and names none of them', async () => {
    const html = await publishedFor(9)
    assert.match(plainText(html.replace(/ aria-label="([^"]*)"/g, '>$1<i')), /Schuldzuweisung/)
    assert.match(html, /<svg [^>]*aria-label="Die Stufen in Worten\./)
    assert.ok(!html.includes('U0CROWD'))
    assert.ok(!/\b9\b (?:Menschen|Personen)/.test(html))
  })
})
