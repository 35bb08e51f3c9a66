import type { Core, Person } from '../../../src/types.js'
import type { Words } from '../../../src/words/index.js'
import type { Deed } from '../../common/commands.js'
import { type House, keepChat, type Turn } from '../house.js'
import type { Card } from '../render/card.js'
import { dataCards } from '../render/data.js'
import { draftForm, draftResult } from '../render/draft.js'
import { homeCard } from '../render/home.js'
import { doneCard, eraseCard, helpCard } from '../render/notices.js'

/** A command on its way. */
export interface Errand {
  readonly house: House
  readonly core: Core
  readonly person: Person
  readonly turn: Turn
  readonly words: Words
  /** What follows the first word. */
  readonly rest: string
}

/** The settings of a person, and what else their card shows; `saved` where it answers a change. */
export async function homeOf(
  { house, core, person, words }: Omit<Errand, 'turn' | 'rest'>,
  saved = false,
): Promise<Card> {
  const settings = await core.settings(person)
  const weeks = settings.optedIn ? await core.weeks(person) : []
  return homeCard(
    { settings, weeks, now: house.clock(), timeZone: core.timeZone, console: house.options.console, saved },
    words,
  )
}

/** What each command does, and the cards that answer it. */
export const DO: Readonly<Record<Deed, (errand: Errand) => Promise<readonly Card[]>>> = {
  async check({ core, person, words, rest }) {
    if (rest === '') return [draftForm(words, 'chat')]
    const draft = { text: rest, markup: 'plain' } as const
    const check = await core.check(person, { ...draft, audience: 'cross-team' })
    return [draftResult(draft, check, words, 'chat')]
  },
  async on(errand) {
    await join(errand)
    return [await homeOf(errand)]
  },
  async off({ core, person, words }) {
    await core.change(person, { optedIn: false })
    return [doneCard(words.command.off, words)]
  },
  async pause({ core, person, words }) {
    if (!(await core.settings(person)).optedIn) return [doneCard(words.command.notIn, words)]
    await core.pause(person)
    return [doneCard(words.command.pause, words)]
  },
  async data({ core, person, words }) {
    return dataCards(await core.export(person), words)
  },
  async erase({ words }) {
    return [eraseCard(words)]
  },
  async home(errand) {
    return [await homeOf(errand)]
  },
  async help({ words }) {
    return [helpCard(words, false)]
  },
}

/** The chat first: whoever takes part must be reachable. */
export async function join({ house, core, person, turn }: Omit<Errand, 'words' | 'rest'>): Promise<void> {
  await keepChat(house, person, turn)
  await core.change(person, { optedIn: true, pausedUntil: null })
}

/** Everything about the person goes; their chat stays without a name until their nudges are gone from it. */
export async function erase({
  house,
  core,
  person,
}: Pick<Errand, 'house' | 'core' | 'person'>): Promise<void> {
  await core.erase(person)
  await house.chats.erase(person)
}
