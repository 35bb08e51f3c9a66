import assert from 'node:assert/strict'
import { allRows, chatOf, newcomer, newUser, sharedHouse, wordsOn } from './acts.js'
import { JARGON } from './house.js'
import type { Fields, User } from './stand-in/index.js'

/** Drafts in the window, what is then to be seen, and what is not. */
const DRAFTS: readonly (readonly [name: string, text: string, says: RegExp, not: RegExp])[] = [
  ['one with findings', JARGON, /Alignment.*tägliche Runde/s, /Liest sich gut/],
  ['a plain one', 'Wir treffen uns um zehn.', /Liest sich gut/, /→/],
  ['markup that is none here', 'Wir canceln <den> *Launch* & <at>alle</at>.', /<den>/, /&lt;/],
  ['a quotation', `> ${JARGON}`, /Liest sich gut/, /→/],
  ['code', `\`${JARGON}\``, /Liest sich gut/, /→/],
  ['a long one', `${JARGON} `.repeat(40).slice(0, 3000), /Alignment/, /Liest sich gut/],
  ['emoji and half characters', `${'🎉'.repeat(600)} Wir canceln den Launch.`, /Launch/, /Liest sich gut/],
  ['several lines', `Hallo zusammen,\n\n${JARGON}\n\nGruß`, /Alignment/, /Liest sich gut/],
]

/** Whose message it is, and what the window about it shows. */
const MESSAGES: readonly (readonly [
  name: string,
  whose: 'me' | 'other',
  html: string,
  says: RegExp,
  more?: Fields,
])[] = [
  ['my own', 'me', JARGON, /Alignment.*tägliche Runde/s],
  ['my own with markup', 'me', `<p>Wir <b>canceln</b> den&nbsp;Launch &amp; das Daily.</p>`, /Launch/],
  [
    'my own with a quotation',
    'me',
    `<blockquote>${JARGON}</blockquote><p>Das sehe ich anders.</p>`,
    /Liest sich gut/,
  ],
  ['my own plain one', 'me', 'Wir treffen uns um zehn.', /Liest sich gut/],
  ['my own without text', 'me', '', /In dieser Nachricht steht kein Text/],
  [
    'my own with an empty paragraph',
    'me',
    '<p>&nbsp;</p>',
    /In dieser Nachricht steht kein Text|Liest sich gut/,
  ],
  ['somebody else’s', 'other', JARGON, /Diese Nachricht ist nicht von dir/],
  ['somebody else’s without text', 'other', '', /Diese Nachricht ist nicht von dir/],
]

describe('Teams: windows', () => {
  const house = sharedHouse()
  const windowOf = (user: User) => wordsOn(user.dialog?.card)

  for (const [name, text, says, not] of DRAFTS)
    it(`checks ${name} and keeps nothing`, async () => {
      const { teams } = house()
      const me = await newUser(house())
      const before = await allRows(house())
      await teams.openExtension(me, 'check-draft')
      assert.match(windowOf(me), /Dein Entwurf/)
      await teams.submitDialog(me, { text })
      assert.match(windowOf(me), says)
      assert.doesNotMatch(windowOf(me), not)
      assert.deepEqual(await allRows(house()), before)
      assert.equal(chatOf(house(), me).length, 1)
    })

  it('checks one draft after the other', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await teams.openExtension(me, 'check-draft')
    for (const text of [JARGON, 'Schuld sind mal wieder die anderen aus dem Vertrieb.']) {
      await teams.submitDialog(me, { text })
      assert.match(windowOf(me), text === JARGON ? /Alignment/ : /Vertrieb/)
      await teams.submitDialog(me)
      assert.match(windowOf(me), /Dein Entwurf/)
      assert.ok(!windowOf(me).includes('Alignment'), 'the last draft is still there')
    }
  })

  it('lets nobody send an empty one', async () => {
    const { teams } = house()
    const me = await newUser(house())
    await teams.openExtension(me, 'check-draft')
    await assert.rejects(teams.submitDialog(me, {}), /is required/)
    await teams.submitDialog(me, { text: '  \n ' })
    assert.match(windowOf(me), /Dein Entwurf/)
    teams.closeDialog(me)
  })

  it('opens in a channel, where nobody else sees it', async () => {
    const { teams, channel, murat } = house()
    const me = await newUser(house())
    await teams.openExtension(me, 'check-draft', { where: channel })
    await teams.submitDialog(me, { text: JARGON })
    assert.match(windowOf(me), /Alignment/)
    assert.equal(teams.seenBy(murat).filter(({ by }) => by === 'app').length, 0)
  })

  for (const [name, whose, html, says] of MESSAGES)
    it(`checks a message by its menu: ${name}`, async () => {
      const { teams, team, murat } = house()
      const me = await newUser(house())
      // The bot need not be there.
      const channel = teams.addChannel(team, {
        name: 'Geheim',
        type: 'private',
        members: [me, murat],
        bot: false,
      })
      const { message } = await teams.say(whose === 'me' ? me : murat, channel, html)
      const before = await allRows(house())
      await teams.openExtension(me, 'check-message', { message })
      assert.match(windowOf(me), says)
      if (whose === 'other') assert.ok(!windowOf(me).includes('Alignment'))
      assert.deepEqual(await allRows(house()), before)
    })

  it('says of a message of the bot that it is not one’s own', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    const message = [...me.chat.messages.values()].find(({ by }) => by === 'app')!
    await teams.openExtension(me, 'check-message', { message })
    assert.match(windowOf(me), /Diese Nachricht ist nicht von dir/)
  })

  it('speaks as somebody has set', async () => {
    const { teams } = house()
    const me = await newcomer(house())
    await teams.press(me, chatOf(house(), me).at(-1)!, 'Einstellungen')
    await teams.press(me, chatOf(house(), me).at(-1)!, 'save', { language: 'en' })
    await teams.openExtension(me, 'check-draft')
    assert.match(windowOf(me), /Your draft/)
  })

  /** What may come in place of what a window sends. */
  const ODD: readonly (readonly [name: string, data: unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'check'],
    ['another step', { step: 'sue', text: JARGON }],
    ['a step of a prototype', { step: '__proto__', text: JARGON }],
    ['a text that is none', { step: 'check', text: { length: 3 } }],
    ['a list', { step: 'check', text: [JARGON] }],
  ]
  for (const [name, data] of ODD)
    it(`shows the form again where what is sent is none of ours: ${name}`, async () => {
      const { teams } = house()
      const me = await newUser(house())
      const { envelope } = await teams.openExtension(me, 'check-draft')
      const value = { ...(envelope.activity.value as Fields), data }
      const activity = { ...envelope.activity, name: 'composeExtension/submitAction', value }
      const sent = await teams.deliver({ activity, heard: true })
      assert.ok(sent.acked, `${sent.status}`)
      assert.match(wordsOn(sent.body), /Dein Entwurf/)
      assert.ok(!wordsOn(sent.body).includes('Alignment'))
    })

  it('is nothing that is logged', () => {
    assert.ok(!/Alignment|Vertrieb|Launch/.test(house().logged.join('')))
  })
})
