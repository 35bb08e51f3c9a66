import assert from 'node:assert/strict'
import type { PersonalData } from '../../src/types.js'
import {
  chatOf,
  exported,
  hinted,
  insatiable,
  newcomer,
  nudgesOf,
  settled,
  sharedHouse,
  toldTo,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import { findAction } from './stand-in/card/findAction.js'
import type { Fields, User } from './stand-in/index.js'

type Settings = PersonalData['settings']

const MEETING = 'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.'
const PRAISED = 'Das war mein Fehler, ich habe die Liste nicht geprüft und korrigiere sie bis heute Abend.'
const TERMS = ['canceln', 'daily', 'forecast', 'launch', 'meeting'].map((term) => `anglicism-${term}`)

const nothing = ({ mutedRules, pausedUntil, optedIn }: Settings) =>
  assert.deepEqual([mutedRules, pausedUntil, optedIn], [[], null, true])
const owned = ({ mutedRules }: Settings) => {
  for (const rule of [...TERMS, 'jargon-de-daily']) assert.ok(mutedRules.includes(rule), rule)
}
const muted = ({ mutedRules }: Settings) => assert.deepEqual([...mutedRules].sort(), TERMS)
const paused = ({ pausedUntil }: Settings) => assert.match(`${pausedUntil}`, /^2026-03-\d\dT23:00:00\.000Z$/)

/** Each button: what the card says then, whether the better words still stand there, what has changed. */
const ANSWERS: readonly (readonly [
  button: string,
  thanks: RegExp,
  stays: boolean,
  check: (after: Settings) => void,
])[] = [
  ['Hilfreich', /✅ Danke\. Schön, dass es hilft\./, true, nothing],
  ['Nicht hilfreich', /✅ Danke für die ehrliche Antwort\./, false, nothing],
  ['War ein Zitat', /✅ Alles klar, ein Zitat\./, false, nothing],
  ['Begriff unseres Teams', /✅ Danke, das gehört also zum Team/, false, owned],
  ['Diesen Hinweis nicht mehr', /✅ Gut, das kommt nicht mehr\./, false, muted],
  ['Pause bis morgen', /✅ Gut, bis morgen ist Pause\./, false, paused],
]

describe('Teams: answers to a hint', () => {
  const house = sharedHouse()
  const nudges = (user: User) => nudgesOf(house(), user)
  const settingsOf = async (user: User) => (await exported(house(), user)).settings

  for (const [button, thanks, stays, check] of ANSWERS)
    it(`takes „${button}“ at once, in the card itself`, async () => {
      const me = await newcomer(house())
      await hinted(house(), me, MEETING)
      const [on] = nudges(me)
      const pressed = await house().teams.press(me, on!, button)
      assert.ok(pressed.acked)
      const [after, ...more] = nudges(me)
      assert.deepEqual(more, [])
      const card = wordsOn(after?.card)
      assert.match(card, thanks)
      assert.equal(card.includes('tägliche Runde'), stays)
      assert.match(card, /\[Zur Nachricht\]\(https:/)
      assert.ok(!card.includes('Action.'), 'a button is left')
      check(await settingsOf(me))
    })

  it('says why without asking the bot, as often as one likes', async () => {
    const me = await newcomer(house())
    await hinted(house(), me, MEETING)
    const [on] = nudges(me)
    for (let count = 0; count < 3; count++) {
      const pressed = await house().teams.press(me, on!, 'Warum?')
      assert.deepEqual(pressed.attempts, [])
    }
    assert.match(wordsOn(nudges(me)[0]?.card), /Ein deutsches Wort versteht hier jede und jeder sofort/)
  })

  it('is not put out by two presses at once, the same or different ones', async () => {
    for (const [one, two] of [
      ['Diesen Hinweis nicht mehr', 'Diesen Hinweis nicht mehr'],
      ['Hilfreich', 'Nicht hilfreich'],
      ['Pause bis morgen', 'Diesen Hinweis nicht mehr'],
    ] as const) {
      const me = await newcomer(house())
      await hinted(house(), me, MEETING)
      const [on] = nudges(me)
      await Promise.all([one, two].map((button) => house().teams.press(me, on!, button)))
      const [after, ...more] = nudges(me)
      assert.deepEqual(more, [])
      assert.equal(wordsOn(after?.card).split('✅').length, 2)
      const settings = await settingsOf(me)
      if (two.startsWith('Diesen')) muted(settings)
      if (one.startsWith('Pause')) paused(settings)
    }
  })

  it('praises with three buttons, one of them a way out', async () => {
    const me = await newcomer(house())
    await hinted(house(), me, PRAISED)
    const [on] = nudges(me)
    const card = wordsOn(on?.card)
    assert.match(card, /⭐/)
    assert.equal(card.split('"Action.Execute"').length, 4)
    await house().teams.press(me, on!, 'Dieses Lob nicht mehr')
    const { mutedRules } = await settingsOf(me)
    assert.match(mutedRules.join(), /^ownership-[\w-]+$/)
  })

  it('keeps what was muted from coming again, until it is switched on again', async () => {
    const { teams } = house()
    const me = await insatiable(house())
    await hinted(house(), me, MEETING)
    await teams.press(me, nudges(me)[0]!, 'Diesen Hinweis nicht mehr')
    await settled(house(), me, MEETING)
    assert.equal(nudges(me).length, 1)
    await teams.write(me, 'einstellungen')
    const page = chatOf(house(), me).at(-1)!
    await teams.press(me, page, 'Einstellungen')
    for (let count = 0; count < 5; count++) {
      await teams.press(me, page, 'unmute')
      await teams.press(me, page, 'Einstellungen')
    }
    assert.deepEqual((await settingsOf(me)).mutedRules, [])
    await hinted(house(), me, MEETING)
  })

  it('says politely that it is too old, weeks later, and changes nothing', async () => {
    const me = await newcomer(house())
    const before = await settingsOf(me)
    await hinted(house(), me, MEETING)
    for (let days = 0; days < 12; days += 4) await house().pass(4 * 86_400)
    await house().teams.press(me, nudges(me)[0]!, 'Diesen Hinweis nicht mehr')
    const card = wordsOn(nudges(me)[0]?.card)
    assert.match(card, /Dieser Hinweis ist schon älter und nimmt keine Antwort mehr an/)
    assert.ok(!card.includes('Action.'))
    assert.deepEqual(await settingsOf(me), before)
    await house().pass(2 * 86_400)
  })

  /** An invoke as it comes from a button in somebody's chat, with whatever is in it. */
  async function invoke(user: User, action: Fields, more: Fields = {}) {
    const { teams } = house()
    const { activity } = teams.draft.write(user, '…').envelope
    const value = { action: { type: 'Action.Execute', verb: 'answer', ...action }, trigger: 'manual' }
    const { text: _, textFormat: _f, ...base } = activity
    const about = { ...base, type: 'invoke', name: 'adaptiveCard/action', value, ...more }
    const { status, body } = await teams.deliver({ activity: about, heard: true })
    return { status, body: body as Fields | undefined }
  }

  /** What a button of somebody's hint sends along. */
  const dataOf = (user: User, button: string) => findAction(nudges(user)[0]!.card!, button).data as Fields

  /** Somebody has got a hint, and somebody presses its button with something else in it. */
  async function forged(by: User, data: (given: Fields) => unknown, more: Fields = {}, action: Fields = {}) {
    const me = await newcomer(house())
    await hinted(house(), me, MEETING)
    const given = dataOf(me, 'Diesen Hinweis nicht mehr')
    return { me, ...(await invoke(by, { data: data(given), ...action }, more)) }
  }
  let stranger: User
  async function unharmed(me: User): Promise<void> {
    nothing(await settingsOf(me))
    if (stranger) assert.deepEqual((await settingsOf(stranger)).mutedRules, [])
    assert.deepEqual(toldTo(house(), house().murat), [])
  }

  it('takes no answer of somebody else, whose hint it is not', async () => {
    stranger ??= await newcomer(house())
    const { me, status, body } = await forged(stranger, (data) => data)
    assert.equal(status, 200)
    assert.match(wordsOn(body), /nimmt keine Antwort mehr an/)
    assert.ok(!wordsOn(body).includes('tägliche Runde'), 'shows somebody else the hint')
    await unharmed(me)
    await house().teams.press(me, nudges(me)[0]!, 'Hilfreich')
    assert.match(wordsOn(nudges(me)[0]?.card), /Schön, dass es hilft/)
  })

  /** What comes in place of the data of a button. */
  const MALFORMED: readonly (readonly [name: string, data: (given: Fields) => unknown])[] = [
    ['nothing', () => undefined],
    ['null', () => null],
    ['a text', () => 'answer'],
    ['a list', () => ['mute-rule']],
    ['no kind', ({ nudge, shown }) => ({ nudge, shown })],
    ['an unknown kind', (given) => ({ ...given, answer: 'sue' })],
    ['a kind of another type', (given) => ({ ...given, answer: { helpful: true } })],
    ['a prototype', (given) => ({ ...given, answer: '__proto__' })],
    ['no nudge', ({ answer, shown }) => ({ answer, shown })],
    ['an unknown nudge', (given) => ({ ...given, nudge: '00000000-0000-4000-8000-000000000000' })],
    ['an endless nudge', (given) => ({ ...given, nudge: 'x'.repeat(10_000) })],
    ['a nudge that is a number', (given) => ({ ...given, nudge: 7 })],
    ['SQL', (given) => ({ ...given, nudge: "' OR 1=1 --" })],
  ]
  for (const [name, data] of MALFORMED)
    it(`is not put out by data that is none: ${name}`, async () => {
      stranger ??= await newcomer(house())
      const { me, status, body } = await forged(stranger, data)
      assert.equal(status, 200)
      assert.match(wordsOn(body), /nimmt keine Antwort mehr an/)
      await unharmed(me)
      assert.deepEqual(
        house().logged.filter((line) => /"level":[56]0/.test(line)),
        [],
      )
    })

  /** What stands in place of what was shown, which the client sends along. */
  const SHOWN: readonly (readonly [name: string, shown: unknown])[] = [
    ['nothing', undefined],
    ['prose', 'Du bist gefeuert.'],
    ['another card', { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Du bist gefeuert.' }] }],
    ['a link elsewhere', { text: {}, tone: 'du', link: 'javascript:alert(1)' }],
  ]
  for (const [name, shown] of SHOWN)
    it(`thanks in words alone where what was shown is not ours: ${name}`, async () => {
      const me = await newcomer(house())
      await hinted(house(), me, MEETING)
      const { nudge } = dataOf(me, 'Hilfreich')
      const sent = await invoke(me, { data: { answer: 'helpful', nudge, shown } })
      assert.match(wordsOn(sent.body), /Schön, dass es hilft/)
      assert.ok(!/gefeuert|javascript/.test(wordsOn(sent.body)))
    })

  /** Where a button cannot stand, and verbs that are none. */
  const REFUSED: readonly (readonly [name: string, more: Fields, action: Fields])[] = [
    ['in a channel', { conversation: { conversationType: 'channel', id: '19:x@thread.tacv2' } }, {}],
    ['in a group chat', { conversation: { conversationType: 'groupChat', id: '19:x@thread.v2' } }, {}],
    ['of nobody', { from: { id: '29:1nobody' } }, {}],
    ['with an unknown verb', {}, { verb: 'sue' }],
    ['with a prototype for a verb', {}, { verb: 'constructor' }],
    ['with the verb of a prototype', {}, { verb: '__proto__' }],
  ]
  for (const [name, more, action] of REFUSED)
    it(`refuses a press ${name}`, async () => {
      stranger ??= await newcomer(house())
      const { me, status, body } = await forged(stranger, (data) => data, more, action)
      assert.ok(status >= 400 || body?.statusCode === 400, `${status} ${wordsOn(body)}`)
      await unharmed(me)
    })

  it('is told by nobody what was said', () => {
    const logged = house().logged.join('')
    for (const word of ['Forecast', 'tägliche', 'gefeuert', JARGON.slice(0, 20)])
      assert.ok(!logged.includes(word), word)
  })
})
