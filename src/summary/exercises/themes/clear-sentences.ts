import type { Exercise } from '../exercise.js'

/** Sentences that are clear at first reading. */
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
]
