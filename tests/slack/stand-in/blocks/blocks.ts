import { elements } from './elements.js'
import { type Rule, rules } from './rules.js'

const { text, list, flag, oneOf, object, typed, plain, words, anything, wrong } = rules

const only = (...types: readonly string[]): Rule =>
  typed(Object.fromEntries(types.map((type) => [type, elements[type]!])))

const selects = ['static_select', 'users_select', 'conversations_select', 'channels_select']
const multiples = selects.map((type) => `multi_${type}`)
const choices = [...selects, 'checkboxes', 'radio_buttons', 'datepicker', 'timepicker']

const accessory = only(...choices, ...multiples, 'button', 'overflow', 'image')
const inActions = only(...choices, ...multiples, 'button', 'overflow', 'datetimepicker')
const inInput = only(
  ...choices,
  ...multiples,
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
)
const inContext = typed({ image: elements.image!, plain_text: plain(3000), mrkdwn: words(3000) })

const richParts = list(
  typed(
    Object.fromEntries(
      ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'].map((type) => [
        type,
        object(
          { type: oneOf(type), elements: list(anything) },
          { style: anything, indent: anything, offset: anything, border: anything },
        ),
      ]),
    ),
  ),
)

const block = (type: string, required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  object({ type: oneOf(type), ...required }, { block_id: text({ max: 255 }), ...optional })

const section = block(
  'section',
  {},
  { text: words(3000), fields: list(words(2000), { min: 1, max: 10 }), accessory, expand: flag },
)

/** The blocks by type. */
export const blocks: Readonly<Record<string, Rule>> = {
  section: (value, at, out) => {
    section(value, at, out)
    const { text: words, fields } = value as { text?: unknown; fields?: unknown }
    if (!words && !fields) wrong(out, at, 'missing required field: text')
  },
  header: block('header', { text: plain(150) }),
  divider: block('divider', {}),
  context: block('context', { elements: list(inContext, { min: 1, max: 10 }) }),
  actions: block('actions', { elements: list(inActions, { min: 1, max: 25 }) }),
  input: block(
    'input',
    { label: plain(2000), element: inInput },
    { hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
  image: block(
    'image',
    { alt_text: text({ max: 2000 }) },
    { image_url: text({ max: 3000 }), slack_file: anything, title: plain(2000) },
  ),
  rich_text: block('rich_text', { elements: richParts }),
  markdown: block('markdown', { text: text({ max: 12_000 }) }),
}
