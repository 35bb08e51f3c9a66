import { wordsFor } from '../../../src/words/index.js'
import { chatOf, exported, lastIn, newUser, toldTo, wordsOn } from '../../teams/acts.js'
import { openTeamsHouse, TUESDAY } from '../../teams/house.js'
import {
  type ChatMessage,
  createClock,
  type Envelope,
  type Fields,
  type Message,
  startTeams,
  type User,
} from '../../teams/stand-in/index.js'
import type { Choice, Elsewhere, Event, Hint, Misfortune, World } from '../world.js'

interface Told {
  readonly envelope: Envelope
  readonly acked: boolean
}

const MISFORTUNES: Readonly<Record<Misfortune, object>> = {
  lost: { loseAnswer: true },
  later: { rateLimit: 20 },
  refused: { error: 'MessageSizeTooBig' },
}

/** Ids of the inputs on the card. */
const INPUTS: { readonly [Name in keyof Choice]-?: string } = {
  tone: 'tone',
  language: 'language',
  praise: 'praise',
  maxPerDay: 'per-day',
  minutesBetween: 'between',
  quietFrom: 'quiet-from',
  quietTo: 'quiet-to',
}

const { nudge: TITLES, home: HOME } = wordsFor({ language: 'de', tone: 'du' }, 'teams')

/** Cards that somebody asked for are called so; nudges have titles of their own. */
const ASKED_FOR = 'Klartext'

const isNudge = ({ summary }: { readonly summary?: string | undefined }) => summary !== ASKED_FOR

