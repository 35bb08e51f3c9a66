import { isDeepStrictEqual } from 'node:util'
import type { Fields } from '../types.js'
import { composition } from './composition.js'
import { type Rule, rules } from './rules.js'

const { text, list, flag, whole, oneOf, object, plain, anything, wrong } = rules

const { confirm, option, linkOption, richOption, group } = composition

const dispatch = object({}, { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) })
const actionable = { action_id: text({ max: 255 }) }
const choosable = { ...actionable, confirm, focus_on_load: flag }
const placed = { ...choosable, placeholder: plain(150) }
const typing = {
  ...actionable,
  focus_on_load: flag,
  placeholder: plain(150),
  dispatch_action_config: dispatch,
}
const several = { max_selected_items: whole({ min: 1 }) }
const ids = list(text())
const filter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
)
const conversations = { filter, default_to_current_conversation: flag, response_url_enabled: flag }

const element = (type: string, required: Record<string, Rule>, optional: Record<string, Rule>): Rule =>
  object({ type: oneOf(type), ...required }, optional)

/** What is chosen from the start must be one of the options, word for word. */
const choosing =
  (rule: Rule): Rule =>
  (value, at, out) => {
    rule(value, at, out)
    const {
      options = [],
      option_groups = [],
      initial_option,
      initial_options = [],
    } = value as Record<string, Fields[]>
    if (!Array.isArray(options) || !Array.isArray(option_groups)) return
    const all = [...options, ...option_groups.flatMap((one) => (one.options as Fields[] | undefined) ?? [])]
    for (const one of [...(initial_option ? [initial_option] : []), ...initial_options]) {
      const known = all.some((other) => isDeepStrictEqual(other, one))
      if (!known) wrong(out, at, 'initial option must be one of the options')
    }
  }

/** A menu has options or groups of options, not both and not neither. */
const menu = (type: string, optional: Record<string, Rule>): Rule => {
  const choices = {
    options: list(option, { min: 1, max: 100 }),
    option_groups: list(group, { min: 1, max: 100 }),
  }
  const rule = element(type, {}, { ...placed, ...choices, ...optional })
  return choosing((value, at, out) => {
    rule(value, at, out)
    const { options, option_groups } = value as Fields
    if ((options === undefined) === (option_groups === undefined))
      wrong(out, at, 'needs either options or option_groups')
  })
}

const input = (type: string, required: Record<string, Rule>, optional: Record<string, Rule>): Rule =>
  element(type, required, { ...typing, initial_value: text({ max: 3000 }), ...optional })

const few = { options: list(richOption, { min: 1, max: 10 }) }

/** The block elements by type. */
export const elements: Readonly<Record<string, Rule>> = {
  button: element(
    'button',
    { text: plain(75) },
    {
      ...actionable,
      confirm,
      url: text({ max: 3000 }),
      value: text({ max: 2000 }),
      style: oneOf('primary', 'danger'),
      accessibility_label: text({ max: 75 }),
    },
  ),
  overflow: element(
    'overflow',
    { options: list(linkOption, { min: 1, max: 5 }) },
    { ...actionable, confirm },
  ),
  static_select: menu('static_select', { initial_option: option }),
  multi_static_select: menu('multi_static_select', { initial_options: list(option, { min: 1 }), ...several }),
  checkboxes: choosing(
    element('checkboxes', few, { ...choosable, initial_options: list(richOption, { min: 1 }) }),
  ),
  radio_buttons: choosing(element('radio_buttons', few, { ...choosable, initial_option: richOption })),
  users_select: element('users_select', {}, { ...placed, initial_user: text() }),
  multi_users_select: element('multi_users_select', {}, { ...placed, initial_users: ids, ...several }),
  conversations_select: element(
    'conversations_select',
    {},
    { ...placed, ...conversations, initial_conversation: text() },
  ),
  multi_conversations_select: element(
    'multi_conversations_select',
    {},
    { ...placed, ...conversations, initial_conversations: ids, ...several },
  ),
  channels_select: element(
    'channels_select',
    {},
    { ...placed, initial_channel: text(), response_url_enabled: flag },
  ),
  multi_channels_select: element(
    'multi_channels_select',
    {},
    { ...placed, initial_channels: ids, ...several },
  ),
  datepicker: element('datepicker', {}, { ...placed, initial_date: text({ min: 10, max: 10 }) }),
  timepicker: element(
    'timepicker',
    {},
    { ...placed, initial_time: text({ min: 5, max: 5 }), timezone: text() },
  ),
  datetimepicker: element('datetimepicker', {}, { ...choosable, initial_date_time: whole() }),
  plain_text_input: input(
    'plain_text_input',
    {},
    { multiline: flag, min_length: whole({ max: 3000 }), max_length: whole({ min: 1, max: 3000 }) },
  ),
  email_text_input: input('email_text_input', {}, {}),
  url_text_input: input('url_text_input', {}, {}),
  number_input: input('number_input', { is_decimal_allowed: flag }, { min_value: text(), max_value: text() }),
  rich_text_input: input('rich_text_input', {}, { initial_value: anything }),
  image: element(
    'image',
    { alt_text: text({ max: 2000 }) },
    { image_url: text({ max: 3000 }), slack_file: anything },
  ),
}
