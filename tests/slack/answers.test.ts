import assert from 'node:assert/strict'
import type { PersonalData } from '../../src/types.js'
import {
  breakTable,
  chatOf,
  exported,
  furtherOn,
  hinted,
  insatiable,
  lastIn,
  MODES,
  newcomer,
  onHome,
  settled,
  sharedHouse,
  toldTo,
  windowOf,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import type { Message, Pressable, User } from './stand-in/index.js'

type Settings = PersonalData['settings']

const PRAISED = 'Das war mein Fehler, ich habe die Liste nicht geprüft und korrigiere sie bis heute Abend.'
const TERMS = ['alignment', 'canceln', 'challengen', 'daily', 'launch'].map((term) => `anglicism-${term}`)
const nothing = ({ mutedRules, pausedUntil, optedIn }: Settings) =>
  assert.deepEqual([mutedRules, pausedUntil, optedIn], [[], null, true])
/** Whatever a term counts as, English word or empty phrase. */
const owned = ({ mutedRules }: Settings) => {
  for (const rule of [...TERMS, 'jargon-de-alignment', 'jargon-de-daily'])
    assert.ok(mutedRules.includes(rule), rule)
}
const muted = ({ mutedRules }: Settings) => assert.deepEqual([...mutedRules].sort(), TERMS)
/** Midnight in Berlin, on the day of the clock or the next, as an export tells it. */
const paused = ({ pausedUntil }: Settings) => assert.match(`${pausedUntil}`, /^2026-03-\d\dT23:00:00\.000Z$/)

/** Each answer: what the message says then, whether the better words still stand there, what has changed. */
const ANSWERS: readonly (readonly [
  kind: string,
  thanks: RegExp,
  stays: boolean,
  (after: Settings) => void,
])[] = [
  ['helpful', /Danke\. Schön, dass es hilft\./, true, nothing],
  ['not-helpful', /Danke für die ehrliche Antwort\./, false, nothing],
  ['quotation', /Alles klar, ein Zitat\./, false, nothing],
  ['team-term', /das gehört also zum Team/, false, owned],
  ['mute-rule', /Gut, das kommt nicht mehr\./, false, muted],
  ['pause', /Gut, bis morgen ist Pause\./, false, paused],
]

for (const mode of MODES)
  describe(`Slack over ${mode}: answers to a hint`, () => {
    const house = sharedHouse({ mode })

    /** Presses a button, or chooses from the menu beneath. */
    async function answer(who: User, on: Pressable & { readonly message: Message }, kind: string) {
      const { slack } = house()
      const direct = kind.endsWith('helpful') || kind === 'why'
      const action = kind === 'why' ? kind : direct ? `answer:${kind}` : 'further'
      const pressed = await slack.press(who, on, action, direct ? undefined : furtherOn(on.message, kind))
      assert.ok(pressed.acked)
    }

    for (const [kind, thanks, stays, check] of ANSWERS)
      it(`takes „${kind}“ at once, in the message itself`, async () => {
        const me = await newcomer(house())
        await hinted(house(), me, JARGON)
        await answer(me, lastIn(house(), me), kind)
        const [after, ...more] = chatOf(house(), me)
        assert.deepEqual(more, [])
        assert.match(wordsOn(after!), thanks)
        assert.equal(wordsOn(after!).includes('tägliche Runde'), stays)
        assert.match(wordsOn(after!), /\|Zur Nachricht>/)
        assert.ok(!/answer:|further|why/.test(wordsOn(after!)), 'a button is left')
        check((await exported(house(), me)).settings)
      })

    it('says why in a window, and leaves the message as it is', async () => {
      const me = await newcomer(house())
      await hinted(house(), me, JARGON)
      const before = wordsOn(lastIn(house(), me).message)
      for (let count = 0; count < 2; count++) await answer(me, lastIn(house(), me), 'why')
      assert.match(wordsOn(windowOf(me)), /Ein deutsches Wort versteht hier jede und jeder sofort/)
      assert.equal(wordsOn(lastIn(house(), me).message), before)
    })

    it('is not put out by two presses at once, the same or different ones', async () => {
      for (const kinds of [
        ['mute-rule', 'mute-rule'],
        ['helpful', 'not-helpful'],
        ['pause', 'mute-rule'],
      ]) {
        const me = await newcomer(house())
        await hinted(house(), me, JARGON)
        const on = lastIn(house(), me)
        await Promise.all(kinds.map((kind) => answer(me, on, kind)))
        const after = wordsOn(lastIn(house(), me).message)
        assert.ok(!after.includes('answer:'), 'a button is left')
        assert.equal(after.split(':white_check_mark:').length, 2, 'thanks more than once')
        const { settings } = await exported(house(), me)
        if (kinds.includes('mute-rule')) muted(settings)
        if (kinds.includes('pause')) paused(settings)
      }
    })

    it('says politely that it is too old, days and weeks later, and changes nothing', async () => {
      const me = await newcomer(house())
      const { settings: before } = await exported(house(), me)
      await hinted(house(), me, JARGON)
      await house().pass(2 * 86_400)
      await answer(me, lastIn(house(), me), 'why')
      assert.match(wordsOn(windowOf(me)), /Ein deutsches Wort versteht hier/)
      await house().pass(10 * 86_400)
      await answer(me, lastIn(house(), me), 'mute-rule')
      const after = wordsOn(lastIn(house(), me).message)
      assert.match(after, /Dieser Hinweis ist schon älter und nimmt keine Antwort mehr an\./)
      assert.ok(!after.includes('answer:'), 'a button is left')
      assert.deepEqual((await exported(house(), me)).settings, before)
      // Back to a working day.
      await house().pass(2 * 86_400)
    })

    it('keeps what was answered from coming again, until it is switched on again', async () => {
      const me = await insatiable(house())
      const text = 'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.'
      await hinted(house(), me, text)
      await answer(me, lastIn(house(), me), 'mute-rule')
      await settled(house(), me, text)
      assert.equal(chatOf(house(), me).length, 1)
      await house().slack.openHome(me)
      for (let count = 0; count < 5; count++) await onHome(house(), me, 'unmute')
      assert.deepEqual((await exported(house(), me)).settings.mutedRules, [])
      await hinted(house(), me, text)
      assert.equal(chatOf(house(), me).length, 2)
    })

    it('praises with two buttons and a way out of it', async () => {
      const me = await newcomer(house())
      await hinted(house(), me, PRAISED)
      const on = lastIn(house(), me)
      assert.match(wordsOn(on.message), /:star:/)
      assert.ok(!/further|why/.test(wordsOn(on.message)))
      await house().slack.press(me, on, 'answer:mute-rule')
      const { settings } = await exported(house(), me)
      assert.equal(settings.mutedRules.length, 1)
      assert.match(settings.mutedRules[0]!, /^ownership-/)
    })

    it('keeps the buttons where an answer could not be kept, and says so once', async () => {
      const me = await newcomer(house())
      await hinted(house(), me, JARGON)
      const repair = await breakTable(house(), 'answers')
      for (let count = 0; count < 2; count++) await answer(me, lastIn(house(), me), 'helpful')
      await repair()
      const failed = wordsOn(lastIn(house(), me).message)
      assert.equal(failed.split('nicht angekommen').length, 2)
      await answer(me, lastIn(house(), me), 'helpful')
      const after = wordsOn(lastIn(house(), me).message)
      assert.match(after, /Schön, dass es hilft/)
      assert.ok(!after.includes('nicht angekommen'), 'still says that it failed')
    })

    it('does not mind a message that is gone, or that Slack does not let it update', async () => {
      const me = await newcomer(house())
      const { slack } = house()
      const said = await hinted(house(), me, JARGON)
      const on = lastIn(house(), me)
      slack.fail('chat.update', { rateLimit: 1 })
      await answer(me, on, 'pause')
      assert.match(wordsOn(lastIn(house(), me).message), /answer:/)
      paused((await exported(house(), me)).settings)
      await house().pass(2)
      const pressing = slack.press(me, on, 'answer:helpful')
      await slack.remove(house().channel, said.ts)
      assert.ok((await pressing).acked)
    })
  })

for (const mode of MODES)
  describe(`Slack over ${mode}: answers to a hint in the channel`, () => {
    const house = sharedHouse({ mode })

    async function whispered(): Promise<[User, { channel: string; ts: string }, () => string]> {
      const me = await newcomer(house())
      await house().slack.openHome(me)
      await onHome(house(), me, 'place', 'channel')
      await hinted(house(), me, JARGON)
      const { ephemerals } = house().channel
      const mine = () => [...ephemerals.values()].filter(({ user }) => user === me.id)
      const hint = mine().find(({ message }) => wordsOn(message).includes('answer:'))!
      const now = () => JSON.stringify(mine().map(({ message }) => wordsOn(message)))
      return [me, { channel: house().channel.id, ts: hint.message.ts }, now]
    }

    for (const [kind, thanks, , check] of ANSWERS)
      it(`takes „${kind}“ at once, in place of the hint`, async () => {
        const [me, on, now] = await whispered()
        const direct = kind.endsWith('helpful')
        const { message } = house().channel.ephemerals.get(on.ts)!
        const choice = direct ? undefined : furtherOn(message, kind)
        await house().slack.press(me, on, direct ? `answer:${kind}` : 'further', choice)
        assert.match(now(), thanks)
        assert.ok(!now().includes('answer:'), 'a button is left')
        assert.equal(toldTo(house(), house().murat).length, 0)
        check((await exported(house(), me)).settings)
      })

    it('keeps the buttons where an answer could not be kept', async () => {
      const [me, on, now] = await whispered()
      const repair = await breakTable(house(), 'answers')
      await house().slack.press(me, on, 'answer:helpful')
      await repair()
      assert.match(now(), /nicht angekommen/)
      assert.match(now(), /answer:helpful/)
      await house().slack.press(me, on, 'answer:helpful')
      assert.match(now(), /Schön, dass es hilft/)
    })
  })
