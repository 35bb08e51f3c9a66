import type { Exercise } from '../exercise.js'

/** Sentences that are clear at first reading, with somebody behind them, and about the matter. */
export const clearSentences: readonly Exercise[] = [
  {
    id: 'one-becomes-two',
    labels: ['convoluted'],
    minutes: 10,
    de: {
      title: 'Aus eins mach zwei',
      why: 'Zwei kurze Sätze sind schneller gelesen als ein langer.',
      steps: [
        'Die Leitung bringt einen langen Satz aus einem eigenen Text mit.',
        'Alle schreiben ihn in zwei oder drei Sätzen neu. Die Hauptsache steht vorn.',
        'Zwei Fassungen werden vorgelesen. Die Runde behält die, nach der niemand fragen muss.',
      ],
      watch: 'Am Telefon würde man den langen Satz nie so sagen. Das ist die beste Probe.',
    },
    en: {
      title: 'One becomes two',
      why: 'Two short sentences take less time to read than one long one.',
      steps: [
        'Whoever leads brings a long sentence from a text of their own.',
        'Everybody rewrites it in two or three sentences, the main point first.',
        'Two versions are read out. The group keeps the one that leaves no question.',
      ],
      watch: 'Nobody would say the long sentence on the phone. That is the best test.',
    },
  },
  {
    id: 'main-point-first',
    labels: ['convoluted', 'justification'],
    minutes: 10,
    de: {
      title: 'Die Hauptsache zuerst',
      why: 'Wer nur den ersten Satz liest, soll wissen, was zu tun ist.',
      steps: [
        'Die Runde nimmt sich eine Vorlage vor, die oft verschickt wird.',
        'Alle unterstreichen den Satz, auf den es ankommt.',
        'Dieser Satz kommt nach oben. Was dann noch fehlt, folgt in zwei Sätzen.',
      ],
      watch: 'Unterstreichen alle etwas anderes, ist die Vorlage noch nicht fertig.',
    },
    en: {
      title: 'The main point first',
      why: 'Reading only the first sentence should be enough to know what to do.',
      steps: [
        'The group takes a template that goes out often.',
        'Everybody underlines the one sentence that matters.',
        'That sentence moves to the top. What is still missing follows in two sentences.',
      ],
      watch: 'If everybody underlines something else, the template is not ready yet.',
    },
  },
  {
    id: 'told-on-the-phone',
    labels: ['convoluted', 'foreign-words'],
    minutes: 10,
    de: {
      title: 'Am Telefon erzählt',
      why: 'Beim Sprechen machen wir von selbst kürzere Sätze.',
      steps: [
        'Zwei sitzen Rücken an Rücken. Vor einem von beiden liegt ein Text der Abteilung.',
        'Die eine Seite erzählt ihn wie am Telefon, die andere schreibt mit.',
        'Die Mitschrift liegt neben dem Text. Die Runde nimmt das Bessere von beiden.',
      ],
      watch: 'Was in der Mitschrift fehlt, hat im Text vielleicht niemand gebraucht.',
    },
    en: {
      title: 'Told on the phone',
      why: 'When we speak, our sentences get shorter by themselves.',
      steps: [
        'Two people sit back to back. One has a text of the department in hand.',
        'That person tells it as if on the phone, and the other takes notes.',
        'The notes are laid beside the text. The group takes the better of both.',
      ],
      watch: 'What is missing from the notes was perhaps never needed in the text.',
    },
  },
  {
    id: 'read-it-aloud',
    labels: ['convoluted', 'jargon', 'foreign-words', 'anglicism'],
    minutes: 10,
    de: {
      title: 'Einmal laut gelesen',
      why: 'Das Ohr merkt, wo es hakt, bevor der Kopf es weiß.',
      steps: [
        'Ein Text, der diese Woche hinausgehen soll, wird laut vorgelesen.',
        'Wo die Zunge stolpert, setzt die Runde einen Strich an den Rand.',
        'Jede Stelle mit Strich wird einmal neu gesagt und so aufgeschrieben.',
      ],
      watch: 'Der Strich gilt dem Satz. Wer ihn geschrieben hat, spielt keine Rolle.',
    },
    en: {
      title: 'Read aloud once',
      why: 'The ear notices a snag before the head does.',
      steps: [
        'A text that is to go out this week is read aloud.',
        'Wherever the reader stumbles, the group puts a mark in the margin.',
        'Each marked passage is said again in other words and written down like that.',
      ],
      watch: 'The mark is about the sentence and not about its writer.',
    },
  },
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
    id: 'one-line-of-result',
    labels: ['impression', 'convoluted'],
    minutes: 5,
    de: {
      title: 'Ein Satz Ergebnis',
      why: 'Ein klarer erster Satz lässt mehr Zeit für das, was offen ist.',
      steps: [
        'Jeder Punkt beginnt mit einem Satz: Was ist fertig, was fehlt?',
        'Danach dürfen alle fragen.',
        'Erzählt wird nur, wonach jemand fragt.',
      ],
      watch: 'Auch „noch nichts fertig“ ist ein vollständiger Satz.',
    },
    en: {
      title: 'One line of result',
      why: 'A clear first sentence leaves more time for what is still open.',
      steps: [
        'Each point begins with one sentence: what is done, and what is missing?',
        'Then everybody may ask.',
        'Only what somebody asks about is told at length.',
      ],
      watch: '“Nothing is done yet” is a complete sentence, too.',
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
