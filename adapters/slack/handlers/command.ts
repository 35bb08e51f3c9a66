import type { types } from '@slack/bolt'
import type { Core, Person } from '../../../src/types.js'
import { commandIn, type Deed } from '../../common/commands.js'
import { type House, personOf } from '../house.js'
import { COMMAND } from '../manifest.js'
import { button, confirm, section } from '../render/blocks.js'
import { dataView } from '../render/data.js'
import { draftBlocks } from '../render/draft.js'
import { consentText } from '../render/home.js'
import { type Words, wordsFor } from '../words.js'

/** What the command answers, to whoever typed it alone. */
interface Reply {
  readonly text: string
  readonly blocks?: readonly types.KnownBlock[]
}

/** `/klartext …`, German and English. */
export function handleCommand(house: House): void {
  const { app, client, core, log } = house
  app.command(COMMAND, async ({ ack, command }) => {
    const person = personOf(command)
    const { known, rest } = commandIn(command.text)
    const settings = await core().settings(person)
    const language = known?.language ?? settings.language
    const words = wordsFor({ language, tone: settings.tone })
    const open = (view: object) =>
      client.call(person.tenant, 'views.open', { trigger_id: command.trigger_id, view })
    let reply: Reply | null
    try {
      reply = known
        ? await DO[known.deed]({ core: core(), person, words, rest, open })
        : { text: `${words.command.unknown}\n${words.command.help}` }
    } catch {
      log.error({}, 'Slack: a command failed')
      reply = { text: words.command.failed }
    }
    await ack(
      reply
        ? {
            response_type: 'ephemeral',
            text: reply.text,
            ...(reply.blocks ? { blocks: [...reply.blocks] } : {}),
          }
        : undefined,
    )
  })
}

interface Errand {
  readonly core: Core
  readonly person: Person
  readonly words: Words
  /** What follows the first word, in Slack's markup. */
  readonly rest: string
  readonly open: (view: object) => Promise<unknown>
}

const DO: Readonly<Record<Deed, (errand: Errand) => Promise<Reply | null>>> = {
  async check({ core, person, words, rest }) {
    if (rest === '') return { text: words.draft.empty }
    const check = await core.check(person, { text: rest, markup: 'slack', audience: 'cross-team' })
    return { text: words.draft.title, blocks: draftBlocks({ text: rest, markup: 'slack' }, check, words) }
  },
  async on({ core, person, words }) {
    await core.change(person, { optedIn: true, pausedUntil: null })
    return { text: words.command.on, blocks: [section(words.command.on), ...consentText(words)] }
  },
  async off({ core, person, words }) {
    await core.change(person, { optedIn: false })
    return { text: words.command.off }
  },
  async pause({ core, person, words }) {
    if (!(await core.settings(person)).optedIn) return { text: words.command.notIn }
    await core.pause(person)
    return { text: words.command.pause }
  },
  async data({ core, person, words, open }) {
    await open(dataView(await core.export(person), words))
    return null
  },
  async erase({ words: { home, command } }) {
    const really = confirm({
      title: home.eraseTitle,
      text: home.eraseText,
      confirm: home.eraseYes,
      deny: home.eraseNo,
    })
    const blocks = [
      section(`${command.erase}\n${home.eraseText}`),
      {
        type: 'actions' as const,
        elements: [button('erase', home.erase, { style: 'danger', confirm: really })],
      },
    ]
    return { text: command.erase, blocks }
  },
  // The settings are in the Home tab, which no command can open; the help leads there.
  home: async ({ words }) => ({ text: words.command.help }),
  help: async ({ words }) => ({ text: words.command.help }),
}
