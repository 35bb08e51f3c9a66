import type { AuditEvent } from '../../types.js'
import { englishLog, germanLog } from './council-log.js'

/** For the works council and the administration: neutral, as offices are addressed and not persons. */
const german = () => ({
  locale: 'de-DE',
  title: 'Einblick für den Betriebsrat',
  intro:
    'Hier steht, wie Klartext eingestellt ist, was sich geändert hat und wer es in welchem Amt getan hat. Über die Menschen, die mitmachen, steht hier nichts, auch nicht, wie viele es sind.',
  tabs: { label: 'Teile', overview: 'Einstellungen', audit: 'Protokoll' },
  roles: {
    admin: 'Verwaltung',
    'works-council': 'Betriebsrat',
    manager: 'Leitung',
    employee: 'Beschäftigte',
    system: 'Klartext selbst',
  } satisfies Record<AuditEvent['role'], string> as Record<AuditEvent['role'], string>,
  setting: 'Einstellung',
  held: {
    title: 'Klartext liest gerade bei niemandem mit',
    text: 'Die Einstellungen sind anders als vereinbart. Sobald sie wieder passen oder beide Seiten die neuen bestätigen, liest Klartext weiter. Verloren geht dabei nichts, was gespeichert ist.',
    /** Leads to what differs, and to who must agree. */
    link: 'Was anders ist, und wer zustimmen muss',
    agreed: 'vereinbart',
    now: 'jetzt',
    missing: 'nichts',
  },
  agreement: {
    title: 'Vereinbarte Einstellungen',
    text: 'Verwaltung und Betriebsrat können die Einstellungen gemeinsam festhalten. Ändert sie danach jemand allein, liest Klartext keine Nachrichten mehr, bis beide Seiten wieder einig sind.',
    none: 'Zurzeit ist nichts festgehalten.',
    inForce: (when: string) => `Festgehalten seit ${when}, von beiden Seiten bestätigt.`,
    fits: 'Die Einstellungen passen dazu.',
    hash: 'Prüfsumme',
    propose: 'Jetzige Einstellungen vorschlagen',
    proposeText:
      'Vorgeschlagen wird alles, was unten unter „So ist Klartext eingestellt“ steht. Gültig wird es erst, wenn die andere Seite bestätigt.',
    lift: 'Aufhebung vorschlagen',
    liftText: 'Auch dem Aufheben müssen beide Seiten zustimmen.',
    waiting: (who: string, when: string) => `Vorschlag: ${who}, ${when}`,
    waitingConfig: 'Diese Einstellungen sollen künftig festgehalten sein.',
    waitingLift: 'Künftig soll nichts mehr festgehalten sein.',
    waitingSame: 'Es sind die Einstellungen, mit denen Klartext jetzt läuft.',
    waitingOther: 'Sie unterscheiden sich von denen, mit denen Klartext jetzt läuft:',
    proposed: 'vorgeschlagen',
    other: { admin: 'Bestätigen muss der Betriebsrat.', 'works-council': 'Bestätigen muss die Verwaltung.' },
    confirm: 'Bestätigen',
    withdraw: 'Zurückziehen',
    decline: 'Ablehnen',
  },
  setup: {
    title: 'So ist Klartext eingestellt',
    text: 'Geheime Schlüssel und Namen von Menschen stehen nicht dabei.',
    technical: 'Namen und Werte für die Technik',
    always: 'Was sich nicht einstellen lässt',
    fixed: [
      ['Wer gelesen wird', 'Nur wer selbst zugestimmt hat, und nur die eigenen Nachrichten.'],
      [
        'Was nie gelesen wird',
        'Direktnachrichten, Zitate, Weitergeleitetes und Kanäle, die nach Betriebsrat, Personal, Gesundheit oder Beschwerden heißen.',
      ],
      ['Wer einen Hinweis sieht', 'Nur wer die Nachricht geschrieben hat.'],
      ['Kleinste Gruppe', 'Angaben gibt es nie für weniger als sieben Menschen.'],
    ] as readonly (readonly [string, string])[],
  },
  retention: {
    title: 'Wie lange etwas bleibt',
    rows: (nudgeDays: number): readonly (readonly [string, string])[] => [
      ['Text von Nachrichten', 'wird nie gespeichert'],
      ['Welche Regel wann zutraf, Antworten auf Hinweise', '35 Tage'],
      ['Hinweise im Chat', nudgeDays === 1 ? 'einen Tag' : `${nudgeDays} Tage`],
      ['Angaben zum Versand eines Hinweises', '24 Stunden nach dem Senden'],
      ['Wochenberichte, ohne Personen', '53 Wochen'],
      ['Dieses Protokoll', '90 Tage'],
      ['Stände des Lexikons', 'die letzten 50'],
      ['Anmeldungen bei diesen Seiten', 'höchstens acht Stunden'],
    ],
  },
  lexicon: {
    title: 'Lexikon',
    version: 'Stand, der gerade gilt',
    reserved: 'Prüfsumme der Begriffe, die kein Lexikon enthalten darf',
    none: 'Das Haus hat noch nichts geändert.',
    all: 'Alle Änderungen im Wortlaut',
    entry: (version: number) => `Stand ${version}`,
  },
  ...germanLog,
  said: {
    'council-proposed': 'Vorgeschlagen. Jetzt ist die andere Seite am Zug.',
    'council-confirmed': 'Bestätigt. Die Einstellungen sind jetzt festgehalten.',
    'council-lifted': 'Bestätigt. Es ist nichts mehr festgehalten.',
    'council-withdrawn': 'Der Vorschlag ist vom Tisch.',
    'council-gone': 'Diesen Vorschlag gibt es nicht mehr. Bitte noch einmal ansehen, was jetzt vorliegt.',
    'council-waiting': 'Es liegt schon ein Vorschlag vor. Bitte erst über ihn entscheiden.',
    'council-already': 'Genau das gilt schon. Es gibt nichts vorzuschlagen.',
  } as Record<string, string>,
})

