import assert from 'node:assert/strict'
import { dataView } from '../../adapters/slack/render/data.js'
import { wordsFor } from '../../adapters/slack/words.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import { openStore } from '../../src/store/index.js'
import type { PersonalData } from '../../src/types.js'
import { exported, hinted, insatiable, isKept, newUser, onHome, sharedHouse, windowOf } from './acts.js'
import { JARGON } from './house.js'
import { checkView } from './stand-in/blocks/checkView.js'
import type { Fields } from './stand-in/index.js'

/** The JSON in a window of data. */
const jsonIn = (blocks: readonly Fields[]): string =>
  blocks
    .filter(({ type }) => type === 'rich_text')
    .map((block) => (block as { elements: [{ elements: [{ text: string }] }] }).elements[0].elements[0].text)
    .join('')

describe('Slack: what is kept, in a window', () => {
  const house = sharedHouse({ mode: 'http' })

  it('is what the store holds, no more and no less', async () => {
    const { slack, workspace, folder } = house()
    const me = await insatiable(house())
    await onHome(house(), me, 'tone', 'sie')
    for (const text of [JARGON, 'Schuld sind mal wieder die anderen aus dem Vertrieb.'])
      await hinted(house(), me, text)
    await isKept(house(), me)
    await slack.openHome(me)
    await onHome(house(), me, 'export')
    const shown = JSON.parse(jsonIn(windowOf(me).blocks))
    const person = { platform: 'slack', tenant: workspace.id, user: me.id } as const
    const store = await openStore({ dataDir: folder })
    const kept = { settings: await store.settings(person), ...(await store.personalData(person)) }
    await store.close()
    assert.ok(kept.sightings.length >= 6)
    assert.equal(kept.nudges.length, 2)
    assert.deepEqual(shown, JSON.parse(JSON.stringify(kept)))
  })

  it('is nothing but what holds for all, of somebody who has set nothing', async () => {
    const data = await exported(house(), newUser(house()))
    assert.deepEqual(data.settings, JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))
    assert.deepEqual([data.sightings, data.nudges, data.teams], [[], [], []])
  })
})

describe('Slack: a window of data', () => {
  const words = wordsFor({ language: 'de', tone: 'du' })
  const sighting = {
    label: 'customer-disrespect',
    rule: 'customer-disrespect-de-'.padEnd(60, 'x'),
    language: 'de',
  }
  const data = (count: number): PersonalData => ({
    settings: { ...DEFAULT_SETTINGS, mutedRules: Array.from({ length: 200 }, (_, at) => `anglicism-${at}`) },
    sightings: Array.from({ length: count }, (_, at) => ({
      ...(sighting as PersonalData['sightings'][number]),
      hour: new Date(at * 3_600_000),
    })),
    nudges: [],
    teams: [],
    weeks: [],
    units: [],
    summaries: [],
    answers: [],
    sessions: [],
    lastHintAt: null,
    lastPraiseAt: null,
  })

  for (const count of [0, 1, 700, 1200])
    it(`shows all of ${count} findings, within Slack's limits`, () => {
      const view = dataView(data(count), words) as unknown as Fields & { blocks: Fields[] }
      assert.deepEqual(checkView(view, 'modal'), [])
      assert.ok(JSON.stringify(view).length <= 250_000, `${JSON.stringify(view).length} characters`)
      assert.deepEqual(JSON.parse(jsonIn(view.blocks)), JSON.parse(JSON.stringify(data(count))))
    })

  for (const count of [3000, 20_000])
    it(`shows the newest of ${count} findings within Slack's limits, and says that there are more`, () => {
      const view = dataView(data(count), words) as unknown as Fields & { blocks: Fields[] }
      assert.deepEqual(checkView(view, 'modal'), [])
      assert.ok(JSON.stringify(view).length <= 250_000, `${JSON.stringify(view).length} characters`)
      const shown = JSON.parse(jsonIn(view.blocks)) as PersonalData
      assert.ok(shown.sightings.length >= 1200)
      assert.deepEqual(
        shown.sightings,
        JSON.parse(JSON.stringify(data(count).sightings)).slice(0, shown.sightings.length),
      )
      assert.match(JSON.stringify(view), new RegExp(`${count - shown.sightings.length} ältere Funde`))
    })
})
