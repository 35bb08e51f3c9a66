import type { OwnWeek, Settings } from '../../../src/types.js'
import type { Words } from '../../../src/words/index.js'
import { pauseOf } from '../../../src/words/preferences.js'
import {
  actionSet,
  type Card,
  card,
  container,
  execute,
  heading,
  type Part,
  small,
  textBlock,
  toggle,
} from './card.js'
import { consentText } from './notices.js'
import { mutedParts, preferenceParts } from './preferences.js'
import { weeksParts } from './weeks.js'

/** What the card of a person's own settings is made of. */
export interface HomeParts {
  readonly settings: Settings
  readonly weeks: readonly OwnWeek[]
  readonly now: Date
  /** The company's, an IANA name. */
  readonly timeZone: string
  /** Address of the console; undefined: there is no link to it. */
  readonly console?: string | undefined
  /** Whether this card answers a change, so that it says so. */
  readonly saved?: boolean
}

/** Inputs do not travel with buttons that change none of them. */
const ALONE = { associatedInputs: 'none' } as const

/** The card of one person: consent, then settings, own weeks and own data. */
export const homeCard = (parts: HomeParts, words: Words): Card =>
  parts.settings.optedIn ? taking(parts, words) : consent(words)

function consent(words: Words): Card {
  const { home } = words
  return card(
    words,
    home.question,
    [
      small(`🔒 ${home.private}`),
      heading(home.question, { spacing: 'Small' }),
      textBlock(home.intro, { spacing: 'Small' }),
      ...consentText(words),
      small(home.note, { spacing: 'Medium' }),
      small(home.discovery, { spacing: 'Small' }),
    ],
    [
      execute(home.join, 'join', {}, { style: 'positive' }),
      execute(home.check, 'check'),
      execute(home.otherLanguage, 'other-language'),
      execute(home.export, 'export', {}, { mode: 'secondary' }),
      execute(home.erase, 'erase', {}, { mode: 'secondary' }),
    ],
  )
}

function taking({ settings, weeks, now, timeZone, console, saved }: HomeParts, words: Words): Card {
  const { home } = words
  const paused = pauseOf(settings, now, timeZone, words)
  const status = paused ?? home.on
  return card(words, status, [
    small(`🔒 ${home.private}`),
    ...(saved ? [textBlock(`✅ ${home.saved}`, { spacing: 'Small' })] : []),
    heading(status, { spacing: 'Small' }),
    actionSet([
      execute(home.check, 'check', {}, ALONE),
      paused ? execute(home.resume, 'resume', {}, ALONE) : execute(home.pause, 'pause', {}, ALONE),
    ]),
    actionSet([execute(home.about, 'about', {}, ALONE), execute(home.leave, 'leave', {}, ALONE)], {
      spacing: 'Small',
    }),
    ...weeksParts(weeks, words),
    actionSet([toggle(home.settings, 'settings'), toggle(home.data, 'data')], { separator: true }),
    container([...preferenceParts(settings, words), ...mutedParts(settings, words)], {
      id: 'settings',
      isVisible: false,
    }),
    container(dataParts(words, console), { id: 'data', isVisible: false }),
  ])
}

function dataParts({ home }: Words, console: string | undefined): readonly Part[] {
  return [
    textBlock(home.data, { weight: 'Bolder' }),
    textBlock(home.dataText, { spacing: 'None' }),
    actionSet([execute(home.export, 'export', {}, ALONE), execute(home.erase, 'erase', {}, ALONE)]),
    ...(console ? [textBlock(`[${home.browser}](${console}/me)`)] : []),
    small(home.discovery),
  ]
}
