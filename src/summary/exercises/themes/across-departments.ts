import type { Exercise } from '../exercise.js'

/** Understanding what other departments do, and helping each other on. */
export const acrossDepartments: readonly Exercise[] = [
  {
    id: 'visit-next-door',
    labels: ['silo', 'blame'],
    minutes: 30,
    de: {
      title: 'Besuch nebenan',
      why: 'Über eine Arbeit, die man gesehen hat, redet man anders.',
      steps: [
        'Zwei Abteilungen verabreden eine halbe Stunde am Arbeitsplatz der einen.',
        'Die Gastgeber zeigen einen normalen Vorgang von Anfang bis Ende.',
        'Die Gäste fragen: Was hält die Arbeit auf, und was davon kommt von uns?',
        'In der Woche darauf geht der Besuch in die andere Richtung.',
      ],
      watch: 'Mitgehen sollen die, die täglich miteinander zu tun haben.',
    },
    en: {
      title: 'A visit next door',
      why: 'We talk differently about work that we have seen.',
      steps: [
        'Two departments arrange half an hour at the workplace of one of them.',
        'The hosts show an ordinary case from beginning to end.',
        'The guests ask: what holds you up, and which part of it comes from us?',
        'A week later the visit goes the other way.',
      ],
      watch: 'Those should come who deal with each other every day.',
    },
  },
  {
    id: 'swap-desks',
    labels: ['silo', 'condescension'],
    minutes: 30,
    de: {
      title: 'Platz tauschen',
      why: 'Eine halbe Stunde am anderen Platz erklärt mehr als zehn Nachrichten.',
      steps: [
        'Wer mag, verabredet sich mit jemandem aus einer anderen Abteilung.',
        'Eine halbe Stunde lang heißt es zuschauen und mithelfen. Beim nächsten Mal ist es umgekehrt.',
        'In der Besprechung erzählen beide eine Sache, die sie nicht wussten.',
      ],
      watch: 'Erzählt wird über die Arbeit, nicht über die Menschen, die sie tun.',
    },
    en: {
      title: 'Swapping desks',
      why: 'Half an hour in another place explains more than ten messages.',
      steps: [
        'Whoever likes arranges it with somebody from another department.',
        'For half an hour one of them watches and lends a hand. Next time it is the other way round.',
        'At the meeting both tell one thing that they had not known.',
      ],
      watch: 'They tell about the work, and not about the people who do it.',
    },
  },
  {
    id: 'the-way-onwards',
    labels: ['silo', 'customer-disrespect'],
    minutes: 10,
    de: {
      title: 'Der Weg weiter',
      why: 'Ein Name und eine Nummer ersparen die Suche.',
      steps: [
        'Die Runde sammelt die Fragen, die oft bei uns landen und woanders hingehören.',
        'Zu jeder kommt ein Name mit Nummer, und wie wir die Frage weitergeben.',
        'Die Liste liegt an jedem Platz und wird einmal im Monat geprüft.',
      ],
      watch: 'Am meisten hilft, wer selbst weitergibt und Bescheid sagt.',
    },
    en: {
      title: 'The way onwards',
      why: 'A name and a number save the other person the search.',
      steps: [
        'The group collects the questions that often reach us but belong elsewhere.',
        'Each gets a name with a number, and how we pass the question on.',
        'The list lies at every desk and is checked once a month.',
      ],
      watch: 'Passing it on ourselves and letting the person know helps most.',
    },
  },
  {
    id: 'a-rule-with-a-way-out',
    labels: ['silo', 'facade'],
    minutes: 15,
    de: {
      title: 'Eine Regel und was trotzdem geht',
      why: 'Eine Regel überzeugt, wenn ihr Grund bekannt ist und ein Weg offen bleibt.',
      steps: [
        'Die Runde wählt eine Vorschrift, auf die sie sich oft beruft.',
        'Sie schreibt in einem Satz auf, wozu es die Vorschrift gibt.',
        'Dann sammelt sie, was innerhalb der Vorschrift trotzdem möglich ist.',
        'Beides zusammen wird die neue Antwort.',
      ],
      watch: 'Kennt niemand den Grund, lohnt sich die Frage an die, die ihn kennen.',
    },
    en: {
      title: 'A rule, and what is possible all the same',
      why: 'A rule convinces when its reason is known and a way stays open.',
      steps: [
        'The group picks a rule that it often refers to.',
        'It writes down in one sentence what the rule is for.',
        'Then it collects what is possible within the rule all the same.',
        'Both together become the new answer.',
      ],
      watch: 'If nobody knows the reason, it is worth asking those who do.',
    },
  },
  {
    id: 'a-guest-at-the-table',
    labels: ['silo'],
    minutes: 15,
    de: {
      title: 'Ein Gast am Tisch',
      why: 'Eine Viertelstunde mit jemandem von nebenan räumt viele Vermutungen aus.',
      steps: [
        'Die Runde lädt jemanden aus einer anderen Abteilung zur Besprechung ein.',
        'Der Gast erzählt, wie seine Woche aussieht und was ihm die Arbeit leichter machen würde.',
        'Die Runde sagt bei einem Punkt gleich zu, wer ihn bis wann angeht.',
      ],
      watch: 'Der Gast ist zum Erzählen da. Verteidigen muss sich niemand.',
    },
    en: {
      title: 'A guest at the table',
      why: 'A quarter of an hour with somebody from next door clears up many guesses.',
      steps: [
        'The group invites somebody from another department to its meeting.',
        'The guest tells what their week looks like, and what would make the work easier.',
        'For one point the group says at once who will take it on, and by when.',
      ],
      watch: 'The guest is there to tell. Nobody has to defend anything.',
    },
  },
  {
    id: 'thanks-to-the-helpers',
    labels: ['impression', 'care', 'silo'],
    minutes: 10,
    de: {
      title: 'Wer hat mitgeholfen?',
      why: 'Fast kein Erfolg gehört einer Person allein.',
      steps: [
        'Die Runde nimmt sich eine Arbeit vor, die gerade gut zu Ende gegangen ist.',
        'Sie schreibt auf, wer von außen geholfen hat: andere Abteilungen, Lieferanten, der Empfang.',
        'Noch heute geht ein Dank hinaus, der sagt, wofür.',
      ],
      watch: 'Wer leise hilft, steht selten im Protokoll. Gerade nach diesen Leuten lohnt es sich zu suchen.',
    },
    en: {
      title: 'Who helped?',
      why: 'Hardly any success belongs to one person alone.',
      steps: [
        'The group takes a piece of work that has just ended well.',
        'It writes down who helped from outside: other departments, suppliers, the front desk.',
        'A thank-you that says what for goes out today.',
      ],
      watch: 'The quiet helpers are rarely in the minutes. They are worth looking for.',
    },
  },
]
