import type { Answer, Tone } from '../types.js'
import type { ChatPlatform, Place } from './platforms.js'

const PLACES: Readonly<Record<ChatPlatform, Place>> = {
  slack: {
    name: 'Slack',
    page: 'Seite',
    inSettings: 'auf der Startseite von Klartext',
    channels: 'in Kanälen, in die Klartext eingeladen ist',
    say: (command) => `\`/klartext ${command}\``,
    nothingKept: 'nichts wird gespeichert',
    bold: (text) => `*${text}*`,
  },
  teams: {
    name: 'Teams',
    page: 'Karte',
    inSettings: 'mit dem Wort „einstellungen“ hier im Chat',
    channels: 'in Kanälen der Teams, in denen Klartext installiert ist',
    say: (command) => `„${command}“`,
    nothingKept: 'Klartext speichert nichts davon',
    bold: (text) => `**${text}**`,
  },
}

/** Every word that a chat shows in German; `tone` decides between Du and Sie. */
export function germanWords(tone: Tone, platform: ChatPlatform) {
  const place = PLACES[platform]
  const { say, inSettings } = place
  const InSettings = inSettings[0]!.toUpperCase() + inSettings.slice(1)
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  const thanks: Record<Answer, string> = {
    helpful: 'Danke. Schön, dass es hilft.',
    'not-helpful': 'Danke für die ehrliche Antwort.',
    quotation: 'Alles klar, ein Zitat. Danke.',
    'team-term': pick(
      'Danke, das gehört also zum Team. Dazu kommt bei dir kein Hinweis mehr.',
      'Danke, das gehört also zum Team. Dazu kommt bei Ihnen kein Hinweis mehr.',
    ),
    'mute-rule': pick(
      `Gut, das kommt nicht mehr. ${InSettings} kannst du es wieder einschalten.`,
      `Gut, das kommt nicht mehr. ${InSettings} können Sie es wieder einschalten.`,
    ),
    pause: pick(
      `Gut, bis morgen ist Pause. Beenden kannst du sie ${inSettings}.`,
      `Gut, bis morgen ist Pause. Beenden können Sie sie ${inSettings}.`,
    ),
  }
  return {
    language: 'de' as const,
    locale: 'de-DE',
    close: 'Schließen',
    nudge: {
      private: pick('Nur für dich sichtbar', 'Nur für Sie sichtbar'),
      message: 'Zur Nachricht',
      instead: 'So ginge es auch',
      helpful: 'Hilfreich',
      'not-helpful': 'Nicht hilfreich',
      why: 'Warum?',
      quotation: 'War ein Zitat',
      'team-term': 'Begriff unseres Teams',
      'mute-rule': 'Diesen Hinweis nicht mehr',
      mutePraise: 'Dieses Lob nicht mehr',
      pause: 'Pause bis morgen',
      thanks,
      gone: `Dieser Hinweis ist schon älter und nimmt keine Antwort mehr an. ${InSettings} lässt sich alles einstellen.`,
      failed: pick(
        'Deine Antwort ist nicht angekommen. Versuch es bitte noch einmal.',
        'Ihre Antwort ist nicht angekommen. Versuchen Sie es bitte noch einmal.',
      ),
    },
    draft: {
      title: 'Entwurf prüfen',
      label: pick('Dein Entwurf', 'Ihr Entwurf'),
      placeholder: 'Text hier einfügen oder schreiben',
      submit: 'Prüfen',
      again: 'Noch einen Entwurf prüfen',
      required: 'Hier fehlt noch der Text.',
      private: pick(
        'Nur für dich. Nichts davon wird gespeichert.',
        'Nur für Sie. Nichts davon wird gespeichert.',
      ),
      privateInChat: pick(
        'Nur für dich. Klartext speichert nichts davon; was hier im Chat steht, bleibt im Chat.',
        'Nur für Sie. Klartext speichert nichts davon; was hier im Chat steht, bleibt im Chat.',
      ),
      none: 'Liest sich gut. Keine Anmerkungen.',
      more: (count: number) => (count === 1 ? 'Dazu noch eine Stelle.' : `Dazu noch ${count} Stellen.`),
      instead: 'Zum Beispiel:',
      words: 'Wörter, für die es einfachere gibt',
      empty: pick(
        `Da steht noch nichts. Schreib den Text hinter den Befehl, zum Beispiel: ${say('prüfen Wir challengen das Alignment.')}`,
        `Da steht noch nichts. Schreiben Sie den Text hinter den Befehl, zum Beispiel: ${say('prüfen Wir challengen das Alignment.')}`,
      ),
      nothing: 'In dieser Nachricht steht kein Text.',
      notYours: pick(
        'Diese Nachricht ist nicht von dir. Klartext prüft nur, was du selbst geschrieben hast.',
        'Diese Nachricht ist nicht von Ihnen. Klartext prüft nur, was Sie selbst geschrieben haben.',
      ),
      failed: pick(
        'Der Text ließ sich gerade nicht prüfen. Versuch es bitte gleich noch einmal.',
        'Der Text ließ sich gerade nicht prüfen. Versuchen Sie es bitte gleich noch einmal.',
      ),
    },
    home: {
      private: pick(`Diese ${place.page} siehst nur du.`, `Diese ${place.page} sehen nur Sie.`),
      question: pick('Soll Klartext bei dir mitlesen?', 'Soll Klartext bei Ihnen mitlesen?'),
      intro: pick(
        'Klartext liest, was du in Kanälen schreibst, und sagt nur dir Bescheid, wenn es klarer oder freundlicher ginge. Ob du das möchtest, entscheidest du.',
        'Klartext liest, was Sie in Kanälen schreiben, und sagt nur Ihnen Bescheid, wenn es klarer oder freundlicher ginge. Ob Sie das möchten, entscheiden Sie.',
      ),
      read: [
        'Was gelesen wird',
        pick(
          `Nur deine eigenen Nachrichten, und nur ${place.channels}. Direktnachrichten und Zitate nie.`,
          `Nur Ihre eigenen Nachrichten, und nur ${place.channels}. Direktnachrichten und Zitate nie.`,
        ),
      ],
      kept: [
        'Was gespeichert wird',
        pick(
          'Deine Einstellungen, welche Regel wann zutraf, wie viele Nachrichten es je Woche waren und was du auf Hinweise geantwortet hast. Nie dein Text. Nach 35 Tagen löscht Klartext alles davon bis auf die Einstellungen.',
          'Ihre Einstellungen, welche Regel wann zutraf, wie viele Nachrichten es je Woche waren und was Sie auf Hinweise geantwortet haben. Nie Ihr Text. Nach 35 Tagen löscht Klartext alles davon bis auf die Einstellungen.',
        ),
      ],
      seen: [
        'Wer was sieht',
        pick(
          'Deine Hinweise siehst nur du. Ob du mitmachst, zeigt Klartext niemandem. Zahlen gibt es höchstens für Teams ab sieben Leuten, nie für eine einzelne Person.',
          'Ihre Hinweise sehen nur Sie. Ob Sie mitmachen, zeigt Klartext niemandem. Zahlen gibt es höchstens für Teams ab sieben Leuten, nie für eine einzelne Person.',
        ),
      ],
      discovery: pick(
        `Hinweise stehen als Nachrichten in ${place.name}, bis Klartext sie entfernt. Muss das Unternehmen in einem Rechtsstreit Nachrichten herausgeben, können sie dabei sein. Von deinem Text enthalten sie höchstens einzelne Begriffe.`,
        `Hinweise stehen als Nachrichten in ${place.name}, bis Klartext sie entfernt. Muss das Unternehmen in einem Rechtsstreit Nachrichten herausgeben, können sie dabei sein. Von Ihrem Text enthalten sie höchstens einzelne Begriffe.`,
      ),
      join: 'Mitmachen',
      note: pick(
        'Solange du nicht mitmachst, wertet Klartext keine deiner Nachrichten aus. Aufhören kannst du jederzeit mit einem Klick.',
        'Solange Sie nicht mitmachen, wertet Klartext keine Ihrer Nachrichten aus. Aufhören können Sie jederzeit mit einem Klick.',
      ),
      on: pick('Klartext liest bei dir mit.', 'Klartext liest bei Ihnen mit.'),
      paused: (until: string) => `Pause bis ${until} Uhr`,
      pause: 'Pause bis morgen',
      resume: 'Pause beenden',
      leave: 'Nicht mehr mitmachen',
      about: 'Was Klartext liest',
      aboutTitle: 'Was Klartext liest',
      back: 'Zurück',
      check: 'Entwurf prüfen',
      otherLanguage: 'English',
      settings: 'Einstellungen',
      save: 'Speichern',
      saved: 'Gespeichert.',
      tone: 'Anrede',
      tones: { du: 'Du', sie: 'Sie' },
      language: 'Sprache',
      languages: {
        auto: 'Hinweise in der Sprache der Nachricht, sonst Deutsch',
        de: 'Deutsch',
        en: 'Englisch',
      },
      languageAuto: 'Wie die Nachricht, sonst Deutsch',
      place: 'Wo Hinweise erscheinen',
      places: {
        direct: 'Im Chat mit Klartext',
        channel: pick('Im Kanal, nur für dich', 'Im Kanal, nur für Sie'),
      },
      placeNote: pick(
        'Im Kanal siehst du einen Hinweis nur, wenn du gerade in Slack bist. Nach dem Neuladen ist er weg. Im Chat mit Klartext bleibt er einige Tage stehen.',
        'Im Kanal sehen Sie einen Hinweis nur, wenn Sie gerade in Slack sind. Nach dem Neuladen ist er weg. Im Chat mit Klartext bleibt er einige Tage stehen.',
      ),
      perDay: 'Höchstens am Tag',
      perDayValue: (count: string) => (count === '1' ? 'ein Hinweis' : `${count} Hinweise`),
      between: 'Abstand zwischen zwei Hinweisen',
      betweenValue: (minutes: string) => (minutes === '0' ? 'beliebig' : `${minutes} Minuten`),
      quiet: 'Ruhe von der ersten bis zur zweiten Uhrzeit. Zweimal dieselbe heißt: keine Ruhe.',
      quietFrom: 'ab',
      quietTo: 'bis',
      quietStart: 'Ruhe ab',
      quietEnd: 'Ruhe bis',
      praise: 'Ab und zu auch ein Lob',
      praiseLabel: 'Lob',
      topics: 'Themen wählen',
      topicsTitle: 'Themen',
      topicsLabel: pick('Worauf soll Klartext dich hinweisen?', 'Worauf soll Klartext Sie hinweisen?'),
      topicsMore: 'Und außerdem',
      topicsSave: 'Speichern',
      muted: 'Abgeschaltete Hinweise',
      mutedMore: (count: number) => `und ${count} weitere`,
      unmute: 'Wieder einschalten',
      unmuteShort: 'Einschalten',
      weeks: pick('Deine letzten Wochen', 'Ihre letzten Wochen'),
      weeksPrivate: pick('Nur du siehst diese Zahlen.', 'Nur Sie sehen diese Zahlen.'),
      week: (number: number) => `KW ${number}`,
      weeksLegend: '🟦 Stelle, an der es klarer oder freundlicher ginge   ⭐ gut gesagt',
      weeksNone: 'nichts',
      weekHints: (count: number) => (count === 1 ? 'eine Stelle' : `${count} Stellen`),
      weekGood: (count: number) => `${count} × gut gesagt`,
      weeksNote: 'Gezählt sind Stellen, an denen es klarer oder freundlicher ginge.',
      weeksOften: (names: string) => `Am häufigsten: ${names}.`,
      weeksWell: (names: string) => `Gut gesagt: ${names}.`,
      data: pick('Deine Daten', 'Ihre Daten'),
      dataText: pick(
        'Alles, was Klartext über dich gespeichert hat, kannst du ansehen, mitnehmen und löschen.',
        'Alles, was Klartext über Sie gespeichert hat, können Sie ansehen, mitnehmen und löschen.',
      ),
      summaries: 'Alle Wochenberichte im Browser',
      browser: pick('Deine Seite im Browser', 'Ihre Seite im Browser'),
      export: 'Ansehen und mitnehmen',
      erase: 'Alles löschen',
      eraseTitle: 'Alles löschen?',
      eraseText: pick(
        'Klartext löscht deine Einstellungen und alle Funde und entfernt seine Hinweise aus dem Chat. Danach machst du nicht mehr mit. Rückgängig machen lässt sich das nicht.',
        'Klartext löscht Ihre Einstellungen und alle Funde und entfernt seine Hinweise aus dem Chat. Danach machen Sie nicht mehr mit. Rückgängig machen lässt sich das nicht.',
      ),
      eraseYes: 'Löschen',
      eraseNo: 'Behalten',
      admin: 'Verwaltung',
      workbench: 'Das Lexikon im Browser pflegen',
      terms: 'Begriffe eines Kanals',
      termsText:
        'Begriffe, die ein Team wirklich braucht, zählen in seinem Kanal nicht mehr. Das gilt dort für alle.',
      scopes: (names: string) =>
        `Der App fehlen Rechte: ${names}. Bitte das Manifest neu einfügen und die App noch einmal installieren.`,
    },
    terms: {
      title: 'Begriffe eines Kanals',
      channel: 'Kanal',
      channelPlaceholder: 'Kanal wählen',
      word: 'Begriff',
      wordPlaceholder: 'zum Beispiel Sprint',
      action: 'Was soll gelten?',
      allow: 'Gehört zum Kanal und zählt nicht mehr',
      forbid: 'Zählt wieder',
      save: 'Speichern',
      unknown: 'Dieses Wort steht in keinem Lexikon. Dafür lässt sich hier nichts festlegen.',
      noChannel: 'Bitte einen Kanal wählen.',
    },
    data: {
      title: pick('Deine Daten', 'Ihre Daten'),
      intro: pick(
        'Das ist alles, was Klartext über dich gespeichert hat. Text ist nicht dabei, denn den speichert Klartext nie.',
        'Das ist alles, was Klartext über Sie gespeichert hat. Text ist nicht dabei, denn den speichert Klartext nie.',
      ),
      sightings: (count: number) => (count === 1 ? 'Ein Fund' : `${count} Funde`),
      none: 'Noch keine Funde.',
      nudges: (count: number) => (count === 1 ? 'Ein Hinweis' : `${count} Hinweise`),
      stays: 'Diese Karten bleiben im Chat stehen, auch wenn Klartext die Daten später löscht.',
      below: 'Alles steht jetzt weiter unten im Chat.',
      copy: 'Zum Mitnehmen, als JSON:',
      part: (number: number, of: number) => `${number} von ${of}`,
      older: (count: number) =>
        count === 1
          ? 'Ein älterer Fund passt nicht mehr in dieses Fenster.'
          : `${count} ältere Funde passen nicht mehr in dieses Fenster.`,
    },
    command: {
      help: pick(
        [
          `${place.bold('Klartext')} hilft dir, klar zu schreiben. Hinweise siehst nur du.`,
          `${say('prüfen …')} schaut einen Entwurf an; ${place.nothingKept}`,
          `${say('an')} und ${say('aus')} schalten Hinweise zu deinen Nachrichten ein und aus`,
          `${say('pause')} hält bis morgen Ruhe`,
          `${say('daten')} zeigt alles, was über dich gespeichert ist; ${say('löschen')} löscht es`,
          `Alles andere stellst du ${inSettings} ein.`,
        ].join('\n'),
        [
          `${place.bold('Klartext')} hilft Ihnen, klar zu schreiben. Hinweise sehen nur Sie.`,
          `${say('prüfen …')} schaut einen Entwurf an; ${place.nothingKept}`,
          `${say('an')} und ${say('aus')} schalten Hinweise zu Ihren Nachrichten ein und aus`,
          `${say('pause')} hält bis morgen Ruhe`,
          `${say('daten')} zeigt alles, was über Sie gespeichert ist; ${say('löschen')} löscht es`,
          `Alles andere stellen Sie ${inSettings} ein.`,
        ].join('\n'),
      ),
      on: pick(
        `Du machst jetzt mit. Klartext liest, was du in Kanälen schreibst, und speichert nie deinen Text. Nach einer Nachricht kann ein kurzer Hinweis kommen, den nur du siehst. Aufhören: ${say('aus')}`,
        `Sie machen jetzt mit. Klartext liest, was Sie in Kanälen schreiben, und speichert nie Ihren Text. Nach einer Nachricht kann ein kurzer Hinweis kommen, den nur Sie sehen. Aufhören: ${say('aus')}`,
      ),
      off: pick(
        `Gut, Klartext liest bei dir nicht mehr mit. Was schon gespeichert ist, löscht ${say('löschen')}.`,
        `Gut, Klartext liest bei Ihnen nicht mehr mit. Was schon gespeichert ist, löscht ${say('löschen')}.`,
      ),
      pause: pick('Gut, bis morgen ist Pause.', 'Gut, bis morgen ist Pause.'),
      notIn: pick(
        `Du machst noch nicht mit, also kommt ohnehin kein Hinweis. Mitmachen: ${say('an')}`,
        `Sie machen noch nicht mit, also kommt ohnehin kein Hinweis. Mitmachen: ${say('an')}`,
      ),
      erase: pick('Soll wirklich alles weg?', 'Soll wirklich alles weg?'),
      erased: pick(
        'Erledigt. Klartext hat nichts mehr über dich gespeichert.',
        'Erledigt. Klartext hat nichts mehr über Sie gespeichert.',
      ),
      unknown: 'Diesen Befehl kennt Klartext nicht.',
      failed: pick(
        'Das hat gerade nicht geklappt. Versuch es bitte gleich noch einmal.',
        'Das hat gerade nicht geklappt. Versuchen Sie es bitte gleich noch einmal.',
      ),
    },
    install: {
      title: 'Klartext für Slack',
      done: 'Klartext ist installiert.',
      next: 'Jetzt in Slack Klartext in einen Kanal einladen und unter „Apps“ öffnen.',
      failed: 'Die Installation hat nicht geklappt. Bitte noch einmal von vorn beginnen.',
      cancelled: 'Abgebrochen: Es wurde nichts installiert. Ein neuer Anfang ist jederzeit möglich.',
      start:
        'Private Hinweise zu eigenen Nachrichten, für alle, die mitmachen möchten. Gleich fragt Slack, ob Klartext in den Workspace darf.',
      add: 'Zu Slack hinzufügen',
      again: 'Noch einmal beginnen',
    },
  }
}

/** The words of the interface, the same in each language. */
export type Words =
  ReturnType<typeof germanWords> extends infer German
    ? { readonly [Part in keyof German]: Part extends 'language' ? 'de' | 'en' : German[Part] }
    : never
