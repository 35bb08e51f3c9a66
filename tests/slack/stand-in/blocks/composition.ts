import { rules } from './rules.js'

const { text, list, oneOf, object, plain, words } = rules

const confirm = object(
  { title: plain(100), text: words(300), confirm: plain(30), deny: plain(30) },
  { style: oneOf('primary', 'danger') },
)

const option = object({ text: plain(75), value: text({ max: 150 }) }, { description: plain(75) })
const linkOption = object(
  { text: plain(75), value: text({ max: 150 }) },
  { description: plain(75), url: text({ max: 3000 }) },
)
const richOption = object({ text: words(75), value: text({ max: 150 }) }, { description: words(75) })
const group = object({ label: plain(75), options: list(option, { min: 1, max: 100 }) })

/** The objects elements are made of; only overflow menus may have links, only boxes and radio buttons mrkdwn. */
export const composition = { confirm, option, linkOption, richOption, group }
