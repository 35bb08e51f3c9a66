import assert from 'node:assert/strict'
import {
  allRows,
  chatOf,
  exported,
  hinted,
  insatiable,
  MODES,
  newcomer,
  newUser,
  sharedHouse,
  toldTo,
  windowOf,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import type { User } from './stand-in/index.js'

type Who = 'nobody' | 'member'

/** What is typed, by whom, and what is answered. */
const ANSWERS: readonly (readonly [typed: string, who: Who, says: RegExp])[] = [
  ['', 'nobody', /\*Klartext\* hilft dir, klar zu schreiben.*`\/klartext prüfen …`/s],
  ['   ', 'nobody', /hilft dir/],
  ['hilfe', 'nobody', /hilft dir/],
  ['help', 'nobody', /helps you write plainly.*`\/klartext check …`/s],
  ['HILFE bitte', 'nobody', /hilft dir/],
  ['quatsch', 'nobody', /Diesen Befehl kennt Klartext nicht\..*hilft dir/s],
  ['x'.repeat(3000), 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['__proto__', 'nobody', /Diesen Befehl kennt Klartext nicht/],
  ['prüfen', 'nobody', /Da steht noch nichts/],
  ['check', 'nobody', /There is nothing here yet/],
  [`prüfen ${JARGON}`, 'nobody', /Alignment.*tägliche Runde/s],
  [`Prüfen ${JARGON}`, 'nobody', /Alignment.*tägliche Runde/s],
  [`pruefen ${JARGON}`, 'member', /Alignment.*tägliche Runde/s],
  [`prüfen ${JARGON}`.normalize('NFD'), 'nobody', /Alignment/],
  [`prüfen\n${JARGON}`, 'nobody', /Alignment/],
  [`check ${JARGON}`, 'nobody', /Just for you.*Alignment/s],
  ['prüfen Das passt gut.', 'nobody', /Liest sich gut/],
  ['check That works well.', 'nobody', /Reads well/],
  ['pause', 'nobody', /Du machst noch nicht mit/],
  ['pause', 'member', /Gut, bis morgen ist Pause/],
  ['an', 'nobody', /Du machst jetzt mit.*Was gelesen wird.*Was gespeichert wird.*Wer was sieht/s],
  ['on', 'nobody', /You are taking part now.*What is read/s],
  ['an', 'member', /Du machst jetzt mit/],
  ['aus', 'member', /Klartext liest bei dir nicht mehr mit/],
  ['off', 'member', /Klartext no longer reads along/],
  ['aus', 'nobody', /liest bei dir nicht mehr mit/],
  ['löschen', 'member', /Soll wirklich alles weg\?/],
  ['loeschen', 'member', /Soll wirklich alles weg\?/],
  ['delete', 'member', /Really delete everything\?/],
]

for (const mode of MODES)
  describe(`Slack over ${mode}: commands`, () => {
    const house = sharedHouse({ mode })
    const make = (who: Who) => (who === 'member' ? newcomer(house()) : Promise.resolve(newUser(house())))
    /** Types a command and reads what was answered, which nobody else may see. */
    async function typed(me: User, text: string): Promise<string> {
      const { slack, channel } = house()
      const before = slack.sightings.length
      const delivery = await slack.command(me, channel, '/klartext', text)
      assert.ok(delivery.acked)
      const fresh = slack.sightings.slice(before)
      assert.ok(fresh.every(({ audience }) => audience.size === 1 && audience.has(me.id)))
      return fresh.map(wordsOn).join().replaceAll('\\n', '\n')
    }

    for (const [text, who, says] of ANSWERS)
      it(`answers ${JSON.stringify(text.slice(0, 30))} of ${who}`, async () => {
        assert.match(await typed(await make(who), text), says)
      })

    for (const [on, off] of [
      ['an', 'aus'],
      ['on', 'off'],
    ] as const)
      it(`switches hints on and off: ${on}, ${off}`, async () => {
        const me = newUser(house())
        await typed(me, on)
        assert.equal((await exported(house(), me)).settings.optedIn, true)
        await hinted(house(), me, JARGON)
        await house().slack.say(me, house().channel, JARGON)
        await typed(me, off)
        assert.equal((await exported(house(), me)).settings.optedIn, false)
        await house().pass(40)
        assert.equal(toldTo(house(), me).length, 1)
      })

    it('ends a pause with „an“', async () => {
      const me = await newcomer(house())
      await typed(me, 'pause')
      assert.ok((await exported(house(), me)).settings.pausedUntil)
      await typed(me, 'an')
      assert.equal((await exported(house(), me)).settings.pausedUntil, null)
    })

    for (const text of ['daten', 'data'])
      it(`shows all that is kept in a window: ${text}`, async () => {
        const me = await newcomer(house())
        await typed(me, text)
        assert.match(wordsOn(windowOf(me)), /optedIn/)
      })

    it('says so where a window cannot be opened any more', async () => {
      const me = await newcomer(house())
      house().slack.fail('views.open', { error: 'expired_trigger_id' })
      assert.match(await typed(me, 'daten'), /Das hat gerade nicht geklappt/)
    })

    for (const text of ['löschen', 'delete'])
      it(`asks before it deletes, then deletes: ${text}`, async () => {
        const me = await insatiable(house())
        const { slack, channel } = house()
        await hinted(house(), me, JARGON)
        await typed(me, text)
        assert.equal((await exported(house(), me)).settings.optedIn, true)
        const asked = slack.seenBy(me).findLast(({ via }) => via === 'ack')!
        await slack.press(me, asked, 'erase')
        await slack.until(() => chatOf(house(), me).length === 0)
        const said = [...channel.ephemerals.values()].filter(({ user }) => user === me.id).at(-1)!
        assert.match(said.message.text, /nichts mehr über dich gespeichert/)
        const { settings, sightings, nudges } = await exported(house(), me)
        assert.deepEqual([settings.optedIn, settings.maxPerDay, sightings, nudges], [false, 3, [], []])
        assert.ok(!JSON.stringify(await allRows(house())).includes(me.id))
      })
  })

/** Drafts in the window and what is then to be seen. */
const DRAFTS: readonly (readonly [name: string, text: string, says: RegExp, not: RegExp])[] = [
  ['one with findings', JARGON, /Alignment.*tägliche Runde/s, /Liest sich gut/],
  ['a plain one', 'Wir treffen uns um zehn.', /Liest sich gut/, /→/],
  ['markup that is none here', 'Wir canceln <den> *Launch* & <!channel>.', /&lt;|<den>/, /@/],
  ['the longest', `${JARGON} `.repeat(40).slice(0, 3000), /Alignment/, /Liest sich gut/],
  ['emoji and half characters', `${'🎉'.repeat(600)} Wir canceln den Launch.`, /Launch/, /Liest sich gut/],
]

for (const mode of MODES)
  describe(`Slack over ${mode}: drafts`, () => {
    const house = sharedHouse({ mode })

    for (const [name, text, says, not] of DRAFTS)
      it(`checks ${name} in a window and keeps nothing`, async () => {
        const { slack } = house()
        const me = newUser(house())
        const before = await allRows(house())
        await slack.shortcut(me, 'check-draft')
        assert.equal(windowOf(me).callback_id, 'draft')
        const { errors } = await slack.submit(me, undefined, { text: { text } })
        assert.deepEqual(errors, {})
        assert.match(wordsOn(windowOf(me)), says)
        assert.doesNotMatch(wordsOn(windowOf(me)), not)
        assert.deepEqual(await allRows(house()), before)
      })

    it('does not ask for what was muted, nor for an opt-in', async () => {
      const { slack } = house()
      const me = newUser(house())
      await slack.shortcut(me, 'check-draft')
      await assert.rejects(slack.submit(me, undefined, {}), /must be filled in/)
      await slack.closeView(me)
      assert.deepEqual(me.modals, [])
    })

    /** Whose message it is, and what the shortcut on it shows. */
    const MESSAGES: readonly (readonly [name: string, more: object, says: RegExp])[] = [
      ['my own', {}, /Alignment.*tägliche Runde/s],
      ['somebody else’s', { user: 'other' }, /Diese Nachricht ist nicht von dir/],
      ['a bot’s', { bot_id: 'B1' }, /Diese Nachricht ist nicht von dir/],
      ['my own without text', { text: '' }, /In dieser Nachricht steht kein Text/],
    ]
    for (const [name, more, says] of MESSAGES)
      it(`checks a message by its menu: ${name}`, async () => {
        const { slack, workspace, murat } = house()
        const me = newUser(house())
        // The bot need not be there.
        const channel = slack.addChannel(workspace, { members: [me, murat], bot: false, kind: 'group' })
        const { user = me.id, text = JARGON, ...rest } = more as { user?: string; text?: string }
        const author = user === me.id ? me : murat
        const { message } = await slack.say(author, channel, text, rest)
        const before = await allRows(house())
        await slack.messageShortcut(me, 'check-message', channel, message.ts)
        assert.match(wordsOn(windowOf(me)), says)
        if (author !== me) assert.ok(!wordsOn(windowOf(me)).includes('Alignment'))
        assert.deepEqual(await allRows(house()), before)
      })
  })
