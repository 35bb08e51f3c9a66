/** Version of Microsoft's schema; `tests/schemas/` keeps it. */
const SCHEMA = '1.30'

/**
 * What the app may do in a team, each consented to by an owner of that team as the app is added: read the messages of
 * its channels. Nothing else, and nothing at all outside such teams.
 */
export const PERMISSIONS = [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] as const

/** Ids of the two entries for checking. */
export const CHECK_DRAFT = 'check-draft'
export const CHECK_MESSAGE = 'check-message'

/** Path under our own address. */
export const MESSAGES_PATH = '/teams/messages'

/** Files of the app package. */
export const COLOR_ICON = 'color.png'
export const OUTLINE_ICON = 'outline.png'

type Language = 'de' | 'en'

/** For whom the package is made. */
export interface ManifestOptions {
  /** The app's id in Microsoft Entra, a GUID; the bot's, too. */
  readonly appId: string
  /** Our public address, without a path. */
  readonly url: string
  /** Three numbers, such as `0.1.0`; Teams takes a changed package only under a new one. */
  readonly version: string
  /** The id of the app in Teams; the app's id in Entra by default. */
  readonly id?: string | undefined
  /** Of names and descriptions for everybody whose Teams speaks neither German nor English. */
  readonly language?: Language
  /** Who runs Klartext, as Teams shows it. */
  readonly developer?: string | undefined
  /** Pages that Teams links to; our public address by default. */
  readonly website?: string | undefined
  readonly privacy?: string | undefined
  readonly terms?: string | undefined
}

/** What people read of the app. Commands: what to type, and what that does. */
const TEXTS = {
  de: {
    name: 'Klartext',
    fullName: 'Klartext: klarer schreiben, ganz privat',
    short: 'Klarer schreiben, privat und freiwillig',
    long: 'Klartext gibt allen, die mitmachen möchten, kurze private Hinweise zu ihren eigenen Nachrichten: klarer geht es so, freundlicher so. Den Hinweis sieht nur, wer die Nachricht geschrieben hat.\n\nKlartext liest Nachrichten in den Kanälen der Teams, in denen es installiert ist. Was Leute schreiben, die nicht mitmachen, lässt es sofort fallen. Chats liest es nie. Texte speichert Klartext nie. Ohne Zustimmung wertet Klartext nichts aus, und aufhören geht jederzeit mit einem Wort.',
    commands: [
      ['an', 'Mitmachen und Hinweise bekommen'],
      ['aus', 'Nicht mehr mitmachen'],
      ['prüfen', 'Einen Entwurf prüfen: prüfen, dahinter der Text'],
      ['pause', 'Bis morgen keine Hinweise'],
      ['daten', 'Ansehen und mitnehmen, was gespeichert ist'],
      ['löschen', 'Alles löschen, was gespeichert ist'],
      ['einstellungen', 'Sprache, Anrede, Ruhezeiten und Themen'],
      ['hilfe', 'Was Klartext kann'],
    ],
    draft: ['Entwurf prüfen', 'Zeigt, was sich klarer sagen lässt. Gespeichert wird nichts.'],
    message: ['Mit Klartext prüfen', 'Prüft eine eigene Nachricht. Das Ergebnis ist privat.'],
  },
  en: {
    name: 'Klartext',
    fullName: 'Klartext: write more plainly, in private',
    short: 'Write more plainly, in private and by choice',
    long: 'Klartext gives everyone who takes part short private hints about their own messages: plainer like this, friendlier like that. Only the person who wrote the message sees the hint.\n\nKlartext reads messages in the channels of teams that it is installed in. It drops at once what people write who do not take part. It never reads chats. Klartext never keeps text. It evaluates nothing without consent, and stopping takes one word at any time.',
    commands: [
      ['on', 'Take part and get hints'],
      ['off', 'Stop taking part'],
      ['check', 'Check a draft: check, then the text'],
      ['pause', 'No hints until tomorrow'],
      ['data', 'See and take along what is kept'],
      ['delete', 'Erase everything that is kept'],
      ['settings', 'Language, form of address, quiet hours and topics'],
      ['help', 'What Klartext can do'],
    ],
    draft: ['Check a draft', 'Shows what could be plainer. Nothing is kept.'],
    message: ['Check with Klartext', 'Checks a message of your own. The result is private.'],
  },
} as const

const other = (language: Language): Language => (language === 'de' ? 'en' : 'de')

/** The app as Teams takes it in a package, beside the icons and the translation. */
export function manifest(options: ManifestOptions) {
  const { appId, url, version, language = 'de' } = options
  const texts = TEXTS[language]
  const second = other(language)
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: options.id ?? appId,
    developer: {
      name: options.developer ?? 'Klartext',
      websiteUrl: options.website ?? url,
      privacyUrl: options.privacy ?? url,
      termsOfUseUrl: options.terms ?? url,
    },
    name: { short: texts.name, full: texts.fullName },
    description: { short: texts.short, full: texts.long },
    localizationInfo: {
      defaultLanguageTag: language,
      additionalLanguages: [{ languageTag: second, file: `${second}.json` }],
    },
    icons: { color: COLOR_ICON, outline: OUTLINE_ICON },
    accentColor: '#1f4f46',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team'],
        commandLists: [
          {
            scopes: ['personal'],
            commands: texts.commands.map(([title, description]) => ({ title, description })),
          },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: CHECK_DRAFT,
            type: 'action',
            context: ['compose', 'commandBox'],
            title: texts.draft[0],
            description: texts.draft[1],
            fetchTask: true,
          },
          {
            id: CHECK_MESSAGE,
            type: 'action',
            context: ['message'],
            title: texts.message[0],
            description: texts.message[1],
            fetchTask: true,
          },
        ],
      },
    ],
    // Cards need no address of ours, and there are no tabs.
    validDomains: [],
    // Teams wants a resource beside permissions in a team, and reads nothing from it.
    webApplicationInfo: { id: appId, resource: 'https://RscBasedStoreApp' },
    authorization: { permissions: { resourceSpecific: PERMISSIONS } },
    // Asked of every app for teams. Private and shared channels still have to add the app themselves.
    supportsChannelFeatures: 'tier1',
    defaultInstallScope: 'personal',
  }
}

/** The manifest's texts in the language that is not its own, under the name of their file. */
export function translation(language: Language = 'de'): { readonly file: string; readonly strings: object } {
  const second = other(language)
  const { name, fullName, short, long, commands, draft, message } = TEXTS[second]
  const strings: Record<string, string> = {
    'name.short': name,
    'name.full': fullName,
    'description.short': short,
    'description.full': long,
  }
  for (const [at, [title, description]] of commands.entries()) {
    strings[`bots[0].commandLists[0].commands[${at}].title`] = title
    strings[`bots[0].commandLists[0].commands[${at}].description`] = description
  }
  for (const [at, [title, description]] of [draft, message].entries()) {
    strings[`composeExtensions[0].commands[${at}].title`] = title
    strings[`composeExtensions[0].commands[${at}].description`] = description
  }
  return { file: `${second}.json`, strings }
}
