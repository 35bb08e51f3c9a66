import assert from 'node:assert/strict'
import {
  breakTable,
  chatOf,
  eventually,
  exported,
  hinted,
  insatiable,
  MODES,
  newcomer,
  onHome,
  settled,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { JARGON, TUESDAY } from './house.js'
import { installByOauth, PUBLIC } from './installByOauth.js'
import { createClock, type Mishap, startSlack, type User } from './stand-in/index.js'

/** A stand-in that does not wait long for an answer. */
const impatient = () => startSlack({ clock: createClock(TUESDAY), patience: 500 })

for (const mode of MODES)
  describe(`Slack over ${mode}: while the store fails`, () => {
    const house = sharedHouse(async () => ({ mode, slack: await impatient() }))

    it('takes no event, so that Slack comes again and nothing is lost', async () => {
      const { slack, channel } = house()
      const [me, other] = [await newcomer(house()), await newcomer(house())]
      await hinted(house(), other, JARGON)
      const repair = await breakTable(house(), 'sights')
      const said = await slack.say(me, channel, JARGON)
      const removed = await slack.remove(
        channel,
        [...channel.messages.values()].find(({ user }) => user === other.id)!.ts,
      )
      for (const { attempts, acked } of [said, removed]) {
        assert.equal(acked, false)
        assert.deepEqual(
          attempts.map(({ status }) => status),
          mode === 'http' ? [503, 503] : [0, 0],
        )
      }
      await repair()
      await house().pass(60)
      assert.ok(said.acked && removed.acked)
      await house().pass(30)
      await slack.until(() => chatOf(house(), me).length === 1 && chatOf(house(), other).length === 0)
      assert.ok(!house().logged.join().includes('Alignment'))
    })

    it('says so where somebody presses or types, and works again afterwards', async () => {
      const { slack, channel } = house()
      const me = await newcomer(house())
      await slack.openHome(me)
      const repair = await breakTable(house(), 'people')
      const pressed = await slack.press(me, me.home!, 'tone', 'sie')
      const typed = await slack.command(me, channel, '/klartext', 'aus')
      await repair()
      assert.equal(pressed.acked, false)
      assert.match(
        slack
          .seenBy(me)
          .map(({ text }) => text)
          .join(),
        /tone failed|das hat gerade nicht geklappt/i,
      )
      assert.equal(typed.acked, false)
      await onHome(house(), me, 'tone', 'sie')
      assert.equal((await exported(house(), me)).settings.tone, 'sie')
    })
  })

/** What happens to the first try, and how often each method is then called until the hint stands in the chat. */
const LOST: readonly (readonly [name: string, mishap: Mishap, posts: number])[] = [
  ['the answer is lost after the hint was posted', { loseAnswer: true }, 1],
  ['the connection breaks before anything was posted', { status: 503 }, 2],
  ['Slack does not know itself', { error: 'internal_error' }, 2],
  ['Slack asks for patience', { rateLimit: 20 }, 2],
]

describe('Slack: sending, when something goes wrong', () => {
  const house = sharedHouse({ mode: 'http' })
  const posts = () => house().slack.count('chat.postMessage')

  for (const [name, mishap, expected] of LOST)
    it(`posts a hint once, and knows where: ${name}`, async () => {
      const { slack, channel } = house()
      const me = await newcomer(house())
      const before = posts()
      slack.fail('chat.postMessage', mishap)
      const { ts } = await settled(house(), me, JARGON)
      await slack.until(() => posts() > before)
      await eventually(async () => (await exported(house(), me)).nudges[0]?.state !== 'sending')
      for (let minute = 0; minute < 4; minute++) await house().pass(60)
      await eventually(async () => (await exported(house(), me)).nudges[0]?.state === 'sent')
      assert.equal(posts() - before, expected)
      assert.equal(chatOf(house(), me).length, 1)
      await slack.remove(channel, ts)
      await slack.until(() => chatOf(house(), me).length === 0)
    })

  it('asks again later where Slack cannot even say what was posted', async () => {
    const { slack } = house()
    const me = await newcomer(house())
    const before = posts()
    slack.fail('chat.postMessage', { loseAnswer: true })
    slack.fail('conversations.history', { rateLimit: 90 })
    await settled(house(), me, JARGON)
    await slack.until(() => posts() > before)
    await eventually(async () => (await exported(house(), me)).nudges[0]?.state === 'unknown')
    await house().pass(61)
    const asked = slack.count('conversations.history')
    await house().pass(60)
    assert.equal(slack.count('conversations.history'), asked, 'asked although Slack wanted to be left alone')
    await house().pass(40)
    await eventually(async () => (await exported(house(), me)).nudges[0]?.state === 'sent')
    assert.deepEqual([posts() - before, chatOf(house(), me).length], [1, 1])
  })

  it('finds a hint that was to stand in the channel and went to the chat, too', async () => {
    const { slack, workspace } = house()
    const me = await newcomer(house())
    await slack.openHome(me)
    await onHome(house(), me, 'place', 'channel')
    const left = slack.addChannel(workspace, { members: [me] })
    const before = posts()
    slack.fail('chat.postMessage', { loseAnswer: true })
    await slack.say(me, left, JARGON)
    slack.leave(left, workspace.botUser)
    await house().pass(30)
    await slack.until(() => posts() > before)
    await eventually(async () => (await exported(house(), me)).nudges[0]?.state === 'unknown')
    await house().pass(61)
    await eventually(async () => (await exported(house(), me)).nudges[0]?.state === 'sent')
    assert.equal(posts() - before, 1)
  })

  it('never shows one in the channel twice, where nobody can know', async () => {
    const { slack } = house()
    const me = await newcomer(house())
    await slack.openHome(me)
    await onHome(house(), me, 'place', 'channel')
    slack.fail('chat.postEphemeral', { loseAnswer: true })
    await settled(house(), me, JARGON)
    await slack.until(() => toldTo(house(), me).length === 1)
    for (let minute = 0; minute < 5; minute++) await house().pass(60)
    assert.equal(toldTo(house(), me).length, 1)
  })

  /** What somebody does in the moment in which their hint is posted. */
  const MEANWHILE: readonly (readonly [name: string, act: (me: User, ts: string) => Promise<unknown>])[] = [
    ['deletes the message', (_me, ts) => house().slack.remove(house().channel, ts)],
    ['has everything erased', (me) => onHome(house(), me, 'erase')],
  ]
  for (const [name, act] of MEANWHILE)
    it(`takes a hint back whose reader ${name} while it is on its way`, async () => {
      const { slack } = house()
      const me = await newcomer(house())
      await slack.openHome(me)
      const before = posts()
      slack.fail('chat.postMessage', { delayMs: 200 })
      const { ts } = await settled(house(), me, JARGON)
      await slack.until(() => posts() > before)
      await act(me, ts)
      await slack.until(() => toldTo(house(), me).some(({ kind }) => kind === 'deletion'))
      assert.deepEqual(chatOf(house(), me), [])
    })

  it('lets a hint go that would come late', async () => {
    const { slack } = house()
    const me = await newcomer(house())
    slack.fail('chat.postMessage', { rateLimit: 1000 })
    const before = posts()
    await settled(house(), me, JARGON)
    await slack.until(() => posts() > before)
    for (let minutes = 0; minutes < 32; minutes += 4) await house().pass(240)
    assert.deepEqual(chatOf(house(), me), [])
    assert.equal(posts() - before, 1)
  })

  it('does not try again with somebody who was deactivated, and goes on with the rest', async () => {
    const { slack, logged } = house()
    const [gone, me] = [await newcomer(house()), await newcomer(house())]
    await slack.say(gone, house().channel, JARGON)
    Object.assign(gone, { deactivated: true })
    const before = slack.count('conversations.open')
    await hinted(house(), me, JARGON)
    for (let minute = 0; minute < 3; minute++) await house().pass(60)
    assert.deepEqual(toldTo(house(), gone), [])
    assert.equal(slack.count('conversations.open') - before, 2)
    assert.ok(!logged.join().includes(gone.id))
  })

  it('goes without a link where Slack tells none', async () => {
    const me = await newcomer(house())
    house().slack.fail('chat.getPermalink', { error: 'message_not_found' })
    await hinted(house(), me, JARGON)
    assert.ok(!wordsOn(chatOf(house(), me)[0]!).includes('Zur Nachricht'))
  })

  it('tries again to remove a hint that Slack would not let go', async () => {
    const { slack, channel } = house()
    const me = await newcomer(house())
    const { ts } = await hinted(house(), me, JARGON)
    slack.fail('chat.delete', { error: 'internal_error' })
    await slack.remove(channel, ts)
    await house().pass(60)
    await house().pass(600)
    await slack.until(() => chatOf(house(), me).length === 0)
  })
})

describe('Slack: patience with one workspace', () => {
  const { url, ...secrets } = { url: PUBLIC, clientId: '1111.2222', clientSecret: 'c'.repeat(32) }
  const house = sharedHouse(async () => ({
    mode: 'http',
    slack: await startSlack({ clock: createClock(TUESDAY), app: secrets }),
    options: { botToken: undefined, oauth: { url, ...secrets } },
  }))

  it('holds that method back there, and nothing else, and nobody elsewhere', async () => {
    const { slack, workspace, channel, klartext } = house()
    const elsewhere = slack.addWorkspace()
    for (const each of [workspace, elsewhere]) await installByOauth(slack, klartext.address, each)
    const [one, two] = [await insatiable(house()), await insatiable(house())]
    const there = slack.addUser(elsewhere)
    const place = slack.addChannel(elsewhere, { members: [there] })
    await slack.command(there, place, '/klartext', 'an')
    slack.fail('chat.postMessage', { rateLimit: 45 })
    const posts = (team: string) =>
      slack.calls.filter((call) => call.method === 'chat.postMessage' && call.team === team)
    await settled(house(), one, JARGON)
    await slack.until(() => posts(workspace.id).length === 1)
    const say = (who: User, where: string) => slack.say(who, where, JARGON)
    await Promise.all([say(two, channel.id), say(there, place.id)])
    await house().pass(31)
    await slack.until(() => posts(elsewhere.id).length === 1)
    assert.equal(posts(workspace.id).length, 1, 'posted although Slack asked for patience')
    await onHome(house(), one, 'tone', 'sie')
    await house().pass(14)
    await slack.until(() => posts(workspace.id).length === 3)
    const [first, ...later] = posts(workspace.id).map(({ at }) => at)
    assert.ok(later.every((at) => at - first! >= 45_000))
    for (const who of [one, two]) assert.equal(chatOf(house(), who).length, 1)
  })
})
