import type { types } from '@slack/bolt'
import type { OwnWeek, Settings, SummaryText } from '../../../src/types.js'
import {
  betweenChoices,
  languageChoices,
  pauseOf,
  perDayChoices,
  toneChoices,
} from '../../../src/words/preferences.js'
import { mutedOf } from '../../../src/words/topics.js'
import type { Words } from '../words.js'
import {
  button,
  confirm,
  context,
  divider,
  header,
  literal,
  option,
  plain,
  section,
  select,
} from './blocks.js'
import { summaryBlocks } from './summary.js'
import { weeksBlocks } from './weeks.js'

/** Slack shows no more blocks on one page. */
const MOST_BLOCKS = 100

/** Muted rules shown one by one. */
const MOST_MUTED = 10

/** What the page is made of. */
export interface HomeParts {
  readonly settings: Settings
  readonly weeks: readonly OwnWeek[]
  /** Of the units that the person manages. */
  readonly summaries: readonly SummaryText[]
  readonly now: Date
  /** The company's, an IANA name. */
  readonly timeZone: string
  readonly isAdmin: boolean
  /** Address of the console; undefined: there is no link to it. */
  readonly console?: string | undefined
  /** Scopes that Slack refused to know; shown to admins. */
  readonly missingScopes: readonly string[]
}

/** The page of one person: consent, then settings, own weeks and own data; a manager's summaries below. */
export function homeView(parts: HomeParts, words: Words): types.HomeView {
  const { settings } = parts
  const page = [
    context(`:lock: ${words.home.private}`),
    ...(settings.optedIn ? taking(parts, words) : consent(words)),
    divider,
    ...own(parts, words),
    ...(parts.isAdmin ? administration(parts, words) : []),
  ]
  return { type: 'home', blocks: [...page, ...managing(parts, words, MOST_BLOCKS - page.length)] }
}

/** The newest summaries, as many as there is room for: the console has them all. */
function managing({ summaries, console }: HomeParts, { home }: Words, room: number): types.KnownBlock[] {
  const link = console && summaries.length > 0 ? [section(`<${console}/team|${home.summaries}>`)] : []
  const blocks: types.KnownBlock[] = []
  for (const summary of summaries) {
    const more = [divider, ...summaryBlocks(summary)]
    if (blocks.length + more.length + link.length > room) break
    blocks.push(...more)
  }
  return [...blocks, ...link]
}

/** What is read, what is kept and who sees what. */
export function consentText({ home }: Words): types.KnownBlock[] {
  const parts = [
    [':eyes:', home.read],
    [':package:', home.kept],
    [':bust_in_silhouette:', home.seen],
  ] as const
  return parts.map(([icon, [title, text]]) => section(`${icon} *${title}*\n${text}`))
}

function consent(words: Words): types.KnownBlock[] {
  const { home } = words
  return [
    header(home.question),
    section(home.intro),
    ...consentText(words),
    {
      type: 'actions',
      elements: [
        button('join', home.join, { style: 'primary' }),
        button('check', home.check),
        button('other-language', home.otherLanguage),
      ],
    },
    context(home.note, home.discovery),
  ]
}

function taking(parts: HomeParts, words: Words): types.KnownBlock[] {
  const { settings, now } = parts
  const { home } = words
  const paused = pauseOf(settings, now, parts.timeZone, words)
  return [
    header(paused ?? home.on),
    {
      type: 'actions',
      elements: [
        button('check', home.check),
        paused ? button('resume', home.resume) : button('pause', home.pause),
        button('about', home.about),
        button('leave', home.leave),
      ],
    },
    ...weeksBlocks(parts.weeks, words),
    divider,
    ...preferences(settings, words),
    ...muted(settings, words),
  ]
}

function preferences(settings: Settings, words: Words): types.KnownBlock[] {
  const { home } = words
  const praise = option('praise', home.praise)
  return [
    header(home.settings),
    ...(words.language === 'de' ? [select('tone', home.tone, toneChoices(words), settings.tone)] : []),
    select('language', home.language, languageChoices(words), settings.language),
    select(
      'place',
      home.place,
      (['direct', 'channel'] as const).map((value) => [value, home.places[value]]),
      settings.place,
    ),
    context(home.placeNote),
    select('per-day', home.perDay, perDayChoices(settings, words), String(settings.maxPerDay)),
    select('between', home.between, betweenChoices(settings, words), String(settings.minutesBetween)),
    section(home.quiet),
    {
      type: 'actions',
      block_id: 'quiet',
      elements: [
        time('quiet-from', home.quietFrom, settings.quietFrom),
        time('quiet-to', home.quietTo, settings.quietTo),
      ],
    },
    {
      type: 'actions',
      block_id: 'further',
      elements: [
        {
          type: 'checkboxes',
          action_id: 'praise',
          options: [praise],
          ...(settings.praise ? { initial_options: [praise] } : {}),
        },
        button('topics', home.topics),
      ],
    },
  ]
}

const time = (id: string, label: string, value: string): types.Timepicker => ({
  type: 'timepicker',
  action_id: id,
  initial_time: value,
  placeholder: plain(label, 150),
})

function muted(settings: Settings, words: Words): types.KnownBlock[] {
  const { home } = words
  const all = mutedOf(settings, words)
  if (all.length === 0) return []
  return [
    section(`*${home.muted}*`),
    ...all.slice(0, MOST_MUTED).map(
      ({ value, text }): types.SectionBlock => ({
        ...section(literal(text)),
        accessory: button('unmute', home.unmute, {
          value,
          accessibility_label: `${text}: ${home.unmute}`.slice(0, 75),
        }),
      }),
    ),
    ...(all.length > MOST_MUTED ? [context(home.mutedMore(all.length - MOST_MUTED))] : []),
  ]
}

function own({ settings, console }: HomeParts, { home }: Words): types.KnownBlock[] {
  const erase = confirm({
    title: home.eraseTitle,
    text: home.eraseText,
    confirm: home.eraseYes,
    deny: home.eraseNo,
  })
  return [
    section(`*${home.data}*\n${home.dataText}`),
    {
      type: 'actions',
      elements: [button('export', home.export), button('erase', home.erase, { confirm: erase })],
    },
    ...(console ? [section(`<${console}/me|${home.browser}>`)] : []),
    ...(settings.optedIn ? [context(home.discovery)] : []),
  ]
}

function administration({ missingScopes, console }: HomeParts, { home }: Words): types.KnownBlock[] {
  return [
    divider,
    header(home.admin),
    ...(missingScopes.length > 0 ? [section(`:warning: ${home.scopes(missingScopes.join(', '))}`)] : []),
    { type: 'actions', block_id: 'admin', elements: [button('terms', home.terms)] },
    ...(console ? [section(`<${console}/lexicon|${home.workbench}>`)] : []),
  ]
}
