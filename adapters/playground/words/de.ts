import type { Answer, Audience } from '../../../src/types.js'
import { labelNames } from '../../../src/words/labels.js'
import type { ChannelId, ColleagueId } from '../rooms.js'

const roles: Record<ColleagueId, string> = {
  jana: 'Stationsleiterin',
  murat: 'Meister in der Haustechnik',
  katrin: 'Controllerin',
  leon: 'Softwareentwickler',
  sofie: 'Auszubildende',
}

const channels: Record<ChannelId, string> = {
  team: 'Umbau Station 4',
  cross: 'Pflege und Technik',
  company: 'Alle im Haus',
  customers: 'Fragen von Angehörigen',
}

const audiences: Record<Audience, string> = {
  team: 'ein Team, das sich kennt',
  'cross-team': 'mehrere Abteilungen lesen mit',
  company: 'das ganze Haus liest mit',
  'customer-facing': 'auch Angehörige lesen mit',
}

const thanks: Record<Answer, string> = {
  helpful: 'Danke. Schön, dass es hilft.',
  'not-helpful': 'Danke für die ehrliche Antwort.',
  quotation: 'Alles klar, ein Zitat. Danke.',
  'team-term': 'Danke. Das Wort gehört also zu euch.',
  'mute-rule':
    'Gut, dieser Hinweis kommt nicht mehr. In deinen Einstellungen kannst du ihn wieder einschalten.',
  pause: 'Gut, jetzt ist Pause. Beenden kannst du sie in deinen Einstellungen.',
}

