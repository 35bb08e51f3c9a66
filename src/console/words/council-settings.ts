import type { Audience, Language } from '../../types.js'

/** An agreed setting in words: what it is about, and what its value means. */
export interface SettingWords {
  readonly title: string
  readonly value: (value: string) => string
}

/** Settings whose names are the same on each platform but for its own. */
const CHANNEL_SETTINGS = ['ONLY_IN', 'NOT_IN', 'SHARED_CHANNELS', 'AUDIENCES', 'TEAMS'] as const

type ChannelSetting = (typeof CHANNEL_SETTINGS)[number]

interface Speech {
  readonly channel: Readonly<Record<ChannelSetting, (platform: string) => SettingWords>>
  readonly other: Readonly<Record<string, SettingWords>>
}

const list = (value: string): string => value.split(',').join(', ')

const pairs = (value: string, names: Readonly<Record<Audience, string>>): string =>
  value
    .split(',')
    .map((pair) => {
      const at = pair.lastIndexOf('=')
      return `${pair.slice(0, at)}: ${names[pair.slice(at + 1) as Audience] ?? pair.slice(at + 1)}`
    })
    .join('; ')

const onOff = (on: string, off: string) => (value: string) => (value === 'on' ? on : off)

const germanAudiences = {
  team: 'das Team',
  'cross-team': 'mehrere Abteilungen',
  company: 'das ganze Haus',
  'customer-facing': 'auch Kundschaft',
}

const german: Speech = {
  channel: {
    ONLY_IN: (platform) => ({
      title: `${platform}: wo Klartext liest`,
      value: (value) =>
        value === '*'
          ? 'in allen Kanälen, in die es eingeladen ist'
          : value === ''
            ? 'in keinem Kanal'
            : `nur in ${list(value)}`,
    }),
    NOT_IN: (platform) => ({
      title: `${platform}: wo Klartext nie liest`,
      value: (value) => (value === '' ? 'kein Kanal eigens ausgenommen' : list(value)),
    }),
    SHARED_CHANNELS: (platform) => ({
      title: `${platform}: Kanäle, die auch Leute von außen nutzen`,
      value: onOff(
        'auch dort liest Klartext, aber nie, was Leute von außen schreiben',
        'dort liest Klartext nicht',
      ),
    }),
    AUDIENCES: (platform) => ({
      title: `${platform}: wer in welchem Kanal mitliest`,
      value: (value) => (value === '' ? 'nichts eigens festgelegt' : pairs(value, germanAudiences)),
    }),
    TEAMS: (platform) => ({
      title: `${platform}: Gruppen, aus denen Teams werden`,
      value: (value) => (value === '' ? 'keine' : list(value)),
    }),
  },
  other: {
    platforms: {
      title: 'Angeschlossen',
      value: (value) =>
        value === ''
          ? 'nichts'
          : list(value)
              .replace('slack', 'Slack')
              .replace('teams', 'Microsoft Teams')
              .replace('playground', 'Probechat'),
    },
    KLARTEXT_SUMMARY_PEOPLE: {
      title: 'Wochenberichte gibt es erst ab',
      value: (value) => `${value} Menschen, die mitmachen und in der Woche geschrieben haben`,
    },
    KLARTEXT_SUMMARY_NOISE: {
      title: 'Zufällige Abweichung in den Wochenberichten',
      value: onOff('kommt zu jeder Summe dazu', 'gibt es nicht'),
    },
    KLARTEXT_NUDGE_DAYS: {
      title: 'Hinweise stehen im Chat',
      value: (value) => (value === '1' ? 'einen Tag' : `${value} Tage`),
    },
    KLARTEXT_SETTLE_SECONDS: {
      title: 'So lange wartet ein Hinweis auf Korrekturen',
      value: (value) => (value === 'default' ? '30 Sekunden, im Probechat 2' : `${value} Sekunden`),
    },
    KLARTEXT_TIME_ZONE: { title: 'Zeitzone', value: (value) => value },
    KLARTEXT_CONSOLE_FOUR_EYES: {
      title: 'Änderungen am Lexikon',
      value: onOff('gelten erst, wenn eine zweite Person sie freigibt', 'gelten ohne zweite Person'),
    },
    KLARTEXT_TEAMS_TENANT: { title: 'Microsoft Teams: Mandant', value: (value) => value },
  },
}

const englishAudiences = {
  team: 'the team',
  'cross-team': 'several departments',
  company: 'the whole company',
  'customer-facing': 'customers as well',
}

const english: Speech = {
  channel: {
    ONLY_IN: (platform) => ({
      title: `${platform}: where Klartext reads`,
      value: (value) =>
        value === '*'
          ? 'in all channels that it was invited to'
          : value === ''
            ? 'in no channel'
            : `only in ${list(value)}`,
    }),
    NOT_IN: (platform) => ({
      title: `${platform}: where Klartext never reads`,
      value: (value) => (value === '' ? 'no channel is named' : list(value)),
    }),
    SHARED_CHANNELS: (platform) => ({
      title: `${platform}: channels that people from outside use as well`,
      value: onOff(
        'Klartext reads there as well, but never what people from outside write',
        'Klartext does not read there',
      ),
    }),
    AUDIENCES: (platform) => ({
      title: `${platform}: who reads along in which channel`,
      value: (value) => (value === '' ? 'nothing is named' : pairs(value, englishAudiences)),
    }),
    TEAMS: (platform) => ({
      title: `${platform}: groups that become teams`,
      value: (value) => (value === '' ? 'none' : list(value)),
    }),
  },
  other: {
    platforms: {
      title: 'Connected',
      value: (value) =>
        value === ''
          ? 'nothing'
          : list(value)
              .replace('slack', 'Slack')
              .replace('teams', 'Microsoft Teams')
              .replace('playground', 'chat for trying out'),
    },
    KLARTEXT_SUMMARY_PEOPLE: {
      title: 'Weekly summaries need at least',
      value: (value) => `${value} people who take part and wrote something that week`,
    },
    KLARTEXT_SUMMARY_NOISE: {
      title: 'Random deviation in the weekly summaries',
      value: onOff('is added to each sum', 'there is none'),
    },
    KLARTEXT_NUDGE_DAYS: {
      title: 'Hints stay in the chat for',
      value: (value) => (value === '1' ? 'one day' : `${value} days`),
    },
    KLARTEXT_SETTLE_SECONDS: {
      title: 'A hint waits for corrections for',
      value: (value) =>
        value === 'default' ? '30 seconds, 2 in the chat for trying out' : `${value} seconds`,
    },
    KLARTEXT_TIME_ZONE: { title: 'Time zone', value: (value) => value },
    KLARTEXT_CONSOLE_FOUR_EYES: {
      title: 'Changes to the lexicon',
      value: onOff('take effect once a second person approves them', 'take effect without a second person'),
    },
    KLARTEXT_TEAMS_TENANT: { title: 'Microsoft Teams: tenant', value: (value) => value },
  },
}

const SPEECH: Readonly<Record<Language, Speech>> = { de: german, en: english }

/** What a setting is about, and what its value means; the name and value themselves where there are no words. */
export function settingWords(name: string, language: Language): SettingWords {
  const { channel, other } = SPEECH[language]
  if (Object.hasOwn(other, name)) return other[name]!
  const [, platform, rest] = /^KLARTEXT_(SLACK|TEAMS)_(\w+)$/.exec(name) ?? []
  const setting = CHANNEL_SETTINGS.find((each) => each === rest)
  if (!setting) return { title: name, value: (value) => value }
  return channel[setting](platform === 'SLACK' ? 'Slack' : 'Microsoft Teams')
}
