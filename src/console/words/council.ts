import type { AuditEvent } from '../../types.js'
import { englishLog, germanLog } from './council-log.js'

/** For the works council and the administration: neutral, as offices are addressed and not persons. */
const german = () => ({
  locale: 'de-DE',
  title: 'Einblick für den Betriebsrat',
  intro:
    'Hier steht, wie Klartext eingestellt ist, was sich geändert hat und in welcher Rolle es jemand getan hat. Über die Menschen, die mitmachen, steht hier nichts, auch nicht, wie viele es sind.',
  tabs: { label: 'Ansicht', overview: 'Einstellungen', audit: 'Protokoll' },
  roles: {
    admin: 'Admin',
    'works-council': 'Betriebsrat',
    manager: 'Führungskraft',
    employee: 'Beschäftigte',
    system: 'Klartext selbst',
  } satisfies Record<AuditEvent['role'], string> as Record<AuditEvent['role'], string>,
  setting: 'Einstellung',
  held: {
    title: 'Klartext liest gerade bei niemandem mit',
    text: 'Die Einstellungen sind anders als vereinbart. Sobald sie wieder passen oder beide Seiten die neuen bestätigen, liest Klartext weiter. Was schon gespeichert ist, bleibt so lange wie sonst auch.',
    /** Leads to what differs, and to who must agree. */
    link: 'Was anders ist, und wer zustimmen muss',
    agreed: 'vereinbart',
    now: 'jetzt',
    missing: 'nichts',
  },
  agreement: {
    title: 'Vereinbarte Einstellungen',
    text: 'Admins und Betriebsrat können die Einstellungen gemeinsam festschreiben. Ändert sie danach jemand allein, liest Klartext keine Nachrichten mehr, bis beide Seiten wieder einig sind.',
    none: 'Zurzeit ist nichts festgeschrieben.',
    inForce: (when: string) => `Festgeschrieben seit ${when}, von beiden Seiten bestätigt.`,
    fits: 'Die Einstellungen passen dazu.',
    hash: 'Prüfsumme',
    propose: 'Jetzige Einstellungen vorschlagen',
    proposeText:
      'Vorgeschlagen wird alles, was unten bei „So ist Klartext eingestellt“ steht. Es gilt erst, wenn die andere Seite bestätigt.',
    lift: 'Aufhebung vorschlagen',
    liftText: 'Auch der Aufhebung müssen beide Seiten zustimmen.',
    waiting: (who: string, when: string) => `Vorschlag: ${who}, ${when}`,
    waitingConfig: 'Diese Einstellungen sollen künftig festgeschrieben sein.',
    waitingLift: 'Künftig soll nichts mehr festgeschrieben sein.',
    waitingSame: 'Es sind die Einstellungen, mit denen Klartext jetzt läuft.',
    waitingOther: 'Sie unterscheiden sich von denen, mit denen Klartext jetzt läuft:',
    proposed: 'vorgeschlagen',
    other: {
      admin: 'Jetzt muss jemand vom Betriebsrat bestätigen.',
      'works-council': 'Jetzt muss jemand von den Admins bestätigen.',
    },
    confirm: 'Bestätigen',
    withdraw: 'Zurückziehen',
    decline: 'Ablehnen',
  },
  setup: {
    title: 'So ist Klartext eingestellt',
    text: 'Ohne geheime Schlüssel und ohne Namen.',
    technical: 'Namen und Werte für die Technik',
    always: 'Was sich nicht einstellen lässt',
    fixed: [
      ['Wer gelesen wird', 'Nur wer selbst zugestimmt hat, und nur die eigenen Nachrichten.'],
      [
        'Was nie gelesen wird',
        'Direktnachrichten, Zitate, Weitergeleitetes und Kanäle, deren Name nach Betriebsrat, Gewerkschaft, Personal, Gesundheit oder Beschwerden klingt.',
      ],
      ['Wer einen Hinweis sieht', 'Nur wer die Nachricht geschrieben hat.'],
      ['Kleinste Gruppe', 'Angaben gibt es nie für weniger als sieben Menschen.'],
    ] as readonly (readonly [string, string])[],
  },
  retention: {
    title: 'Wie lange etwas bleibt',
    rows: (nudgeDays: number): readonly (readonly [string, string])[] => [
      ['Text von Nachrichten', 'wird nie gespeichert'],
      ['Einstellungen einer Person', 'bis sie alles löscht'],
      ['Welche Regel wann zutraf, wie viele Nachrichten je Woche, Antworten auf Hinweise', '35 Tage'],
      ['Hinweise im Chat', nudgeDays === 1 ? 'einen Tag' : `${nudgeDays} Tage`],
      ['Angaben zum Versand eines Hinweises', '24 Stunden nach dem Senden'],
      ['Kennungen schon gelesener Nachrichten', '7 Tage'],
      ['Merkzeichen, dass eine Nachricht schon einen Hinweis bekam, ohne Person und Zeit', 'auf Dauer'],
      ['Wochenberichte, ohne Personen', '53 Wochen'],
      ['Protokoll', '90 Tage'],
      ['Stände des Lexikons', 'die letzten 50, jeder mindestens 90 Tage'],
      ['Entwürfe am Lexikon', 'ohne Änderung 90 Tage'],
      ['Vereinbarungen, mit Kürzeln', 'auf Dauer'],
      ['Anmeldungen bei diesen Seiten', 'gelten höchstens acht Stunden, sind nach rund einem Tag gelöscht'],
    ],
  },
  lexicon: {
    title: 'Lexikon',
    version: 'Stand, der gerade gilt',
    reserved: 'Prüfsumme der Begriffe, die kein Lexikon enthalten darf',
    none: 'Am Lexikon wurde noch nichts geändert.',
    all: 'Alle Änderungen im Wortlaut',
    entry: (version: number) => `Stand ${version}`,
  },
  ...germanLog,
  said: {
    'council-proposed': 'Vorgeschlagen. Jetzt ist die andere Seite am Zug.',
    'council-confirmed': 'Bestätigt. Die Einstellungen sind jetzt festgeschrieben.',
    'council-lifted': 'Bestätigt. Es ist nichts mehr festgeschrieben.',
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
  title: 'Oversight for the works council',
  intro:
    'This page shows how Klartext is set up, what has changed, and in which role somebody did it. It shows nothing about the people who take part, not even how many they are.',
  tabs: { label: 'View', overview: 'Settings', audit: 'Log' },
  roles: {
    admin: 'Admin',
    'works-council': 'Works council',
    manager: 'Manager',
    employee: 'Employee',
    system: 'Klartext itself',
  },
  setting: 'Setting',
  held: {
    title: 'Klartext is reading nobody’s messages at the moment',
    text: 'The settings are not the agreed ones. As soon as they match again, or both sides confirm the new ones, Klartext goes on reading. What was kept before stays for as long as it always does.',
    link: 'What differs, and who has to agree',
    agreed: 'agreed',
    now: 'now',
    missing: 'nothing',
  },
  agreement: {
    title: 'Agreed settings',
    text: 'Admins and works council can lock the settings together. If somebody then changes them alone, Klartext reads no messages until both sides agree again.',
    none: 'Nothing is locked at the moment.',
    inForce: (when) => `Locked since ${when}, confirmed by both sides.`,
    fits: 'The settings match.',
    hash: 'Checksum',
    propose: 'Propose the current settings',
    proposeText:
      'This proposes everything under “How Klartext is set up” below. It takes effect once the other side confirms it.',
    lift: 'Propose to lift the lock',
    liftText: 'Both sides have to agree to that as well.',
    waiting: (who, when) => `Proposal: ${who}, ${when}`,
    waitingConfig: 'These settings are to be locked from now on.',
    waitingLift: 'Nothing is to be locked any more.',
    waitingSame: 'They are the settings that Klartext is running with now.',
    waitingOther: 'They are not the settings that Klartext is running with now:',
    proposed: 'proposed',
    other: {
      admin: 'Now somebody from the works council has to confirm.',
      'works-council': 'Now one of the admins has to confirm.',
    },
    confirm: 'Confirm',
    withdraw: 'Withdraw',
    decline: 'Decline',
  },
  setup: {
    title: 'How Klartext is set up',
    text: 'Without secret keys, and without names.',
    technical: 'Names and values for technicians',
    always: 'What cannot be set',
    fixed: [
      ['Who is read', 'Only people who agreed to it, and only their own messages.'],
      [
        'What is never read',
        'Direct messages, quotations, forwarded messages, and channels whose names suggest works council, union, personnel, health or complaints.',
      ],
      ['Who sees a hint', 'Only whoever wrote the message.'],
      ['Smallest group', 'There are never figures for fewer than seven people.'],
    ],
  },
  retention: {
    title: 'How long things stay',
    rows: (nudgeDays) => [
      ['Text of messages', 'is never kept'],
      ['Settings of a person', 'until they delete everything'],
      ['Which rule applied when, how many messages a week, answers to hints', '35 days'],
      ['Hints in the chat', nudgeDays === 1 ? 'one day' : `${nudgeDays} days`],
      ['What it takes to send a hint', '24 hours after it was sent'],
      ['Ids of messages that were read', '7 days'],
      ['Mark that a message has had its hint, without person or time', 'for good'],
      ['Weekly summaries, without people', '53 weeks'],
      ['Log', '90 days'],
      ['Versions of the lexicon', 'the last 50, each for at least 90 days'],
      ['Drafts for the lexicon', '90 days without a change'],
      ['Agreements, with codes', 'for good'],
      ['Sign-ins to these pages', 'last eight hours at most, and are deleted after about a day'],
    ],
  },
  lexicon: {
    title: 'Lexicon',
    version: 'Version in force',
    reserved: 'Checksum of the terms that no lexicon may hold',
    none: 'Nothing in the lexicon has been changed yet.',
    all: 'All changes in full',
    entry: (version) => `Version ${version}`,
  },
  ...englishLog,
  said: {
    'council-proposed': 'Proposed. Now it is up to the other side.',
    'council-confirmed': 'Confirmed. The settings are locked now.',
    'council-lifted': 'Confirmed. Nothing is locked any more.',
    'council-withdrawn': 'The proposal is off the table.',
    'council-gone': 'That proposal is gone. Please look again at what there is now.',
    'council-waiting': 'There is a proposal already. Please decide on it first.',
    'council-already': 'That is already in force. There is nothing to propose.',
  },
}

/** The words of the works council's page, by language. */
export const councilWords = { de: german, en: (): CouncilWords => english }