/** Every word of the playground's interface in German. */
export const de = {
  title: 'Klartext ausprobieren',
  brand: 'Klartext',
  skip: 'Zum Schreibfeld springen',
  close: 'Schließen',
  roles,
  channels,
  audiences,
  labels: labelNames.de,
  nav: {
    open: 'Kanäle und Personen',
    channels: 'Kanäle',
    people: 'Du schreibst als',
    second: 'Zweites Fenster öffnen als\u00a0…',
    unread: 'Neues',
    summary: 'Die Woche in Worten',
    memory: 'Der Probechat liegt nur im Arbeitsspeicher. Beendest du Klartext, sind alle Nachrichten weg.',
    language: 'Sprache',
    dark: 'Dunkle Ansicht',
  },
  welcome: {
    hello: (name: string) => `Hallo ${name}!`,
    title: 'Soll Klartext bei dir mitlesen?',
    intro:
      'Klartext liest, was du abschickst, und sagt nur dir Bescheid, wenn es klarer oder freundlicher ginge. Ob du das möchtest, entscheidest du.',
    read: [
      'Was gelesen wird',
      'Nur deine eigenen Nachrichten in diesen Kanälen und der Entwurf, den du gerade tippst.',
    ],
    kept: [
      'Was gespeichert wird',
      'Deine Einstellungen, welche Regeln wann angeschlagen haben und was du zu den Hinweisen sagst. Dein Text nie. Alles außer den Einstellungen ist nach spätestens 35 Tagen gelöscht.',
    ],
    seen: [
      'Wer was sieht',
      'Deine Hinweise siehst nur du. Führungskräfte sehen Wochenzahlen ganzer Teams ab sieben Leuten, nie die einer einzelnen Person. Ob du mitmachst, erfährt niemand.',
    ],
    join: 'Mitmachen',
    without: 'Erst mal ohne',
    note: 'Bevor du Ja sagst, wird nichts ausgewertet. Aufhören kannst du jederzeit mit einem Klick.',
  },
  chat: {
    list: (channel: string) => `Nachrichten in „${channel}“`,
    you: 'du',
    edited: 'bearbeitet',
    edit: 'Bearbeiten',
    remove: 'Löschen',
    reallyRemove: 'Diese Nachricht für alle löschen?',
    empty: 'Hier ist es noch still.',
    emptyText: 'Schreib die erste Nachricht oder nimm einen dieser Sätze:',
    tries: [
      'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
      'Der Einkauf ist schuld, dass die Betten nicht da sind.',
      'Mein Fehler: Die Liste war veraltet. Bis 15 Uhr schicke ich die richtige.',
    ],
    arrived: (name: string) => `Neue Nachricht von ${name}`,
  },
  composer: {
    label: (channel: string) => `Nachricht an „${channel}“`,
    placeholder: (channel: string) => `An „${channel}“ schreiben`,
    send: 'Senden',
    save: 'Speichern',
    cancel: 'Abbrechen',
    check: 'Entwurf prüfen',
    keys: 'Eingabetaste sendet, mit Umschalttaste gibt es eine neue Zeile.',
    editing: 'Du bearbeitest deine Nachricht.',
  },
  draft: {
    heading: 'Dein Entwurf',
    passages: (count: number) => (count === 1 ? 'eine Stelle' : `${count} Stellen`),
    none: 'Liest sich gut. Keine Anmerkungen.',
    private: 'Nur für dich. Nichts davon wird gespeichert.',
    instead: 'Zum Beispiel:',
    word: 'Das geht auch auf Deutsch.',
    failed: 'Der Entwurf ließ sich gerade nicht prüfen. Schreib ruhig weiter.',
  },
  card: {
    private: 'Nur für dich sichtbar',
    arrived: (title: string) => `Neuer Hinweis, nur für dich: ${title}`,
    instead: 'So ginge es auch',
    why: 'Warum?',
    answers: 'Deine Antwort',
    helpful: 'Hilfreich',
    'not-helpful': 'Nicht hilfreich',
    quotation: 'War ein Zitat',
    'team-term': 'Ist ein Begriff unseres Teams',
    'mute-rule': 'Diesen Hinweis nicht mehr',
    pause: 'Pause',
    mutePraise: 'Dieses Lob nicht mehr',
    thanks,
    gone: 'Diesen Hinweis gibt es nicht mehr.',
    failed: 'Deine Antwort ist nicht angekommen. Versuch es bitte noch einmal.',
  },
  panel: {
    open: 'Deine Einstellungen',
    title: 'Nur für dich',
    on: 'Klartext liest bei dir mit.',
    off: 'Klartext liest bei dir nicht mit.',
    offText: 'Nichts von dir wird ausgewertet. Einen Entwurf kannst du trotzdem prüfen lassen.',
    join: 'Mitmachen',
    leave: 'Nicht mehr mitmachen',
    paused: (until: string) => `Pause bis ${until}`,
    pause: 'Pause bis morgen',
    resume: 'Pause beenden',
    tone: 'Anrede in den Hinweisen',
    tones: { du: 'Du', sie: 'Sie' },
    language: 'Sprache der Hinweise',
    languages: { auto: 'Wie der Text', de: 'Deutsch', en: 'Englisch' },
    praise: 'Ab und zu auch ein Lob',
    pace: 'Wie oft',
    paces: {
      free: ['Zum Ausprobieren', 'jederzeit, ohne Abstand'],
      everyday: ['Wie im Alltag', 'höchstens 3 am Tag, 30 Minuten Abstand, Ruhe von 18 bis 8 Uhr'],
    },
    muted: 'Abgeschaltet',
    unmute: 'Wieder einschalten',
    apply: 'Übernehmen',
    saved: 'Gespeichert.',
    failed: 'Das ließ sich gerade nicht speichern. Versuch es bitte noch einmal.',
  },
  errors: {
    heading: 'Das hat nicht geklappt',
    empty: 'Da steht noch nichts. Schreib erst ein paar Worte.',
    tooLong: (length: string, most: string) =>
      `Der Text hat ${length} Zeichen, ${most} sind möglich. Kürz ihn bitte oder teil ihn auf.`,
    tooBig: 'Das ist zu viel Text auf einmal. Höchstens 40.000 Zeichen sind möglich.',
    core: 'Das Absenden hat nicht geklappt. Der Text steht noch da, versuch es bitte noch einmal.',
    remove: 'Das Löschen hat nicht geklappt. Die Nachricht steht noch da, versuch es bitte noch einmal.',
    gone: 'Diese Nachricht gibt es nicht mehr, oder sie ist nicht von dir.',
    starting: 'Klartext startet gerade. Versuch es gleich noch einmal.',
    unknown: 'Diese Seite gibt es hier nicht.',
    general: 'Das hat nicht geklappt. Lade die Seite neu und versuch es noch einmal.',
    host: 'Der Probechat antwortet nur auf diesem Rechner. Öffne ihn über die Adresse localhost oder 127.0.0.1.',
    origin:
      'Diese Anfrage kam nicht von der Seite des Probechats. Öffne die Seite neu und versuch es noch einmal.',
    offline: 'Keine Verbindung zu Klartext. Dein Text steht noch da.',
    back: 'Zurück zum Chat',
  },
}

/** The words of the interface, the same in each language. */
export type Words = typeof de
