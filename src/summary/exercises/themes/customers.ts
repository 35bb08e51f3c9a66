import type { Exercise } from '../exercise.js'

/** Customers as people. */
export const customers: readonly Exercise[] = [
  {
    id: 'a-complaint-read-aloud',
    labels: ['customer-disrespect', 'care'],
    minutes: 15,
    de: {
      title: 'Eine Beschwerde, laut gelesen',
      why: 'Wer sich beschwert, gibt uns die Gelegenheit, etwas besser zu machen.',
      steps: [
        'Eine Beschwerde wird ganz vorgelesen, ohne den Namen.',
        'Die Runde sagt zuerst, wofür sie dankbar ist: Was erfahren wir daraus?',
        'Dann schreibt sie gemeinsam eine Antwort, die mit diesem Dank beginnt.',
      ],
      watch: 'Wer den Fall bearbeitet hat, bleibt außen vor. Es geht um den nächsten.',
    },
    en: {
      title: 'A complaint, read aloud',
      why: 'People who complain give us the chance to do better.',
      steps: [
        'A complaint is read out in full, without the customer’s name.',
        'The group first says what it is grateful for: what do we learn from it?',
        'Then it writes an answer together that begins with this thank-you.',
      ],
      watch: 'Who handled the case stays out of it. It is about the next one.',
    },
  },
  {
    id: 'the-customers-way',
    labels: ['customer-disrespect'],
    minutes: 20,
    de: {
      title: 'Der Weg der Kundschaft',
      why: 'Was bei uns ein Vorgang ist, ist für den Menschen am anderen Ende ein ganzer Tag.',
      steps: [
        'Die Runde geht eine Anfrage einmal so durch, wie die Kundschaft sie erlebt.',
        'An jedem Schritt steht, was sie in diesem Moment weiß und was sie sich fragt.',
        'Die längste Stille wird gefüllt: Wer meldet sich dort, und womit?',
      ],
      watch: 'Warten ohne Nachricht ist schlimmer als warten mit Nachricht.',
    },
    en: {
      title: 'The customer’s way',
      why: 'What is a case for us is a day in the life of the customer.',
      steps: [
        'The group goes through one request as a customer lives through it.',
        'For each step it notes what they know at that moment, and what they wonder.',
        'The longest silence is filled: who gets in touch there, and with what?',
      ],
      watch: 'Waiting without news is worse than waiting with news.',
    },
  },
  {
    id: 'a-person-with-a-need',
    labels: ['customer-disrespect', 'silo'],
    minutes: 10,
    de: {
      title: 'Ein Mensch mit einem Anliegen',
      why: 'Wie wir über jemanden schreiben, so gehen wir mit ihm um.',
      steps: [
        'Die Runde erfindet drei knappe Einträge, wie sie in einer Liste stehen könnten.',
        'Alle schreiben sie neu: Was braucht der Mensch, und was tun wir als Nächstes?',
        'Aus den besten Fassungen wird ein Muster für die eigenen Listen.',
      ],
      watch: 'Die Probe: Könnte der Mensch den Eintrag lesen, ohne sich zu ärgern?',
    },
    en: {
      title: 'A person with a need',
      why: 'The way we write about people is the way we treat them.',
      steps: [
        'The group invents three terse entries such as might stand in a list.',
        'Everybody rewrites them: what does the person need, and what do we do next?',
        'The best versions become a model for its own lists.',
      ],
      watch: 'The test: could the customer read the entry without being annoyed?',
    },
  },
  {
    id: 'bad-news-early',
    labels: ['customer-disrespect', 'ownership'],
    minutes: 15,
    de: {
      title: 'Unbequemes früh sagen',
      why: 'Die Kundschaft verzeiht eine späte Lieferung eher als eine späte Nachricht.',
      steps: [
        'Die Runde erfindet eine Lage: Die Lieferung kommt eine Woche später.',
        'Zu zweit wird das Gespräch geübt. Der erste Satz sagt, was ist.',
        'Der zweite sagt, was wir tun und wann wir uns wieder melden.',
        'Danach wird getauscht.',
      ],
      watch: 'Die Nachricht kommt zuerst, das Bedauern danach. Umgekehrt wirkt es wie Anlauf.',
    },
    en: {
      title: 'Bad news, early',
      why: 'Customers forgive a late delivery more easily than late news of it.',
      steps: [
        'The group invents a case: the delivery will be a week late.',
        'In pairs people practise the call. The first sentence says what is.',
        'The second says what we do, and when we will be in touch again.',
        'Then they swap.',
      ],
      watch: 'The news comes first, the regret after it. The other way round it sounds like a run-up.',
    },
  },
  {
    id: 'words-for-customers',
    labels: ['customer-disrespect', 'condescension'],
    minutes: 10,
    de: {
      title: 'Wenn die Kundschaft mitliest',
      why: 'Ein Wort, das man vor der Kundschaft nicht sagen würde, hilft auch ohne sie nicht.',
      steps: [
        'Die Runde sammelt, wie im Haus über Kundschaft gesprochen wird, gute Wörter zuerst.',
        'Bei jedem Wort die Frage: Könnte die Kundschaft das hören?',
        'Die drei besten Wörter werden übernommen.',
      ],
      watch: 'Gesammelt wird, was im Haus üblich ist. Wer etwas gesagt hat, bleibt offen.',
    },
    en: {
      title: 'If the customer were reading',
      why: 'A word we would not say to a customer does not help behind their back either.',
      steps: [
        'The group collects how the house speaks about customers, good words first.',
        'For each word it asks: could the customer hear this?',
        'The three best words are adopted.',
      ],
      watch: 'Collect what is usual in the house. Who said something stays open.',
    },
  },
]
