import type { Audience, Tone } from '../../types.js'

const german = (tone: Tone) => {
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  const audiences: Readonly<Record<Audience, string>> = {
    team: 'das eigene Team',
    'cross-team': 'mehrere Abteilungen',
    company: 'das ganze Haus',
    'customer-facing': 'auch Leute von außen, etwa Kundschaft',
  }
  return {
    title: 'Text prüfen',
    intro: pick(
      'Füg hier einen Text ein, bevor du ihn abschickst. Klartext zeigt dir Stellen, die klarer oder freundlicher gingen.',
      'Fügen Sie hier einen Text ein, bevor Sie ihn abschicken. Klartext zeigt Ihnen Stellen, die klarer oder freundlicher gingen.',
    ),
    private: pick(
      'Nur für dich. Klartext speichert nichts davon, auch nicht, dass du etwas geprüft hast.',
      'Nur für Sie. Klartext speichert nichts davon, auch nicht, dass Sie etwas geprüft haben.',
    ),
    label: pick('Dein Text', 'Ihr Text'),
    audience: 'Wer liest mit?',
    audienceNote: 'Im eigenen Team sind mehr Fachwörter bekannt als außerhalb.',
    audiences,
    submit: 'Prüfen',
    result: 'Das ist aufgefallen',
    passages: (count: number) => (count === 1 ? 'eine Stelle' : `${count} Stellen`),
    none: 'Liest sich gut. Keine Anmerkungen.',
    note: (number: number) => `Anmerkung ${number}`,
    noteTo: (number: number) => `zu Stelle ${number}`,
    instead: 'Zum Beispiel:',
    word: 'Dafür gibt es ein einfacheres Wort.',
    muted: pick(
      'Hier steht auch, was du in deinen Einstellungen abgeschaltet hast.',
      'Hier steht auch, was Sie in Ihren Einstellungen abgeschaltet haben.',
    ),
    empty: pick(
      'Da steht noch nichts. Schreib erst ein paar Worte.',
      'Da steht noch nichts. Schreiben Sie erst ein paar Worte.',
    ),
    tooLong: (length: string, most: string) =>
      pick(
        `Der Text hat ${length} Zeichen, ${most} sind möglich. Kürz ihn bitte oder teil ihn auf.`,
        `Der Text hat ${length} Zeichen, ${most} sind möglich. Kürzen Sie ihn bitte oder teilen Sie ihn auf.`,
      ),
    failed: pick(
      'Der Text ließ sich gerade nicht prüfen. Er steht noch da; versuch es bitte gleich noch einmal.',
      'Der Text ließ sich gerade nicht prüfen. Er steht noch da; versuchen Sie es bitte gleich noch einmal.',
    ),
  }
}

/** The words of the page on which a draft is checked, the same in each language. */
export type TryWords = ReturnType<typeof german>

const english: TryWords = {
  title: 'Check a text',
  intro:
    'Put a text here before you send it. Klartext shows you passages that could be plainer or friendlier.',
  private: 'Just for you. Klartext keeps none of it, not even that you had something checked.',
  label: 'Your text',
  audience: 'Who will read it?',
  audienceNote: 'Your own team knows more specialist words than others do.',
  audiences: {
    team: 'your own team',
    'cross-team': 'several departments',
    company: 'the whole company',
    'customer-facing': 'people from outside as well, such as customers',
  },
  submit: 'Check',
  result: 'What stood out',
  passages: (count) => (count === 1 ? 'one passage' : `${count} passages`),
  none: 'Reads well. Nothing to point out.',
  note: (number) => `Note ${number}`,
  noteTo: (number) => `on passage ${number}`,
  instead: 'For example:',
  word: 'There is a plainer word for it.',
  muted: 'This also lists what you have switched off in your settings.',
  empty: 'There is nothing here yet. Write a few words first.',
  tooLong: (length, most) =>
    `The text has ${length} characters; ${most} are possible. Please shorten it or split it up.`,
  failed: 'The text could not be checked just now. It is still here; please try again in a moment.',
}

/** The words of the page on which a draft is checked, by language and tone. */
export const tryWords = { de: german, en: (): TryWords => english }
