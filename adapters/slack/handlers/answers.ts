import type { BlockAction, types } from '@slack/bolt'
import { isAnswer } from '../../../src/words/answers.js'
import { type House, personOf, wordsOf } from '../house.js'
import { notice } from '../render/modals.js'
import { ANSWER, answeredBlocks, FURTHER, unansweredBlocks, WHY, withoutAnswers } from '../render/nudge.js'
import { respond } from '../respond.js'
import { wordsFor } from '../words.js'

/** The buttons under a nudge. */
export function handleAnswers(house: House): void {
  const { app, client, core } = house

  app.action({ type: 'block_actions', action_id: WHY }, async ({ ack, body, action }) => {
    await ack()
    const person = personOf(body)
    const words = await wordsOf(core(), person)
    const why = action.type === 'button' ? (action.value ?? '') : ''
    await client.call(person.tenant, 'views.open', {
      trigger_id: body.trigger_id,
      view: notice(words.nudge.why, why || words.nudge.gone, words),
    })
  })

  app.action(
    { type: 'block_actions', action_id: new RegExp(`^${ANSWER}:`) },
    async ({ ack, body, action }) => {
      await ack()
      await answer(house, body, action.type === 'button' ? action.value : undefined)
    },
  )
  app.action({ type: 'block_actions', action_id: FURTHER }, async ({ ack, body, action }) => {
    await ack()
    await answer(house, body, action.type === 'overflow' ? action.selected_option.value : undefined)
  })
}

/** @param value `answer|nudge`, as the button carries it */
async function answer(house: House, body: BlockAction, value: string | undefined): Promise<void> {
  const [kind = '', nudge = ''] = value?.split('|') ?? []
  if (!isAnswer(kind)) return
  const person = personOf(body)
  const core = house.core()
  const blocks = (body.message?.blocks ?? []) as types.KnownBlock[]
  let after: types.KnownBlock[]
  try {
    const settings = await core.answer(person, nudge, kind)
    const words = wordsFor(settings ?? (await core.settings(person)))
    after = settings
      ? answeredBlocks(blocks, kind, words.nudge.thanks[kind])
      : withoutAnswers(blocks, words.nudge.gone)
  } catch {
    house.log.error({}, 'Slack: an answer could not be kept')
    const { failed } = (await wordsOf(core, person).catch(() => wordsFor({ language: 'auto', tone: 'sie' })))
      .nudge
    // Slack does not send along what only one person sees, so it stays as it is and the fault is told beside it.
    if (body.container.is_ephemeral === true)
      return void (await respond(
        body.response_url,
        { response_type: 'ephemeral', replace_original: false, text: failed },
        house.options.apiUrl,
      ))
    after = unansweredBlocks(blocks, failed)
  }
  await replace(house, person.tenant, body, { text: textOf(body), blocks: after })
}

const textOf = (body: BlockAction) => String(body.message?.text ?? 'Klartext')

/** Puts something in place of the message that was pressed; where it is gone meanwhile, nothing happens. */
async function replace(
  { client, options, log }: House,
  tenant: string,
  { container, response_url: url }: BlockAction,
  message: { readonly text: string; readonly blocks: readonly types.KnownBlock[] },
): Promise<void> {
  if (container.is_ephemeral === true) {
    await respond(url, { replace_original: true, ...message }, options.apiUrl)
    return
  }
  try {
    const { channel_id: channel, message_ts: ts } = container
    await client.call(tenant, 'chat.update', { channel, ts, ...message })
  } catch {
    log.info({}, 'Slack: an answered message could not be updated')
  }
}
