import type { Router } from 'express'
import type { Settings } from '../../../src/types.js'
import { isAnswer } from '../../../src/words/answers.js'
import { CardView, GoneCard } from '../pages/card.js'
import { Checking } from '../pages/composer.js'
import { Draft, DraftFault } from '../pages/draft.js'
import { Messages } from '../pages/messages.js'
import { Notice } from '../pages/notice.js'
import { Panel } from '../pages/panel.js'
import { Partial as Region } from '../pages/partial.js'
import { at, type House, type Place } from '../place.js'
import { patchOf } from '../settings.js'
import { fault, typed } from '../typed.js'
import { page } from '../where.js'

/** What only one person sees: the first question, draft checks, answers to nudges, settings. */
export function privateRoutes(inside: Router, house: House) {
  const { chat, clock } = house

  inside.post(
    '/welcome',
    at(house, async ({ where, me, core, field, res }) => {
      if (field('join') === 'yes') await core.change(me, { optedIn: true })
      chat.greet(where.me.id)
      chat.settingsChanged(where.me.id)
      res.redirect(303, page(where))
    }),
  )

  inside.post(
    '/check',
    at(house, async (place) => {
      const { where, me, core, field, res } = place
      const text = typed(place.req.body)
      const pressed = field('asked') === '1'
      // Nothing is looked at unless the person takes part or has pressed the button for this draft.
      const wanted = pressed || field('live') === '1' || (await core.settings(me)).optedIn
      if (!wanted || (!pressed && text.trim() === '')) return void res.send('')
      const writing = { text }
      const wrong = fault(text, where.words, where.lang)
      if (wrong)
        return place.show(422, () => <DraftFault text={wrong} />, { writing: { text, fault: wrong } })
      try {
        const message = {
          text,
          markup: 'plain',
          audience: where.channel.audience,
          language: where.lang,
        } as const
        const draft = <Draft where={where} text={text} checked={await core.check(me, message)} />
        await place.show(200, () => draft, { writing, draft })
      } catch {
        const draft = <DraftFault text={where.words.draft.failed} />
        await place.show(502, () => draft, { writing, draft })
      }
    }),
  )

  inside.post(
    '/answer',
    at(house, async (place) => {
      const { where, me, core, field } = place
      const card = chat.card(where.me.id, field('card'))
      const answer = field('answer')
      if (!card || !isAnswer(answer)) return place.show(409, () => <GoneCard where={where} />)
      let settings: Settings | null
      try {
        settings = await core.answer(me, card.nudge, answer)
      } catch {
        const text = where.words.card.failed
        return place.show(502, () => <CardView where={where} card={card} fault={text} />, { fault: text })
      }
      if (!settings) {
        chat.removeCard(where.me.id, card.id)
        return place.show(409, () => <GoneCard where={where} />, { fault: where.words.card.gone })
      }
      const answered = chat.answered(card, answer)
      chat.settingsChanged(where.me.id)
      await place.done((after) => (
        <>
          <CardView where={where} card={answered} fresh />
          <Region target="#panel" swap="innerHTML">
            <Panel where={where} settings={after} now={clock()} />
          </Region>
        </>
      ))
    }),
  )

  inside.post(
    '/settings',
    at(house, async (place) => {
      const { where, me, core, field, res } = place
      const { words } = where
      const before = await core.settings(me)
      const patch = patchOf(field, before, clock())
      try {
        await core.change(me, patch)
      } catch {
        const text = words.panel.failed
        res.set({ 'HX-Retarget': '#notice', 'HX-Reswap': 'innerHTML' })
        return place.show(502, () => <Notice text={text} fault words={words} />, { fault: text })
      }
      if (patch.optedIn === false) {
        chat.greet(where.me.id)
        chat.dropCardsOf(where.me.id)
      }
      chat.settingsChanged(where.me.id)
      await saved(place)
    }),
  )

  /** The panel, and whatever else on the page depends on the settings. */
  function saved({ where, done }: Place) {
    return done((settings) => (
      <>
        <Panel where={where} settings={settings} now={clock()} />
        <Region target="#checking" swap="outerHTML">
          <Checking on={settings.optedIn} />
        </Region>
        <Region target="#messages" swap="innerMorph">
          <Messages where={where} chat={chat} />
        </Region>
        <Region target="#notice" swap="innerHTML">
          <Notice text={where.words.panel.saved} fault={false} words={where.words} />
        </Region>
      </>
    ))
  }
}
