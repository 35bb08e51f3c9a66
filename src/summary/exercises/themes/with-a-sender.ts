import type { Exercise } from '../exercise.js'

/** Texts with a person behind them, and about the matter. */
export const withASender: readonly Exercise[] = [
  {
    id: 'who-stands-behind-it',
    labels: ['facade'],
    minutes: 10,
    de: {
      title: 'Wer steht dahinter?',
      why: 'Wo ein Mensch dahintersteht, wissen alle, wen sie fragen können.',
      steps: [
        'Die Runde sammelt Sätze aus eigenen Aushängen, in denen niemand vorkommt: „Es wird gebeten, …“',
        'Jeder Satz bekommt ein „ich“ oder „wir“ und einen Grund.',
        'Ein Aushang wird gleich ausgetauscht.',
      ],
      watch: 'Passt kein „wir“, ist vielleicht noch nicht entschieden, wer zuständig ist.',
    },
    en: {
      title: 'Who stands behind it?',
      why: 'When a person stands behind a text, everybody knows whom to ask.',
      steps: [
        'The group collects sentences without a person from its own notices: “It is requested that …”',
        'Each gets an “I” or a “we”, and a reason.',
        'One notice is replaced at once.',
      ],
      watch: 'If no “we” fits, it may not have been settled yet who looks after it.',
    },
  },
  {
    id: 'our-greeting',
    labels: ['facade', 'customer-disrespect'],
    minutes: 10,
    de: {
      title: 'Unsere Begrüßung',
      why: 'Eine Begrüßung soll nach uns klingen und niemanden aufhalten.',
      steps: [
        'Die Ansage am Telefon oder die automatische Antwort wird laut vorgelesen.',
        'Alle streichen, was sie einem Gast an der Tür nie sagen würden.',
        'Was bleibt, wird einmal gesprochen und bei Gefallen übernommen.',
      ],
      watch: 'Freundlich und kurz geht zusammen.',
    },
    en: {
      title: 'Our greeting',
      why: 'A greeting should sound like us and hold nobody up.',
      steps: [
        'The greeting on the phone or the automatic reply is read aloud.',
        'Everybody strikes out whatever nobody says to a guest at the door.',
        'What is left is spoken once, and adopted if people like it.',
      ],
      watch: 'Friendly and short go well together.',
    },
  },
  {
    id: 'a-name-for-questions',
    labels: ['facade', 'silo'],
    minutes: 5,
    de: {
      title: 'Ein Name für Fragen',
      why: 'Ein Name unter dem Text spart allen die Suche.',
      steps: [
        'Die Runde geht die Texte durch, die in dieser Woche hinausgehen.',
        'Unter jeden kommt, wer Fragen beantwortet und wie man ihn erreicht.',
        'Wer genannt wird, hat vorher zugestimmt.',
      ],
      watch: 'Genannt wird, wer wirklich Auskunft geben kann. Ein Sammelpostfach reicht nicht.',
    },
    en: {
      title: 'A name for questions',
      why: 'A name below the text saves everybody the search.',
      steps: [
        'The group goes through the texts that leave the house this week.',
        'Each one says who answers questions and how to reach them.',
        'Whoever is named has agreed to it beforehand.',
      ],
      watch: 'Name somebody who can really answer. A shared mailbox is not enough.',
    },
  },
  {
    id: 'who-decides-by-when',
    labels: ['facade', 'jargon'],
    minutes: 5,
    de: {
      title: 'Wer entscheidet bis wann?',
      why: 'Ein Punkt ist erst zu Ende, wenn alle wissen, wie es weitergeht.',
      steps: [
        'Am Ende jedes Punktes fragt jemand: „Wer entscheidet bis wann?“',
        'Die Antwort steht in einer Zeile im Protokoll.',
        'Fehlt die Antwort, wird eingetragen, wer sie bis wann besorgt.',
      ],
      watch: '„Wir“ ist als Antwort zu groß. Es braucht eine Person, die einverstanden ist.',
    },
    en: {
      title: 'Who decides, and by when?',
      why: 'A point is closed only when everybody knows what comes next.',
      steps: [
        'At the end of each point somebody asks: “Who decides, and by when?”',
        'The answer goes into the minutes as one line.',
        'If there is none, the line says who will find out by when.',
      ],
      watch: '“We” is too large an answer. It takes one person who agrees to it.',
    },
  },
  {
    id: 'just-the-matter',
    labels: ['impression'],
    minutes: 10,
    de: {
      title: 'Nur die Sache',
      why: 'Was für sich spricht, braucht keinen Rahmen.',
      steps: [
        'Die Leitung legt eine eigene Nachricht oder einen eigenen Bericht auf den Tisch.',
        'Die Runde fragt bei jedem Satz: Braucht das jemand, der danach handeln soll?',
        'Was niemand braucht, wird gestrichen. Der Rest wird noch einmal gelesen.',
      ],
      watch: 'Auf den Tisch kommt nur der Text der Leitung, niemals der von anderen.',
    },
    en: {
      title: 'Just the matter',
      why: 'What speaks for itself needs no frame.',
      steps: [
        'Whoever leads puts a message or report of their own on the table.',
        'For each sentence the group asks: does anybody need this in order to act?',
        'What nobody needs is struck out. The rest is read once more.',
      ],
      watch: 'Only the text of whoever leads is on the table, never anybody else’s.',
    },
  },
  {
    id: 'ask-before-telling',
    labels: ['impression', 'condescension'],
    minutes: 10,
    de: {
      title: 'Erst fragen, dann erzählen',
      why: 'Eine Frage zeigt mehr Interesse als die eigene Geschichte.',
      steps: [
        'Die Runde nimmt sich ein Thema vor, zu dem viele etwas zu sagen haben.',
        'Wer etwas beitragen möchte, stellt zuerst eine Frage zu dem, was gerade gesagt wurde.',
        'Am Ende sammelt die Runde, was sie durch die Fragen erfahren hat.',
      ],
      watch: 'Gute Fragen beginnen mit „wie“, „was“ oder „wann“.',
    },
    en: {
      title: 'Ask before telling',
      why: 'A question shows more interest than a story of one’s own.',
      steps: [
        'The group takes a subject on which many have something to say.',
        'Whoever wants to add something first asks the previous speaker a question.',
        'At the end the group collects what it learnt from the questions.',
      ],
      watch: 'Good questions begin with “how”, “what” or “when”.',
    },
  },
]
