import type { ViewStateValue } from '@slack/bolt'
import { mutedBy } from '../../../src/words/topics.js'
import { type House, personOf, wordsOf } from '../house.js'
import { CHECK_DRAFT, CHECK_MESSAGE } from '../manifest.js'
import { DRAFT, draftForm, draftResult, notice, TERMS, TOPICS_FORM } from '../render/modals.js'
import { wordsFor } from '../words.js'
import { publish } from './home.js'

/** Windows that are sent off, and the shortcuts that open one. */
export function handleWindows(house: House): void {
  const { app, client, core, options, log } = house

  app.shortcut({ type: 'shortcut', callback_id: CHECK_DRAFT }, async ({ ack, body }) => {
    await ack()
    const person = personOf(body)
    const view = draftForm(await wordsOf(core(), person))
    await client.call(person.tenant, 'views.open', { trigger_id: body.trigger_id, view })
  })

  app.shortcut({ type: 'message_action', callback_id: CHECK_MESSAGE }, async ({ ack, body }) => {
    await ack()
    const person = personOf(body)
    const words = await wordsOf(core(), person)
    const { user, text, bot_id: bot } = body.message as { user?: string; text?: string; bot_id?: string }
    const open = (view: object) =>
      client.call(person.tenant, 'views.open', { trigger_id: body.trigger_id, view })
    if (user !== person.user || bot)
      return void (await open(notice(words.draft.title, words.draft.notYours, words)))
    if (!text?.trim()) return void (await open(notice(words.draft.title, words.draft.nothing, words)))
    const check = await core().check(person, { text, markup: 'slack', audience: 'cross-team' })
    await open(draftResult({ text, markup: 'slack' }, check, words))
  })

  app.view({ type: 'view_submission', callback_id: DRAFT }, async ({ ack, body, view }) => {
    const person = personOf(body)
    const words = await wordsOf(core(), person)
    const text = view.state.values.text?.text?.value ?? ''
    try {
      const check = await core().check(person, { text, markup: 'plain', audience: 'cross-team' })
      await ack({ response_action: 'update', view: draftResult({ text, markup: 'plain' }, check, words) })
    } catch {
      log.error({}, 'Slack: a draft could not be checked')
      await ack({ response_action: 'errors', errors: { text: words.draft.failed } })
    }
  })

  app.view({ type: 'view_submission', callback_id: TOPICS_FORM }, async ({ ack, body, view }) => {
    const person = personOf(body)
    const values = [view.state.values.first, view.state.values.second]
    const boxes = values.flatMap((group) => group?.labels?.selected_options ?? [])
    const settings = await core().settings(person)
    const chosen = boxes.map(({ value }) => value)
    await core().change(person, { mutedLabels: mutedBy(chosen, settings) })
    await ack()
    await publish(house, person)
  })

  app.view({ type: 'view_submission', callback_id: TERMS }, async ({ ack, body, view }) => {
    const person = personOf(body)
    const words = wordsFor(await core().settings(person))
    if (!options.admins?.includes(person.user)) return ack()
    const field = (id: string): ViewStateValue | undefined => view.state.values[id]?.[id]
    const channel = field('channel')?.selected_conversation
    const word = field('word')?.value?.trim() ?? ''
    const allowed = field('action')?.selected_option?.value !== 'forbid'
    if (!channel) return ack({ response_action: 'errors', errors: { channel: words.terms.noChannel } })
    const ids = await core().setTeamTerm({ platform: 'slack', tenant: person.tenant, channel }, word, allowed)
    if (ids.length === 0) return ack({ response_action: 'errors', errors: { word: words.terms.unknown } })
    log.info(
      { workspace: person.tenant, channel, terms: ids, allowed },
      'Slack: terms of a channel were changed',
    )
    return ack()
  })
}
