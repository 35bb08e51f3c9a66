import assert from 'node:assert/strict'
import type { Core } from '../../src/types.js'
import { breakTable } from '../slack/acts.js'
import {
  chatOf,
  eventually,
  exported,
  hinted,
  inHouse,
  lastIn,
  newcomer,
  newUser,
  settled,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { hurry } from './hostile/hurry.js'
import { postsTo } from './hostile/postsTo.js'
import { statesIn } from './hostile/statesIn.js'
import { JARGON } from './house.js'
import type { Mishap } from './stand-in/index.js'

const BLAME = 'Schuld daran ist wieder mal nur der Einkauf.'

describe('Teams: while the store fails', () => {
  const house = sharedHouse()

  it('takes no message and no deletion, so that Teams comes again and nothing is lost', async () => {
    const { teams, channel } = house()
    const [me, other] = [await newcomer(house()), await newcomer(house())]
    const message = await hinted(house(), other, JARGON)
    const before = chatOf(house(), me).length
    const repair = await breakTable(house(), 'sights')
    const said = await teams.say(me, channel, JARGON)
    const removed = await teams.remove(message)
    await repair()
    for (const { attempts, acked } of [said, removed]) {
      assert.equal(acked, false)
      assert.deepEqual(
        attempts.map(({ status, body, headers }) => [status, body, headers['retry-after']]),
        [[503, undefined, '10']],
      )
    }
    await house().pass(16)
    assert.ok(said.acked && removed.acked)
    for (let time = 0; time < 4; time++) await house().pass(30)
    await teams.until(() => chatOf(house(), me).length === before + 1)
    assert.ok(!chatOf(house(), other).some(({ summary }) => summary !== 'Klartext'))
    assert.ok(!house().logged.join().includes('Alignment'))
  })

  it('says so where somebody types or presses, and works again afterwards', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const card = chatOf(house(), me).at(-1)!
    const repair = await breakTable(house(), 'people')
    const typed = await teams.write(me, 'aus')
    const shown = wordsOn(lastIn(house(), me).card)
    const pressed = await teams.press(me, card, 'pause')
    await repair()
    // Teams tells the person itself where a press is not answered.
    assert.ok(typed.acked && [200, 503].includes(pressed.status), `${typed.status}, ${pressed.status}`)
    assert.match(shown, /gerade nicht geklappt/)
    const { optedIn, pausedUntil } = (await exported(house(), me)).settings
    assert.deepEqual([optedIn, pausedUntil], [true, null])
    await teams.press(me, card, 'pause')
    assert.notEqual((await exported(house(), me)).settings.pausedUntil, null)
  })

  it('carries out a command once that was not taken at first', async () => {
    let broken = false
    const wrap = (core: Core): Core => ({
      ...core,
      settings: (person) => (broken ? Promise.reject(new Error('the disk is full')) : core.settings(person)),
    })
    await inHouse({ wrap }, async (here) => {
      const { teams } = here
      const me = await newUser(here)
      const before = chatOf(here, me).length
      broken = true
      const said = await teams.write(me, 'an')
      assert.deepEqual([said.status, chatOf(here, me).length], [503, before])
      broken = false
      await here.pass(16)
      assert.deepEqual(
        said.attempts.map(({ status }) => status),
        [503, 200],
      )
      await here.pass(60)
      assert.equal(chatOf(here, me).length, before + 1)
      assert.equal((await exported(here, me)).settings.optedIn, true)
    })
  })
})

/** What happens to the first try, how often it is shown, how often asked for, and what is then known of it. */
const LOST: readonly (readonly [
  name: string,
  mishap: Mishap,
  shown: number,
  posts: number,
  state: string,
])[] = [
  ['the answer is lost after the hint was shown', { loseAnswer: true }, 1, 1, 'unknown'],
  ['no answer ever comes', { loseAnswer: 'hang' }, 1, 1, 'unknown'],
  ['Teams says 408', { status: 408 }, 0, 1, 'unknown'],
  ['Teams says 500', { status: 500 }, 0, 1, 'unknown'],
  ['Teams says 502', { error: 'BadGateway' }, 0, 1, 'unknown'],
  ['Teams says 503', { status: 503 }, 0, 1, 'unknown'],
  ['Teams says 504', { error: 'GatewayTimeout' }, 0, 1, 'unknown'],
  ['Teams says 429', { rateLimit: 20 }, 1, 2, 'sent'],
  ['Teams says 412', { error: 'PreconditionFailed' }, 1, 2, 'sent'],
  ['Teams says 400', { status: 400 }, 0, 1, 'failed'],
  ['Teams says 413', { error: 'MessageSizeTooBig' }, 0, 1, 'failed'],
  ['the chat is gone', { error: 'ConversationNotFound' }, 1, 2, 'sent'],
  ['the chat is gone, and again', { error: 'ConversationNotFound', times: 2 }, 0, 2, 'failed'],
]

