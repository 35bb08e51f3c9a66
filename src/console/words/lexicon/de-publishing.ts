import type { FaultTexts, ShapeTexts } from './faults.js'

const codes: FaultTexts = {
  schema: ['Eine Angabe passt hier nicht.', 'Die Angabe berichtigen oder weglassen.'],
  pattern: [
    'Dieses Muster lässt sich nicht lesen.',
    'An der genannten Stelle nachsehen. Wie Muster aufgebaut sind, steht bei „Neue Regel“.',
  ],
  reserved: [
    'Dieser Begriff ist geschützt.',
    'Was mit Mitbestimmung, Gesundheit oder einzelnen Menschen zu tun hat, zählt Klartext nie. Bitte weglassen.',
  ],
  'too-wide': ['Das ist zu weit gefasst.', 'Mehr Wörter nennen oder seltenere. Höchstens 10 % sind möglich.'],
  'flag-not-found': [
    'In diesem Satz schlägt die Regel nicht an, obwohl sie es soll.',
    'Das Muster erweitern oder den Satz ändern.',
  ],
  'allow-found': [
    'In diesem Satz schlägt die Regel an, obwohl sie schweigen soll.',
    'Das Muster enger fassen oder unter „Ausnahmen“ etwas ergänzen.',
  ],
  'unknown-entry': [
    'Diesen Eintrag gibt es nicht.',
    'Die Schreibweise prüfen; die Suche zeigt alle Einträge. Was in keinem Lexikon steht, zählt ohnehin nicht.',
  ],
  'unknown-scope': [
    'Diesen Bereich oder Kanal kennt Klartext nicht.',
    'Einen Bereich aus der Liste wählen oder den Kanal als Plattform/Workspace/Kanal angeben.',
  ],
  'taken-id': ['Diese Kennung ist schon vergeben.', 'Eine andere Kennung wählen.'],
  yaml: [
    'Hier ist die Datei nicht lesbar.',
    'Hier auf Einrückung, Anführungszeichen und Doppelpunkte achten.',
  ],
  'too-much': ['Das ist zu viel auf einmal.', 'Auf mehrere Dateien verteilen.'],
}

const shapes: ShapeTexts = {
  missing: () => ['Diese Angabe fehlt noch.', 'Bitte ergänzen.'],
  empty: () => ['Hier steht noch nichts.', 'Bitte ausfüllen oder ganz weglassen.'],
  'too-long': (most) => [`Das ist zu lang: Höchstens ${most} Zeichen sind möglich.`, 'Bitte kürzen.'],
  'too-many': (most) => [`Das sind zu viele: Höchstens ${most} sind möglich.`, 'Bitte einige weglassen.'],
  'out-of-range': (bound) => [
    `Diese Zahl liegt außerhalb dessen, was möglich ist (${bound}).`,
    'Bitte eine andere Zahl nehmen.',
  ],
  'not-one-of': (choices) => [
    `Das kennt Klartext nicht. Möglich ist: ${choices}.`,
    'Bitte eines davon nehmen.',
  ],
  'wrong-kind': () => [
    'Hier steht etwas von anderer Art, zum Beispiel ein Text anstelle einer Zahl oder einer Liste.',
    'Bitte mit einer heruntergeladenen Datei vergleichen.',
  ],
  'unknown-field': () => [
    'Dieses Feld kennt Klartext nicht.',
    'Die Schreibweise prüfen oder das Feld weglassen.',
  ],
}