/** The words of the works council's page, the same in each language. */
export type CouncilWords = ReturnType<typeof german>

const english: CouncilWords = {
  locale: 'en-GB',
  title: 'Insight for the works council',
  intro:
    'This page shows how Klartext is set up, what has changed, and who did it in which office. About the people who take part it shows nothing, not even how many they are.',
  tabs: { label: 'Parts', overview: 'Settings', audit: 'Log' },
  roles: {
    admin: 'Administration',
    'works-council': 'Works council',
    manager: 'Management',
    employee: 'Employee',
    system: 'Klartext itself',
  },
  setting: 'Setting',
  held: {
    title: 'Klartext is reading nobody’s messages at the moment',
    text: 'The settings are not the agreed ones. As soon as they match again, or both sides confirm the new ones, Klartext goes on reading. Nothing that is kept gets lost.',
    link: 'What differs, and who has to agree',
    agreed: 'agreed',
    now: 'now',
    missing: 'nothing',
  },
  agreement: {
    title: 'Agreed settings',
    text: 'The administration and the works council can hold the settings fast together. If somebody then changes them alone, Klartext reads no messages until both sides agree again.',
    none: 'Nothing is held fast at the moment.',
    inForce: (when) => `Held fast since ${when}, confirmed by both sides.`,
    fits: 'The settings match.',
    hash: 'Checksum',
    propose: 'Propose the settings of now',
    proposeText:
      'Everything below “How Klartext is set up” is proposed. It holds once the other side confirms it.',
    lift: 'Propose to lift it',
    liftText: 'Both sides have to agree to that as well.',
    waiting: (who, when) => `Proposal: ${who}, ${when}`,
    waitingConfig: 'These settings are to be held fast from now on.',
    waitingLift: 'Nothing is to be held fast from now on.',
    waitingSame: 'They are the settings that Klartext is running with now.',
    waitingOther: 'They are not the settings that Klartext is running with now:',
    proposed: 'proposed',
    other: {
      admin: 'The works council has to confirm it.',
      'works-council': 'The administration has to confirm it.',
    },
    confirm: 'Confirm',
    withdraw: 'Withdraw',
    decline: 'Decline',
  },
  setup: {
    title: 'How Klartext is set up',
    text: 'Secret keys and names of people are not among it.',
    technical: 'Names and values for technicians',
    always: 'What cannot be set',
    fixed: [
      ['Who is read', 'Only people who agreed to it, and only their own messages.'],
      [
        'What is never read',
        'Direct messages, quotations, forwarded messages, and channels whose names speak of works council, personnel, health or complaints.',
      ],
      ['Who sees a hint', 'Only whoever wrote the message.'],
      ['Smallest group', 'There are never figures for fewer than seven people.'],
    ],
  },
  retention: {
    title: 'How long things stay',
    rows: (nudgeDays) => [
      ['Text of messages', 'is never kept'],
      ['Which rule applied when, answers to hints', '35 days'],
      ['Hints in the chat', nudgeDays === 1 ? 'one day' : `${nudgeDays} days`],
      ['What it takes to send a hint', '24 hours after it was sent'],
      ['Weekly reports, without people', '53 weeks'],
      ['This log', '90 days'],
      ['Versions of the lexicon', 'the last 50'],
      ['Sign-ins to these pages', 'eight hours at most'],
    ],
  },
  lexicon: {
    title: 'Lexicon',
    version: 'Version in force',
    reserved: 'Checksum of the terms that no lexicon may hold',
    none: 'The organisation has changed nothing yet.',
    all: 'All changes in full',
    entry: (version) => `Version ${version}`,
  },
  ...englishLog,
  said: {
    'council-proposed': 'Proposed. It is now for the other side to decide.',
    'council-confirmed': 'Confirmed. The settings are held fast now.',
    'council-lifted': 'Confirmed. Nothing is held fast any more.',
    'council-withdrawn': 'The proposal is off the table.',
    'council-gone': 'There is no such proposal any more. Please look again at what there is now.',
    'council-waiting': 'There is a proposal already. Please decide on it first.',
    'council-already': 'Exactly that is in force. There is nothing to propose.',
  },
}

/** The words of the works council's page, by language. */
export const councilWords = { de: german, en: (): CouncilWords => english }
