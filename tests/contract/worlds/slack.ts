import type { SlackOptions } from '../../../adapters/slack/options.js'
import { chatOf, exported, furtherOn, newUser, onHome, toldTo, windowOf, wordsOn } from '../../slack/acts.js'
import { openSlackHouse, TUESDAY } from '../../slack/house.js'
import {
  createClock,
  type Envelope,
  type Fields,
  type Message,
  startSlack,
  type User,
} from '../../slack/stand-in/index.js'
import type { Choice, Elsewhere, Event, Hint, Misfortune, Said, World } from '../world.js'

interface Told {
  readonly envelope: Envelope
  readonly acked: boolean
}

const MISFORTUNES: Readonly<Record<Misfortune, object>> = {
  lost: { loseAnswer: true },
  later: { rateLimit: 20 },
  refused: { error: 'channel_not_found' },
}

/** What is chosen on the page for a setting. */
const ON_PAGE: { readonly [Name in keyof Choice]-?: (value: unknown) => readonly [string, unknown] } = {
  tone: (value) => ['tone', value],
  language: (value) => ['language', value],
  praise: (value) => ['praise', value ? ['praise'] : []],
  maxPerDay: (value) => ['per-day', String(value)],
  minutesBetween: (value) => ['between', String(value)],
  quietFrom: (value) => ['quiet-from', value],
  quietTo: (value) => ['quiet-to', value],
}