describe('Teams: sending, when something goes wrong', () => {
  const house = sharedHouse()

  for (const [name, mishap, shown, posts, state] of LOST)
    it(`shows a hint once, or not at all: ${name}`, async () => {
      const { teams } = house()
      const me = await newcomer(house())
      const before = { shown: chatOf(house(), me).length, posts: postsTo(teams, me).length }
      const opened = teams.count('createConversation')
      await hurry(20, async () => {
        teams.fail('sendToConversation', mishap)
        await settled(house(), me, JARGON)
        await teams.until(() => postsTo(teams, me).length > before.posts)
        await eventually(async () => !(await statesIn(house().folder)).includes('sending'))
      })
      for (let time = 0; time < 4; time++) await house().pass(60)
      assert.equal(chatOf(house(), me).length - before.shown, shown)
      assert.equal(postsTo(teams, me).length - before.posts, posts)
      const gone = mishap.error === 'ConversationNotFound'
      assert.equal(teams.count('createConversation') - opened, gone ? 1 : 0)
      assert.equal((await exported(house(), me)).nudges[0]?.state, state)
    })

  it('asks no earlier than Teams wants, for nobody, and of nothing else', async () => {
    const { teams, channel } = house()
    const [one, two] = [await newcomer(house()), await newcomer(house())]
    const before = [postsTo(teams, one).length, postsTo(teams, two).length]
    const since = () => [postsTo(teams, one).length - before[0]!, postsTo(teams, two).length - before[1]!]
    teams.fail('sendToConversation', { rateLimit: 45 })
    await settled(house(), one, JARGON)
    await teams.until(() => since()[0] === 1)
    await teams.say(two, channel, JARGON)
    await house().pass(31)
    assert.deepEqual(since(), [1, 0])
    // Pressing is answered all the same, and what is to go, goes.
    assert.ok((await teams.press(one, chatOf(house(), one).at(-1)!, 'about')).acked)
    await house().pass(15)
    await teams.until(() => since().every((count, at) => count === 2 - at))
    const [first, again] = postsTo(teams, one).slice(-2)
    assert.ok(again!.at - first!.at >= 45_000)
  })

  it('leaves whoever blocked it in peace until they write to it, and goes on with the rest', async () => {
    const { teams } = house()
    const [me, other] = [await newcomer(house()), await newcomer(house())]
    teams.block(me)
    const before = postsTo(teams, me).length
    await settled(house(), me, JARGON)
    await teams.until(() => postsTo(teams, me).length === before + 1)
    await hinted(house(), other, JARGON)
    await house().pass(3600)
    await settled(house(), me, BLAME)
    for (let time = 0; time < 3; time++) await house().pass(60)
    assert.equal(postsTo(teams, me).length, before + 1)
    teams.unblock(me)
    await teams.write(me, 'hilfe')
    await house().pass(3600)
    const told = toldTo(house(), me).length
    await settled(house(), me, 'Das muss asap gefixt werden, sonst ist der Launch toast.')
    await teams.until(() => toldTo(house(), me).length > told)
    assert.ok(!house().logged.join().includes(me.id))
  })

  const TOKENS: readonly (readonly [name: string, mishap: Mishap])[] = [
    ['is down', { status: 503 }],
    ['answers with a page', { status: 404 }],
    ['is busy', { rateLimit: 5 }],
    ['loses its answer', { loseAnswer: true }],
  ]
  for (const [name, mishap] of TOKENS)
    it(`sends a little later where the token endpoint ${name}`, async () => {
      const { teams } = house()
      const me = await newcomer(house())
      const before = postsTo(teams, me).length
      // Asked about the channel in vain, Klartext would not take the message at all.
      await teams.say(me, house().channel, 'Moin')
      teams.revokeTokens()
      const planned = teams.fail('token', mishap)
      const told = toldTo(house(), me).length
      await settled(house(), me, JARGON)
      await teams.until(() => planned.met === 1)
      await eventually(async () => !(await statesIn(house().folder)).includes('sending'))
      assert.equal(toldTo(house(), me).length, told)
      await house().pass(31)
      await teams.until(() => toldTo(house(), me).length === told + 1)
      for (let time = 0; time < 3; time++) await house().pass(60)
      assert.equal(toldTo(house(), me).length, told + 1)
      assert.ok(postsTo(teams, me).length - before <= 2)
    })

  it('sends and removes a little later where Microsoft does not know the secret for a while', () =>
    inHouse({}, async (here) => {
      const { teams } = here
      const [one, two] = [await newcomer(here), await newcomer(here)]
      const message = await hinted(here, one, JARGON)
      const told = toldTo(here, two).length
      const { secret } = teams.app
      Object.assign(teams.app, { secret: 'another~one' })
      teams.revokeTokens()
      await teams.say(two, here.channel, JARGON)
      await teams.remove(message)
      await here.pass(30)
      await teams.until(() => teams.faults.length > 1)
      Object.assign(teams.app, { secret })
      for (let time = 0; time < 4; time++) await here.pass(120)
      assert.ok(!chatOf(here, one).some(({ summary }) => summary !== 'Klartext'))
      assert.equal(toldTo(here, two).length, told + 1)
      assert.ok(!here.logged.join('').includes(secret))
    }))

  it('lets a hint go that would come late', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const before = postsTo(teams, me).length
    teams.fail('sendToConversation', { rateLimit: 1000 })
    await settled(house(), me, JARGON)
    await teams.until(() => postsTo(teams, me).length > before)
    for (let time = 0; time < 8; time++) await house().pass(240)
    assert.equal(postsTo(teams, me).length - before, 1)
    assert.equal((await exported(house(), me)).nudges[0]?.state, 'dropped')
  })
})
