import { stringify } from 'yaml'

/** What the bot may do; each with the job that needs it. */
export const SCOPES = [
  'channels:history', // messages of public channels that the bot was invited to
  'channels:read', // name and kind of such a channel, for the list of channels that are never read
  'chat:write', // nudges, and removing them
  'commands', // /klartext and the shortcuts
  'groups:history', // as channels:history, in private channels
  'groups:read', // as channels:read, in private channels
  'im:history', // after a crash: whether a nudge had reached the bot's own chat with its reader
  'im:write', // opening that chat
] as const

/** Needed only where teams are read from user groups. */
export const TEAM_SCOPE = 'usergroups:read'

/** What may change of a channel that we know. */
export const CHANNEL_EVENTS = [
  'channel_archive',
  'channel_rename',
  'channel_shared',
  'channel_unshared',
  'group_archive',
  'group_rename',
] as const

/** What Slack tells the bot of. */
export const EVENTS = [
  ...CHANNEL_EVENTS,
  'app_home_opened',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'tokens_revoked',
] as const

export const COMMAND = '/klartext'
/** Callback ids of the shortcuts. */
export const CHECK_DRAFT = 'check-draft'
export const CHECK_MESSAGE = 'check-message'

/** Paths under our own address. */
export const EVENTS_PATH = '/slack/events'
export const INSTALL_PATH = '/slack/install'
export const REDIRECT_PATH = '/slack/oauth_redirect'

/** How the app is to be connected. */
export interface ManifestOptions {
  readonly mode: 'socket' | 'http'
  /** Our public address, without a path; needed for `http`, and for OAuth. */
  readonly url?: string | undefined
  /** Whether several workspaces install it by OAuth. */
  readonly oauth?: boolean
  /** Whether tokens end after twelve hours and are renewed; for `oauth` alone, and never to be taken back at Slack. */
  readonly rotation?: boolean
  /** Whether teams are read from user groups. */
  readonly teams?: boolean
  readonly language?: 'de' | 'en'
}

const TEXTS = {
  de: {
    description: 'Klarer schreiben, privat und freiwillig',
    long: 'Klartext gibt allen, die mitmachen möchten, kurze private Hinweise zu ihren eigenen Nachrichten: klarer geht es so, freundlicher so. Den Hinweis sieht nur, wer die Nachricht geschrieben hat. Texte speichert Klartext nie. Ohne Zustimmung wertet Klartext nichts aus, und aufhören geht jederzeit mit einem Klick.',
    command: 'Entwurf prüfen, Hinweise ein- und ausschalten',
    usage: 'prüfen [Text] | an | aus | pause | daten | löschen | hilfe',
    draft: ['Entwurf prüfen', 'Zeigt, was sich klarer sagen lässt. Gespeichert wird nichts.'],
    message: ['Mit Klartext prüfen', 'Prüft eine eigene Nachricht. Das Ergebnis ist privat.'],
  },
  en: {
    description: 'Write more plainly, in private and by choice',
    long: 'Klartext gives everyone who takes part short private hints about their own messages: plainer like this, friendlier like that. Only the person who wrote the message sees the hint. Klartext never keeps text. It evaluates nothing without consent, and stopping takes one click at any time.',
    command: 'Check a draft, switch hints on and off',
    usage: 'check [text] | on | off | pause | data | delete | help',
    draft: ['Check a draft', 'Shows what could be plainer. Nothing is kept.'],
    message: ['Check with Klartext', 'Checks a message of your own. The result is private.'],
  },
} as const

/** The app as Slack creates it "from a manifest". */
export function manifest({ mode, url, oauth, rotation, teams, language = 'de' }: ManifestOptions) {
  const texts = TEXTS[language]
  const request = mode === 'http' ? { request_url: `${url}${EVENTS_PATH}` } : {}
  return {
    display_information: {
      name: 'Klartext',
      description: texts.description,
      long_description: texts.long,
      background_color: '#1f4f46',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Klartext', always_online: true },
      shortcuts: [
        { name: texts.draft[0], type: 'global', callback_id: CHECK_DRAFT, description: texts.draft[1] },
        {
          name: texts.message[0],
          type: 'message',
          callback_id: CHECK_MESSAGE,
          description: texts.message[1],
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: texts.command,
          usage_hint: texts.usage,
          should_escape: true,
          ...(mode === 'http' ? { url: `${url}${EVENTS_PATH}` } : {}),
        },
      ],
    },
    oauth_config: {
      ...(oauth ? { redirect_urls: [`${url}${REDIRECT_PATH}`] } : {}),
      scopes: { bot: [...SCOPES, ...(teams ? [TEAM_SCOPE] : [])] },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: rotation === true,
    },
  }
}

/** The manifest as YAML, as Slack takes it. */
export const manifestYaml = (options: ManifestOptions): string =>
  stringify(manifest(options), { lineWidth: 0 })