/** Slack with a workspace and one channel. @param patience real milliseconds for which it waits for an answer */
export async function openSlack(mode: SlackOptions['mode'], patience = 5000): Promise<World> {
  const slack = await startSlack({ clock: createClock(TUESDAY), patience })
  let house = await openSlackHouse({ mode, slack })
  const { workspace, channel, folder } = house
  const town = () => ({ ...house, workspace, channel })
  const users = new Map<string, User>()
  const told = new WeakMap<Event, Told>()
  const user = (who: string): User => users.get(who)!
  const command = async (who: string, text: string) => {
    const typed = await slack.command(user(who), channel, '/klartext', text)
    if (!typed.acked) throw new Error(`${text} was not taken`)
  }

  function event<Kind extends object>(given: Told, more: Kind): Kind & Event {
    const made = Object.defineProperty({ ...more }, 'acked', { get: () => given.acked }) as Kind & Event
    told.set(made, given)
    return made
  }
  /** Tells the bot, or keeps it for later. */
  async function tell(draft: { envelope: Envelope }, unheard = false): Promise<Told> {
    if (unheard) return { envelope: draft.envelope, acked: false }
    return slack.deliver(draft.envelope)
  }
  async function choose(who: string, choice: Choice): Promise<void> {
    await slack.openHome(user(who))
    for (const [name, value] of Object.entries(choice))
      await onHome(town(), user(who), ...ON_PAGE[name as keyof Choice](value))
  }

  function hintOf(who: string, message: Message): Hint {
    const words = wordsOn(message)
    const link = /\/archives\/\w+\/p(\d+)(\d{6})\|?/.exec(words.replace(/\?thread_ts[^|]*/, ''))
    const seen = slack.sightings.find(
      ({ ts, kind, audience }) => ts === message.ts && kind === 'message' && audience.has(who),
    )
    return {
      id: message.ts,
      about: link ? `${link[1]}.${link[2]}` : '',
      readers: [...(seen?.audience ?? [])].filter((id) => id !== workspace.botUser),
      title: message.text.replace(/ \([^(]*\)$/, ''),
      words,
      isOpen: words.includes('answer:'),
    }
  }

  async function sayIn(who: string, where: Elsewhere, text: string): Promise<void> {
    const me = user(who)
    const members = [me, house.murat]
    const place = {
      'works council': () => slack.addChannel(workspace, { members, name: 'br-intern' }),
      'the bot': () => slack.dm(me),
      'group chat': () => slack.addChannel(workspace, { members, kind: 'mpim' }),
      'another company': () => slack.addChannel(workspace, { members, isExtShared: true }),
    }[where]()
    await slack.say(me, place, text)
  }

  return {
    can: {
      threads: true,
      events: true,
      network: true,
      places: true,
      limits: true,
      ownData: true,
      memory: true,
    },
    markup: {
      quotation: (text) => `&gt; ${text}`,
      code: (text) => `\`${text}\``,
      codeBlock: (text) => `\`\`\`${text}\`\`\``,
      mention: (name) => `<@U0SOMEBODY|${name}>`,
    },
    folder,
    get logged() {
      return house.logged
    },
    async somebody() {
      const made = newUser(town())
      users.set(made.id, made)
      return made.id
    },
    person: (who) => ({ platform: 'slack', tenant: workspace.id, user: who }),
    nameOf: (who) => user(who).name,

    async home(who) {
      await slack.openHome(user(who))
      return wordsOn(user(who).home!)
    },
    optIn: (who) => command(who, 'an'),
    optOut: (who) => command(who, 'aus'),
    pause: (who) => command(who, 'pause'),
    resume: (who) => command(who, 'an'),
    set: choose,
    setFree: (who) => choose(who, { minutesBetween: 0, maxPerDay: 8, quietFrom: '00:00', quietTo: '00:00' }),
    setEveryday: (who) =>
      choose(who, { minutesBetween: 30, maxPerDay: 3, quietFrom: '18:00', quietTo: '08:00' }),

    async say(who, text, { thread, unheard } = {}) {
      const draft = slack.draft.say(user(who), channel, text, thread ? { thread_ts: thread.id } : {})
      return event(await tell(draft, unheard), { by: who, id: draft.message.ts })
    },
    sayIn,
    edit: async ({ by, id }, text, { unheard } = {}) =>
      event(await tell(slack.draft.edit(user(by), channel, id, text), unheard), {}),
    remove: async ({ id }: Said, { unheard } = {}) =>
      event(await tell(slack.draft.remove(channel, id), unheard), {}),
    async hand(given, { anew = false } = {}) {
      const { acked } = await slack.deliver(told.get(given)!.envelope, { eventId: anew ? 'new' : 'same' })
      return acked
    },
    comeAgain: () => house.pass(60),

    hints: async (who) =>
      chatOf(town(), user(who))
        .filter((message) => message.user === workspace.botUser)
        .map((message) => hintOf(who, message)),
    shown: async (who) => toldTo(town(), user(who)).filter(({ kind }) => kind === 'message').length,
    async seenBy(who) {
      const own = slack.seenBy(user(who)).filter(({ by }) => by === 'app')
      return own.map((sighting) => wordsOn(sighting)).join('\n')
    },
    async answer(who, { id }, kind) {
      const dm = slack.dm(user(who))
      const on = { channel: dm.id, ts: id }
      const message = dm.messages.get(id)!
      const isDirect = kind.endsWith('helpful') || wordsOn(message).includes(`answer:${kind}`)
      if (isDirect) await slack.press(user(who), on, `answer:${kind}`)
      else await slack.press(user(who), on, 'further', furtherOn(message, kind))
    },
    async check(who, text) {
      await slack.shortcut(user(who), 'check-draft')
      await slack.submit(user(who), undefined, { text: { text } } as Fields)
      const words = wordsOn(windowOf(user(who)))
      await slack.closeView(user(who))
      return words
    },
    exported: (who) => exported(town(), user(who)),
    async erase(who) {
      await slack.openHome(user(who))
      await onHome(town(), user(who), 'erase')
    },

    fail: (misfortune) => void slack.fail('chat.postMessage', MISFORTUNES[misfortune]),
    get sends() {
      return slack.count('chat.postMessage')
    },
    pass: (seconds) => house.pass(seconds),
    async restart() {
      const { logged } = house
      await house.klartext.stop()
      house = await openSlackHouse({
        ...{ mode, slack, folder },
        options: { botToken: workspace.botToken, audiences: new Map([[channel.id, 'company']]) },
      })
      house.logged.unshift(...logged)
    },
    async stop() {
      const { faults } = slack
      await house.stop()
      return faults
    },
  }
}
