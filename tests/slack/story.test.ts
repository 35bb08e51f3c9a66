import assert from 'node:assert/strict'
import {
  allRows,
  chatOf,
  exported,
  fourWords,
  furtherOn,
  lastIn,
  MODES,
  onHome,
  settled,
  sharedHouse,
  toldTo,
  windowOf,
  wordsOn,
} from './acts.js'
import { JARGON } from './house.js'
import type { Fields } from './stand-in/index.js'

for (const mode of MODES)
  describe(`Slack over ${mode}: from the first look to the last`, () => {
    const house = sharedHouse({ mode })
    /** Words that stand nowhere but in what Jana wrote. */
    const CANARY = 'Quittenmarmelade Donnerstagnachmittag'
    const all = () => {
      const { slack, channel, jana, murat } = house()
      return { slack, channel, jana, murat }
    }

    it('shows the consent page, and until it is agreed to, reads and keeps nothing', async () => {
      const { slack, channel, jana } = all()
      const before = await allRows(house())
      await slack.openHome(jana)
      const page = wordsOn(jana.home!)
      for (const part of ['Was gelesen wird', 'Was gespeichert wird', 'Wer was sieht', 'Mitmachen'])
        assert.ok(page.includes(part), part)
      assert.ok(!page.includes('per-day'), 'settings before opting in')
      const { message } = await slack.say(jana, channel, `${CANARY}: ${JARGON}`)
      await slack.edit(jana, channel, message.ts, `${CANARY}! ${JARGON}`)
      await slack.remove(channel, message.ts)
      await house().pass(3600)
      assert.deepEqual(toldTo(house(), jana), [])
      assert.deepEqual(await allRows(house()), before)
    })

    it('opts in with one press, and does not look back', async () => {
      const { slack, channel, jana } = all()
      await slack.say(jana, channel, JARGON)
      await onHome(house(), jana, 'join')
      assert.match(wordsOn(jana.home!), /Klartext liest bei dir mit/)
      await house().pass(60)
      assert.deepEqual(toldTo(house(), jana), [])
    })

    it('tells the writer alone, half a minute later, without a word of the message', async () => {
      const { slack, channel, jana, murat } = all()
      const text = `${CANARY}: ${JARGON}`
      const { message } = await slack.say(jana, channel, text)
      await house().pass(29)
      assert.deepEqual(chatOf(house(), jana), [])
      await house().pass(1)
      await slack.until(() => chatOf(house(), jana).length > 0)
      const [nudge, ...more] = chatOf(house(), jana)
      assert.ok(nudge)
      assert.deepEqual(more, [])
      assert.match(nudge.text, /^Geht das auch auf Deutsch\? \(Nur für dich sichtbar\)$/)
      const link = `https://${house().workspace.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
      assert.ok(wordsOn(nudge).includes(`<${link}|Zur Nachricht>`))
      const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage')
      assert.equal(posted.length, 1)
      const { unfurl_links, unfurl_media } = posted[0]!.args
      assert.deepEqual([`${unfurl_links}`, `${unfurl_media}`], ['false', 'false'])
      const sent = JSON.stringify([slack.calls.map(({ args }) => args), house().logged])
      for (const part of fourWords(text)) assert.ok(!sent.includes(part), `„${part}“ left the house`)
      for (const word of CANARY.split(' ')) assert.ok(!sent.includes(word), `„${word}“ left the house`)
      assert.deepEqual(toldTo(house(), murat), [])
      assert.ok(slack.seenBy(murat).every(({ by }) => by === jana.id || by === murat.id))
    })

    it('takes the terms for those of the team, at once and for good', async () => {
      const { slack, jana } = all()
      const nudge = lastIn(house(), jana)
      await slack.press(jana, nudge, 'further', furtherOn(nudge.message, 'team-term'))
      const after = wordsOn(lastIn(house(), jana).message)
      assert.match(after, /das gehört also zum Team/)
      assert.ok(!after.includes('answer:'), 'the buttons are gone')
      assert.equal(chatOf(house(), jana).length, 1)
      const { settings } = await exported(house(), jana)
      // Whatever a term counts as, English word or empty phrase.
      for (const rule of ['anglicism-alignment', 'jargon-de-alignment', 'jargon-de-daily'])
        assert.ok(settings.mutedRules.includes(rule), rule)
      await house().pass(1800)
      await settled(house(), jana, JARGON)
      assert.equal(chatOf(house(), jana).length, 1)
    })

    it('lets an edit withdraw a hint that still waits', async () => {
      const { slack, channel, jana } = all()
      const text = 'Wir sollten das Feature pushen und die Learnings committen.'
      const { message } = await slack.say(jana, channel, text)
      await house().pass(20)
      const { nudges } = await exported(house(), jana)
      assert.deepEqual(
        nudges.map(({ state }) => state),
        ['pending', 'sent'],
      )
      await slack.edit(jana, channel, message.ts, 'Wir sollten das bald angehen.')
      await house().pass(600)
      assert.equal(chatOf(house(), jana).length, 1)
    })

    it('checks a draft in a window, for its writer alone, and keeps nothing', async () => {
      const { slack, jana, murat } = all()
      const before = await allRows(house())
      for (const who of [jana, murat]) {
        await slack.shortcut(who, 'check-draft')
        const result = await slack.submit(who, undefined, {
          text: { text: `${CANARY}: Wir pushen die Learnings.` },
        })
        assert.deepEqual(result.errors, {})
        assert.match(wordsOn(windowOf(who)), /Learnings/)
        await slack.closeView(who)
      }
      assert.deepEqual(await allRows(house()), before)
    })

    it('shows all that is kept, then forgets it and takes its hints out of the chat', async () => {
      const { slack, jana } = all()
      await onHome(house(), jana, 'export')
      const page = wordsOn(windowOf(jana))
      assert.match(page, /alles, was Klartext über dich gespeichert hat/)
      assert.match(page, /mutedRules/)
      await slack.closeView(jana)
      await onHome(house(), jana, 'erase')
      await slack.until(() => chatOf(house(), jana).length === 0)
      assert.match(wordsOn(jana.home!), /Mitmachen/)
      const data = await exported(house(), jana)
      assert.deepEqual([data.settings.optedIn, data.settings.mutedRules], [false, []])
      assert.deepEqual([data.sightings, data.nudges, data.teams], [[], [], []])
      const rows = JSON.stringify(await allRows(house()))
      assert.ok(!rows.includes(jana.id), 'her id is still kept')
    })

    it('has shown nobody else anything, and nothing of what was written', async () => {
      const { slack, jana, murat, channel } = all()
      assert.deepEqual(
        slack.sightings
          .filter(({ by, audience }) => by === 'app' && audience.has(murat.id))
          .map(({ kind }) => kind),
        ['modal', 'modal'],
      )
      const outgoing: Fields[] = slack.calls
        .filter(({ method }) => !method.startsWith('views.'))
        .map(({ args }) => args)
      for (const part of fourWords(JARGON)) assert.ok(!JSON.stringify(outgoing).includes(part), part)
      assert.ok(![...channel.messages.values()].some(({ bot_id }) => bot_id), 'the bot wrote in the channel')
      assert.ok(!house().logged.join('').includes(jana.id), 'a log names a person')
    })
  })
