import type { types } from '@slack/bolt'
import type { DraftCheck, Label, Settings } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'
import { TOPICS } from '../../../src/words/topics.js'
import type { Words } from '../words.js'
import { context, option, plain, section } from './blocks.js'
import { type Draft, draftBlocks } from './draft.js'
import { consentText } from './home.js'

/** Callback ids of the windows that come back when they are sent off. */
export const DRAFT = 'draft'
export const TOPICS_FORM = 'topics'
export const TERMS = 'terms'

/** The longest draft that Slack's field takes, in UTF-16 code units. */
export const LONGEST_DRAFT = 3000

/** A window with nothing to send off. */
export const modal = (title: string, words: Words, blocks: types.KnownBlock[]): types.ModalView => ({
  type: 'modal',
  title: plain(title, 24),
  close: plain(words.close, 24),
  blocks,
})

/** An empty window for a draft. */
export function draftForm(words: Words): types.ModalView {
  return {
    ...modal(words.draft.title, words, [
      {
        type: 'input',
        block_id: 'text',
        label: plain(words.draft.label),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: LONGEST_DRAFT,
          focus_on_load: true,
          placeholder: plain(words.draft.placeholder, 150),
        },
      },
      context(`:lock: ${words.draft.private}`),
    ]),
    callback_id: DRAFT,
    submit: plain(words.draft.submit, 24),
  }
}

/** The same window with what there is to say of the draft. */
export const draftResult = (draft: Draft, check: DraftCheck, words: Words): types.ModalView =>
  modal(words.draft.title, words, draftBlocks(draft, check, words))

/** What is read, what is kept and who sees what; for those who take part already. */
export const aboutView = (words: Words): types.ModalView =>
  modal(words.home.aboutTitle, words, [...consentText(words), context(words.home.discovery)])

/** A window that only says something. */
export const notice = (title: string, text: string, words: Words): types.ModalView =>
  modal(title, words, [section(text)])

/** Slack takes ten boxes in one group at most. */
const IN_FIRST_GROUP = 6

/** Which labels a person wants to hear of, in two groups. */
export function topicsForm(settings: Settings, words: Words): types.ModalView {
  const group = (id: string, label: string, labels: readonly Label[]): types.InputBlock => {
    const options = labels.map((name) => option(name, labelNames[words.language][name]))
    const on = options.filter(({ value }) => !settings.mutedLabels.includes(value as Label))
    return {
      type: 'input',
      block_id: id,
      optional: true,
      label: plain(label),
      element: {
        type: 'checkboxes',
        action_id: 'labels',
        options,
        ...(on.length > 0 ? { initial_options: on } : {}),
      },
    }
  }
  return {
    ...modal(words.home.topicsTitle, words, [
      group('first', words.home.topicsLabel, TOPICS.slice(0, IN_FIRST_GROUP)),
      group('second', words.home.topicsMore, TOPICS.slice(IN_FIRST_GROUP)),
    ]),
    callback_id: TOPICS_FORM,
    submit: plain(words.home.topicsSave, 24),
  }
}

/** For admins: a term that a channel needs. */
export function termsForm(words: Words): types.ModalView {
  const choices = [option('allow', words.terms.allow), option('forbid', words.terms.forbid)]
  return {
    ...modal(words.terms.title, words, [
      section(words.home.termsText),
      {
        type: 'input',
        block_id: 'channel',
        label: plain(words.terms.channel),
        element: {
          type: 'conversations_select',
          action_id: 'channel',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          placeholder: plain(words.terms.channelPlaceholder, 150),
        },
      },
      {
        type: 'input',
        block_id: 'word',
        label: plain(words.terms.word),
        element: {
          type: 'plain_text_input',
          action_id: 'word',
          max_length: 60,
          placeholder: plain(words.terms.wordPlaceholder, 150),
        },
      },
      {
        type: 'input',
        block_id: 'action',
        label: plain(words.terms.action),
        element: {
          type: 'radio_buttons',
          action_id: 'action',
          options: choices,
          initial_option: choices[0]!,
        },
      },
    ]),
    callback_id: TERMS,
    submit: plain(words.terms.save, 24),
  }
}
