import assert from 'node:assert/strict'
import { newestCard, type Served, serve } from './serve.js'

const names = (served: Served) => served.calls.map((call) => call.name)

describe('playground: taking part', () => {
  let served: Served
  beforeEach(async () => void (served = await serve()))
  afterEach(() => served.close())

  it('asks each person first, with two equal buttons, and shows no chat before', async () => {
    const page = await served.page('jana')
    assert.ok(page.includes('Soll Klartext bei dir mitlesen?'))
    assert.match(page, /<button type="submit" class="button" name="join" value="yes">Mitmachen<\/button>/)
    assert.match(page, /<button type="submit" class="button" name="join" value="no">Erst mal ohne<\/button>/)
    assert.ok(!page.includes('id="composer"') && !page.includes('id="messages"'))
    assert.deepEqual(names(served), [])
  })

  it('opts in on Mitmachen', async () => {
    const answer = await served.post('welcome', 'jana', { join: 'yes' })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.location, '/?as=jana&in=team&lang=de')
    assert.equal(served.settings('jana').optedIn, true)
    assert.ok((await served.page('jana')).includes('Nicht mehr mitmachen'))
  })

  it('changes nothing on Erst mal ohne, and asks only once', async () => {
    await served.post('welcome', 'jana', { join: 'no' })
    assert.deepEqual(names(served), [])
    const page = await served.page('jana')
    assert.ok(page.includes('id="composer"') && page.includes('Klartext liest bei dir nicht mit.'))
  })

  it('checks no draft of a person who has not said yes', async () => {
    await served.post('welcome', 'jana', { join: 'no' })
    const answer = await served.post('check', 'jana', { text: 'Das Alignment fehlt.', live: '0' })
    assert.equal(answer.text, '')
    assert.deepEqual(names(served), [])
  })

  it('checks it once they press the button', async () => {
    const answer = await served.post('check', 'jana', { text: 'Das Alignment fehlt.', live: '0', asked: '1' })
    assert.ok(answer.text.includes('role="button"'))
    assert.deepEqual(names(served), ['check'])
  })

  it('opts out with one click, and the cards go', async () => {
    await served.post('welcome', 'jana', { join: 'yes' })
    await served.post('post', 'jana', { text: 'Das Alignment fehlt.' })
    assert.notEqual(newestCard(await served.page('jana')), '')
    const panel = await served.post('settings', 'jana', { optedIn: 'no' })
    assert.ok(panel.text.includes('Klartext liest bei dir nicht mit.'))
    assert.equal(served.settings('jana').optedIn, false)
    const page = await served.page('jana')
    assert.equal(newestCard(page), '')
    assert.ok(page.includes('id="composer"'), 'no second question')
  })

  it('starts without limits and offers those of everyday work', async () => {
    await served.post('welcome', 'jana', { join: 'yes' })
    const limits = () => {
      const { maxPerDay, minutesBetween, quietFrom, quietTo } = served.settings('jana')
      return [maxPerDay, minutesBetween, quietFrom, quietTo]
    }
    assert.deepEqual(limits(), [50, 0, '00:00', '00:00'])
    await served.post('settings', 'jana', { preferences: '1', pace: 'everyday', praise: '1' })
    assert.deepEqual(limits(), [3, 30, '18:00', '08:00'])
    await served.post('settings', 'jana', { preferences: '1', pace: 'free', praise: '1' })
    assert.deepEqual(limits(), [50, 0, '00:00', '00:00'])
  })

  it('changes tone, language and praise, and ignores what it does not know', async () => {
    await served.post('settings', 'jana', { preferences: '1', tone: 'sie', language: 'en', pace: 'never' })
    const { tone, language, praise, maxPerDay } = served.settings('jana')
    assert.deepEqual([tone, language, praise, maxPerDay], ['sie', 'en', false, 50])
    await served.post('settings', 'jana', { preferences: '1', tone: 'ihr', language: 'fr' })
    assert.deepEqual([served.settings('jana').tone, served.settings('jana').language], ['sie', 'en'])
  })

  it('pauses until tomorrow and ends the pause', async () => {
    await served.post('welcome', 'jana', { join: 'yes' })
    const panel = await served.post('settings', 'jana', { pause: 'yes' })
    assert.equal(served.settings('jana').pausedUntil?.getTime(), new Date('2026-03-11T06:00:00').getTime())
    assert.match(panel.text, /Pause bis Mittwoch.*06:00/)
    await served.post('settings', 'jana', { pause: 'no' })
    assert.equal(served.settings('jana').pausedUntil, null)
  })

  it('switches muted labels and rules back on', async () => {
    const jana = { platform: 'playground', tenant: 'playground', user: 'jana' } as const
    await served.core.change(jana, {
      optedIn: true,
      mutedLabels: ['blame', 'silo'],
      mutedRules: ['jargon-de-hebel'],
    })
    assert.match(await served.page('jana'), /Schuldzuweisung.*Abteilungsdenken.*Floskeln: hebel/s)
    await served.post('settings', 'jana', { 'unmute-label': 'blame' })
    await served.post('settings', 'jana', { 'unmute-rule': 'jargon-de-hebel' })
    assert.deepEqual(
      [served.settings('jana').mutedLabels, served.settings('jana').mutedRules],
      [['silo'], []],
    )
  })

  it('says so where settings could not be saved', async () => {
    served.broken.add('change')
    const answer = await served.post('settings', 'jana', { pause: 'yes' })
    assert.equal(answer.status, 502)
    assert.ok(answer.text.includes('ließ sich gerade nicht speichern'))
  })
})
