import type { types } from '@slack/bolt'
import { cut } from '../../../src/words/cut.js'

type Button = types.Button
type Confirm = types.ConfirmationDialog

/** Text as Slack's mrkdwn reads it literally. */
export const literal = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const plain = (text: string, most = 75): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, most),
  emoji: true,
})

export const mrkdwn = (text: string, most = 3000): types.MrkdwnElement => ({
  type: 'mrkdwn',
  text: cut(text, most),
})

export const header = (text: string): types.HeaderBlock => ({ type: 'header', text: plain(text, 150) })

export const section = (text: string): types.SectionBlock => ({ type: 'section', text: mrkdwn(text) })

export const context = (...texts: string[]): types.ContextBlock => ({
  type: 'context',
  elements: texts.map((text) => mrkdwn(text)),
})

export const divider: types.DividerBlock = { type: 'divider' }

/** A button; `confirm` asks once more. */
export function button(
  id: string,
  text: string,
  more: Partial<Pick<Button, 'value' | 'style' | 'confirm' | 'accessibility_label'>> = {},
): Button {
  return { type: 'button', action_id: id, text: plain(text), ...more }
}

export const confirm = (texts: { title: string; text: string; confirm: string; deny: string }): Confirm => ({
  title: plain(texts.title, 100),
  text: plain(texts.text, 300),
  confirm: plain(texts.confirm, 30),
  deny: plain(texts.deny, 30),
  style: 'danger',
})

export const option = (value: string, text: string): types.PlainTextOption => ({
  text: plain(text),
  value: cut(value, 150),
})

/** A choice of one; the chosen value must be among the choices, or none is shown as chosen. */
export function select(
  id: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
): types.SectionBlock {
  const options = choices.map(([value, text]) => option(value, text))
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'section',
    text: mrkdwn(label),
    accessory: {
      type: 'static_select',
      action_id: id,
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  }
}