/** The pages on which changes of the lexicon are checked, published and taken back, in German. */
export const germanPublishing = {
  said: {
    'lexicon-saved': 'Steht im Entwurf. Gültig wird es erst mit dem Veröffentlichen.',
    'lexicon-dropped': 'Aus dem Entwurf entfernt.',
    'lexicon-draft-gone': 'Der Entwurf ist verworfen.',
    'lexicon-published': 'Veröffentlicht. In wenigen Sekunden gilt der neue Stand überall.',
    'lexicon-unchanged': 'Was im Entwurf steht, gilt schon alles. Es bleibt beim bisherigen Stand.',
    'lexicon-submitted': 'Wartet jetzt auf Freigabe.',
    'lexicon-sent-back': 'Zurückgegeben. Der Entwurf lässt sich nun weiter bearbeiten.',
    'lexicon-resolved': 'Übernommen. Der Entwurf passt jetzt zum neuen Stand.',
    'lexicon-empty': 'Im Entwurf steht noch nichts, was sich veröffentlichen ließe.',
    'lexicon-no-change': 'Es hat sich nichts geändert.',
    'lexicon-same-state': 'Das gilt alles schon. Es hat sich nichts geändert.',
  },
  needed: 'Bitte ausfüllen.',
  tooLong: (most: number) => `Höchstens ${most} Zeichen.`,
  badWeight: 'Bitte eine Zahl über 0 und höchstens 2, zum Beispiel 0,5.',
  badChannel: 'Bitte als Plattform/Workspace/Kanal angeben, zum Beispiel slack/T0123ABCD/C0456EFGH.',
  badUnit: 'Bitte einen Bereich wählen.',
  badId:
    'Beginnt mit „eigen-“, dann nur kleine Buchstaben, Ziffern und Bindestriche, zusammen höchstens 64 Zeichen.',
  inDraftAlready: 'Diese Kennung steht schon im Entwurf. Bitte eine andere nehmen.',
  stepKinds: {
    entry: 'Eintrag',
    allow: 'Erlaubt',
    change: 'Änderung',
    threshold: 'Schwelle',
  },
  acts: { added: 'neu', changed: 'geändert', removed: 'fällt weg' },
  before: 'vorher',
  after: 'nachher',
  diff: {
    none: 'nichts',
    allowed: (name: string) => `„${name}“ zählt nicht mehr.`,
    counted: (name: string) => `„${name}“ zählt wieder.`,
  },
  draft: {
    title: 'Entwurf',
    empty: 'Im Entwurf steht nichts',
    emptyText:
      'Was im Lexikon geändert, erlaubt oder hinzugefügt wird, sammelt sich hier und gilt erst nach dem Veröffentlichen.',
    emptyLink: 'Im Lexikon nachschlagen',
    steps: (count: number) => (count === 1 ? 'Eine Änderung' : `${count} Änderungen`),
    shown: (from: number, to: number, of: number) => `${from} bis ${to} von ${of}`,
    drop: 'Verwerfen',
    dropAll: 'Ganzen Entwurf verwerfen',
    dropAllTitle: 'Wirklich alles verwerfen?',
    dropAllText: (count: number) =>
      count === 1
        ? 'Eine Änderung geht verloren. Am veröffentlichten Lexikon ändert sich nichts.'
        : `${count} Änderungen gehen verloren. Am veröffentlichten Lexikon ändert sich nichts.`,
    dropYes: 'Verwerfen',
    dropNo: 'Behalten',
    check: 'Prüfung',
    faultless: 'Alles in Ordnung.',
    faults: (count: number) =>
      count === 1
        ? 'Eine Stelle ist noch zu klären, bevor sich der Entwurf veröffentlichen lässt.'
        : `${count} Stellen sind noch zu klären, bevor sich der Entwurf veröffentlichen lässt.`,
    more: (count: number) => `und ${count} weitere`,
    conflict: 'Jemand anders hat inzwischen dasselbe geändert.',
    conflictLink: 'Beide Fassungen ansehen',
    publish: 'Veröffentlichen',
    submit: 'Zur Freigabe vorlegen',
    reason: 'Grund',
    reasonHint: 'Höchstens 200 Zeichen. Alle können ihn unter „Änderungen“ lesen.',
    waiting: (when: string) =>
      `Wartet seit ${when} auf Freigabe. Wer noch etwas ändert, holt den Entwurf damit zurück.`,
    waitingReason: 'Grund:',
    takeBack: 'Aus der Freigabe zurückholen',
    stale: 'Der Entwurf hat sich seitdem geändert. Bitte noch einmal ansehen.',
  },
  preview: {
    title: 'Vorschau',
    text: 'Klartext hat den Entwurf an den mitgelieferten Beispielsätzen ausprobiert.',
    summary: (sentences: number, newly: number, harmless: number, gone: number) => {
      if (newly === 0 && gone === 0) return `Für die ${sentences} Beispielsätze ändert sich nichts.`
      const first =
        newly === 0
          ? `Von ${sentences} Beispielsätzen fällt keiner neu auf`
          : `Von ${sentences} Beispielsätzen ${newly === 1 ? 'würde einer' : `würden ${newly}`} neu auffallen`
      const good =
        newly === 0
          ? ''
          : harmless === 0
            ? ', kein harmloser darunter'
            : `, ${harmless} davon ${harmless === 1 ? 'harmlos' : 'harmlose'}`
      const last =
        gone === 0 ? '' : gone === 1 ? '; einer fällt nicht mehr auf' : `; ${gone} fallen nicht mehr auf`
      return `${first}${good}${last}.`
    },
    newly: 'Fällt neu auf',
    gone: 'Fällt nicht mehr auf',
    harmless: 'harmlos',
    harmlessHint: 'Harmlos heißt: Dieser Satz verdient gar keinen Hinweis.',
    more: (count: number) => (count === 1 ? 'und ein weiterer' : `und ${count} weitere`),
    failed: 'Solange etwas zu klären ist, gibt es keine Vorschau.',
  },
  conflicts: {
    title: 'Zwei Fassungen',
    text: 'Während dieser Entwurf entstand, hat jemand anders an denselben Stellen etwas veröffentlicht. Nichts ist verloren: Für jede Stelle lässt sich wählen, was gelten soll.',
    mine: 'Meine Fassung',
    theirs: 'So lassen, wie es jetzt gilt',
    now: 'Gilt jetzt',
    wanted: 'Im Entwurf',
    removed: 'gelöscht',
    by: (version: number, who: string, when: string) => `Stand ${version}, ${who}, ${when}`,
    apply: 'Auswahl übernehmen',
    later: 'Später entscheiden',
  },
  approvals: {
    title: 'Freigaben',
    none: 'Gerade wartet nichts auf eine Freigabe.',
    text: 'Einen Entwurf gibt immer jemand anders frei, nicht wer ihn gemacht hat.',
    own: 'Der eigene Entwurf wartet ebenfalls. Freigeben kann ihn nur jemand anders.',
    from: (who: string, when: string) => `Eingereicht ${who}, ${when}`,
    look: 'Ansehen',
    approve: 'Freigeben und veröffentlichen',
    back: 'Zurückgeben',
    backText: 'Der Entwurf bleibt erhalten und lässt sich dann weiter bearbeiten.',
    conflict:
      'An denselben Stellen hat jemand anders etwas veröffentlicht. Bitte zurückgeben, dann lässt sich wählen, was gelten soll.',
  },
  history: {
    title: 'Verlauf',
    text: 'Die Stände des Lexikons, der neueste zuerst.',
    none: 'Noch ist nichts veröffentlicht. Es gilt das Lexikon, wie es mit Klartext kommt.',
    version: (version: number) => `Stand ${version}`,
    now: 'gilt jetzt',
    byYou: { du: 'von dir', sie: 'von Ihnen' },
    by: (who: string) => `von ${who}`,
    klartext: 'von Klartext selbst',
    approvedBy: (who: string) => `freigegeben ${who}`,
    backTo: (version: number) => `zurück zu Stand ${version}`,
    counts: (added: number, changed: number, removed: number) =>
      [added && `${added} neu`, changed && `${changed} geändert`, removed && `${removed} weggefallen`]
        .filter(Boolean)
        .join(', '),
    reason: 'Grund',
    what: 'Was sich geändert hat',
    more: 'Gezeigt werden die ersten 500 Änderungen.',
    back: 'Zu diesem Stand zurück',
    backText:
      'Danach gilt das Lexikon wieder so wie in diesem Stand. Auch das ist ein neuer Stand und lässt sich zurücknehmen.',
    backReason: (version: number) => `Zurück zu Stand ${version}`,
    backDraft: 'Im Entwurf stehen noch Änderungen. Bitte erst veröffentlichen oder verwerfen.',
    unknown: 'Diesen Stand gibt es nicht mehr',
    unknownText: 'Klartext hebt die letzten 50 Stände auf und jeden mindestens 90 Tage.',
    conflict: 'Gerade hat jemand anders etwas veröffentlicht. Bitte noch einmal versuchen.',
  },
  file: {
    title: 'Als Datei',
    exportTitle: 'Herunterladen',
    exportText:
      'Alles, was im Haus festgelegt ist, in einer YAML-Datei: zum Sichern oder um es anderswo einzulesen.',
    export: 'Datei herunterladen',
    importTitle: 'Einlesen',
    importText:
      'Eine solche Datei, höchstens 256 KB und 5.000 Einträge. Was anders ist, kommt in den Entwurf; gültig wird es erst mit dem Veröffentlichen.',
    choose: 'Datei',
    paste: 'Oder den Text hier einfügen',
    import: 'In den Entwurf',
    nothing: 'Bitte eine Datei wählen oder Text einfügen.',
    tooMuch: 'Das ist zu groß. Höchstens 256 KB, am besten in mehreren Dateien.',
    fullDraft:
      'Im Entwurf haben höchstens 5.000 Änderungen Platz. Bitte erst veröffentlichen, was schon darin steht.',
    faults: (count: number) =>
      count === 1
        ? 'In der Datei stimmt eine Stelle nicht. Eingelesen ist noch nichts.'
        : `In der Datei stimmen ${count} Stellen nicht. Eingelesen ist noch nichts.`,
  },
  fault: {
    where: 'Wo',
    found: 'Gefunden',
    expected: 'Erwartet',
    remedy: 'Was hilft',
    line: (line: string, column: string) => `Zeile ${line}, Spalte ${column}`,
    inField: (field: string, line: number | null, character: number | null) =>
      [field, line !== null && `Zeile ${line}`, character !== null && `Zeichen ${character}`]
        .filter(Boolean)
        .join(', '),
    share: (share: string) => `Es passt auf ${share} der Beispielsätze.`,
    codes,
    shapes,
  },
}