/** Teams with a team and one channel. @param patience real milliseconds for which it waits for an answer */
export async function openTeams(patience = 5000): Promise<World> {
  const teams = await startTeams({ clock: createClock(TUESDAY), patience })
  let house = await openTeamsHouse({ teams })
  const { team, channel, folder } = house
  const town = () => ({ ...house, team, channel })
  const users = new Map<string, User>()
  const told = new WeakMap<Event, Told>()
  const messages = new WeakMap<Event, Message>()
  const user = (who: string): User => users.get(who)!
  const write = async (who: string, text: string) => {
    const written = await teams.write(user(who), text)
    if (!written.acked) throw new Error(`${text} was not taken`)
  }

  function event<Kind extends object>(given: Told, more: Kind): Kind & Event {
    const made = Object.defineProperty({ ...more }, 'acked', { get: () => given.acked }) as Kind & Event
    told.set(made, given)
    return made
  }
  /** Tells the bot, or keeps it for later. */
  async function tell({ envelope }: { envelope: Envelope }, unheard = false): Promise<Told> {
    return unheard ? { envelope, acked: false } : teams.deliver(envelope)
  }
  async function choose(who: string, choice: Choice): Promise<void> {
    await write(who, 'einstellungen')
    const card = lastIn(town(), user(who))
    const inputs = Object.entries(choice).map(([name, value]) => [
      INPUTS[name as keyof Choice],
      String(value),
    ])
    await teams.press(user(who), card, HOME.settings)
    await teams.press(user(who), card, 'save', Object.fromEntries(inputs))
  }

  function hintOf({ id, summary = '', card }: ChatMessage): Hint {
    const words = wordsOn(card)
    const seen = teams.sightings.find((one) => one.id === id && one.kind === 'message')
    return {
      id,
      about: /\/l\/message\/[^/]+\/(\d+)\?/.exec(words)?.[1] ?? '',
      readers: [...(seen?.audience ?? [])].map((reader) => teams.user(reader).aadObjectId),
      title: summary.replace(/ \([^(]*\)$/, ''),
      words,
      isOpen: words.includes('"answer"'),
    }
  }

  async function sayIn(who: string, where: Elsewhere, text: string): Promise<void> {
    const me = user(who)
    if (where === 'the bot') return write(who, text)
    if (where === 'group chat') {
      const conversation = { conversationType: 'groupChat', id: '19:somechat@thread.v2' }
      await teams.say(me, channel, text, { extra: { conversation } })
      return
    }
    const place =
      where === 'works council'
        ? teams.addChannel(team, { name: 'Betriebsrat' })
        : teams.addChannel(team, { name: 'Bau mit Partnern', type: 'shared', members: [me] })
    await teams.say(me, place, text)
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
      quotation: (text) => `<blockquote>${text}</blockquote>`,
      code: (text) => `<p><code>${text}</code></p>`,
      codeBlock: (text) => `<codeblock><code>${text}</code></codeblock>`,
      mention: (name) => `<at>${name}</at>`,
    },
    folder,
    get logged() {
      return house.logged
    },
    async somebody() {
      const made = await newUser(town())
      users.set(made.aadObjectId, made)
      return made.aadObjectId
    },
    person: (who) => ({ platform: 'teams', tenant: teams.tenant, user: who }),
    nameOf: (who) => user(who).name,

    async home(who) {
      await write(who, 'einstellungen')
      return wordsOn(lastIn(town(), user(who)).card)
    },
    optIn: (who) => write(who, 'an'),
    optOut: (who) => write(who, 'aus'),
    pause: (who) => write(who, 'pause'),
    resume: (who) => write(who, 'an'),
    set: choose,
    setFree: (who) => choose(who, { minutesBetween: 0, maxPerDay: 8, quietFrom: '00:00', quietTo: '00:00' }),
    setEveryday: (who) =>
      choose(who, { minutesBetween: 30, maxPerDay: 3, quietFrom: '18:00', quietTo: '08:00' }),

    async say(who, text, { thread, unheard } = {}) {
      const root = thread && messages.get(thread)
      const draft = teams.draft.say(user(who), channel, text, root ? { thread: root } : {})
      const said = event(await tell(draft, unheard), { by: who, id: draft.message.id })
      messages.set(said, draft.message)
      return said
    },
    sayIn,
    edit: async (said, text, { unheard } = {}) =>
      event(await tell(teams.draft.edit(messages.get(said)!, text), unheard), {}),
    remove: async (said, { unheard } = {}) =>
      event(await tell(teams.draft.remove(messages.get(said)!), unheard), {}),
    async hand(given, { anew = false } = {}) {
      const { acked } = await teams.deliver(told.get(given)!.envelope, { newId: anew })
      return acked
    },
    comeAgain: () => house.pass(60),

    hints: async (who) => chatOf(town(), user(who)).filter(isNudge).map(hintOf),
    shown: async (who) => toldTo(town(), user(who)).filter(isNudge).length,
    async seenBy(who) {
      const own = teams.seenBy(user(who)).filter(({ by }) => by === 'app')
      return own.map(({ text, summary, card }) => wordsOn([text, summary, card])).join('\n')
    },
    async answer(who, { id }, kind) {
      const hint = teams.chat(user(who)).find((message) => message.id === id)!
      const title = wordsOn(hint.card).includes(TITLES.mutePraise) ? TITLES.mutePraise : TITLES[kind]
      await teams.press(user(who), id, kind === 'mute-rule' ? title : TITLES[kind])
    },
    async check(who, text) {
      await teams.openExtension(user(who), 'check-draft')
      await teams.submitDialog(user(who), { text } satisfies Fields)
      const words = wordsOn(user(who).dialog)
      teams.closeDialog(user(who))
      return words
    },
    exported: (who) => exported(town(), user(who)),
    async erase(who) {
      await write(who, 'löschen')
      await teams.press(user(who), lastIn(town(), user(who)), 'erase-yes')
    },

    fail: (misfortune) => void teams.fail('sendToConversation', MISFORTUNES[misfortune]),
    get sends() {
      return teams.calls.filter(({ name, args }) => name === 'sendToConversation' && isNudge(args)).length
    },
    pass: (seconds) => house.pass(seconds),
    async restart() {
      const { logged } = house
      await house.klartext.stop()
      const audiences = new Map([[channel.id, 'company' as const]])
      house = await openTeamsHouse({ teams, folder, options: { audiences } })
      house.logged.unshift(...logged)
    },
    async stop() {
      const { faults } = teams
      await house.stop()
      return faults
    },
  }
}
