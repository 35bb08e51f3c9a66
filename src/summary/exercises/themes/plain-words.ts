import type { Exercise } from '../exercise.js'

/** Words that everybody knows. */
export const plainWords: readonly Exercise[] = [
  {
    id: 'glossary-round',
    labels: ['jargon', 'anglicism', 'foreign-words'],
    minutes: 10,
    de: {
      title: 'Zehn Minuten Wörterbuch',
      why: 'Wer ein Wort nicht kennt, fragt in großer Runde selten nach.',
      steps: [
        'Alle schreiben ein Wort aus der letzten Woche auf einen Zettel, das nicht alle kennen.',
        'Die Zettel kommen gemischt an die Wand, ohne Namen.',
        'Zu jedem Wort entsteht gemeinsam ein Satz, den auch jemand Neues versteht.',
        'Die Liste hängt danach dort, wo alle sie sehen.',
      ],
      watch: 'Es geht um die Wörter. Wer sie benutzt, spielt keine Rolle.',
    },
    en: {
      title: 'A ten-minute dictionary',
      why: 'People rarely ask about an unknown word when many are listening.',
      steps: [
        'Everybody writes down one word from last week that not all will know.',
        'The slips go on the wall in mixed order, without names.',
        'For each word the group finds one sentence that a newcomer would follow.',
        'The list then hangs where everybody can see it.',
      ],
      watch: 'This is about the words. Who uses them does not matter.',
    },
  },
  {
    id: 'slide-for-a-newcomer',
    labels: ['jargon', 'convoluted'],
    minutes: 15,
    de: {
      title: 'Eine Folie für den ersten Arbeitstag',
      why: 'Was jemand am ersten Tag versteht, verstehen auch alle, die schon länger da sind.',
      steps: [
        'Die Leitung bringt eine eigene Folie oder einen eigenen Aushang mit.',
        'Zu zweit wird daraus, was man jemandem am ersten Tag dazu sagen würde.',
        'Die Fassungen werden vorgelesen. Die klarste ersetzt das Original.',
      ],
      watch: 'Der Text soll kürzer werden. Wird er länger, fehlt noch die Hauptsache.',
    },
    en: {
      title: 'A slide for the first day',
      why: 'What somebody understands on day one, everybody else understands, too.',
      steps: [
        'Whoever leads brings a slide or notice of their own.',
        'In pairs, people put it as if they were telling a new colleague.',
        'The versions are read out. The clearest one replaces the original.',
      ],
      watch: 'The text should get shorter. If it grows, the main point is still missing.',
    },
  },
  {
    id: 'three-words-to-swap',
    labels: ['anglicism'],
    minutes: 10,
    de: {
      title: 'Drei Wörter tauschen',
      why: 'An drei neue Wörter gewöhnt man sich in einer Woche, an dreißig nicht.',
      steps: [
        'Die Runde sucht drei englische Wörter aus, die bei ihr täglich vorkommen.',
        'Für jedes finden sich zwei oder drei deutsche. Das beste gewinnt.',
        'Eine Woche lang probieren alle die drei neuen Wörter aus.',
        'Danach wird entschieden, welche bleiben.',
      ],
      watch: 'Wer das alte Wort sagt, hat nichts falsch gemacht. Es ist ein Versuch.',
    },
    en: {
      title: 'Three words to swap',
      why: 'A group can get used to three new words in a week, but not to thirty.',
      steps: [
        'The group picks three English words that turn up in its German messages every day.',
        'For each it looks for two or three German ones. The best one wins.',
        'For a week everybody tries the three new words.',
        'Then the group decides which of them stay.',
      ],
      watch: 'Nobody is wrong who says the old word. It is a trial.',
    },
  },
  {
    id: 'keep-or-replace',
    labels: ['anglicism'],
    minutes: 10,
    de: {
      title: 'Behalten oder ersetzen?',
      why: 'Manche englischen Wörter sind Werkzeug, andere nur Gewohnheit.',
      steps: [
        'Zehn englische Wörter aus dem eigenen Alltag kommen auf eine Liste.',
        'Die Runde entscheidet bei jedem: behalten oder ersetzen.',
        'Was bleibt, bekommt einen Satz zur Erklärung. Was geht, bekommt ein deutsches Wort.',
      ],
      watch: 'Fachwörter dürfen bleiben. Entscheidend ist, ob alle im Haus sie kennen.',
    },
    en: {
      title: 'Keep or replace?',
      why: 'Some English words are tools of the trade, others are only habit.',
      steps: [
        'Ten English words from everyday German messages go on a list.',
        'The group decides for each: keep or replace.',
        'What stays gets a sentence of explanation. What goes gets a German word.',
      ],
      watch: 'Technical terms may stay. The question is whether everybody in the house knows them.',
    },
  },
  {
    id: 'spell-out-the-short-forms',
    labels: ['jargon'],
    minutes: 10,
    de: {
      title: 'Kürzel ausschreiben',
      why: 'Nach drei Buchstaben fragt kaum jemand, auch wenn alle etwas anderes darin lesen.',
      steps: [
        'Die Runde sammelt alle Abkürzungen aus den letzten Aushängen und Protokollen.',
        'Zu jeder schreibt jemand, wofür sie steht. Was niemand weiß, fliegt raus.',
        'Die fünf häufigsten werden ab jetzt beim ersten Mal ausgeschrieben.',
      ],
      watch: 'Überraschend oft gibt es zwei Lesarten. Genau die gehören auf die Liste.',
    },
    en: {
      title: 'Spelling out the short forms',
      why: 'Hardly anybody asks about three letters, even when everybody reads them differently.',
      steps: [
        'The group collects the abbreviations from its latest notices and minutes.',
        'Somebody writes down what each one stands for. What nobody knows goes.',
        'From now on the five most frequent are written in full when they first appear.',
      ],
      watch: 'Surprisingly often there are two readings. Those belong on the list.',
    },
  },
  {
    id: 'at-the-kitchen-table',
    labels: ['foreign-words', 'jargon'],
    minutes: 10,
    de: {
      title: 'Wie hieße das am Küchentisch?',
      why: 'Zu Hause reden fast alle klarer als in einem Rundschreiben.',
      steps: [
        'Ein Absatz aus einem Rundschreiben oder einer Vorlage wird ausgesucht.',
        'Zu zweit wird er so erzählt, wie man ihn der Familie erzählen würde.',
        'Zwei Fassungen werden vorgelesen. Was daran besser ist, kommt in die Vorlage.',
      ],
      watch: 'Einfach heißt nicht ungenau: Zahlen, Namen und Termine bleiben stehen.',
    },
    en: {
      title: 'How would it sound at the kitchen table?',
      why: 'At home almost everybody speaks more plainly than a circular does.',
      steps: [
        'The group picks a paragraph from a circular or a template.',
        'In pairs, people tell it the way they would tell their family.',
        'Two versions are read out. What is better about them goes into the template.',
      ],
      watch: 'Plain does not mean vague: figures, names and dates stay.',
    },
  },
  {
    id: 'what-does-it-mean',
    labels: ['jargon', 'foreign-words'],
    minutes: 5,
    de: {
      title: '„Was heißt das genau?“',
      why: 'Die Frage hilft allen, aber jemand muss sie stellen.',
      steps: [
        'Für diese eine Besprechung gilt: Die Frage „Was heißt das genau?“ ist jederzeit erwünscht.',
        'Die Leitung stellt sie selbst als Erste, auch wenn sie die Antwort kennt.',
        'Wer gefragt wird, bedankt sich und antwortet mit einem Beispiel.',
      ],
      watch: 'Ein Beispiel sagt mehr als eine zweite Erklärung.',
    },
    en: {
      title: '“What does that mean in practice?”',
      why: 'The question helps everybody, but somebody has to ask it.',
      steps: [
        'For this one meeting, “What does that mean in practice?” is welcome at any time.',
        'Whoever leads asks it first, even when they know the answer.',
        'The person asked says thank you and answers with an example.',
      ],
      watch: 'An example says more than a second explanation.',
    },
  },
  {
    id: 'pairs-of-words',
    labels: ['anglicism', 'foreign-words'],
    minutes: 5,
    de: {
      title: 'Wortpaare neben der Kaffeemaschine',
      why: 'Gute Wörter fallen einem selten in der Besprechung ein, sondern nebenbei.',
      steps: [
        'Ein Blatt mit zwei Spalten hängt eine Woche lang neben der Kaffeemaschine.',
        'Links steht ein schwieriges Wort, rechts ein einfaches. Alle dürfen etwas dazuschreiben.',
        'In der nächsten Besprechung suchen sich alle ein Paar aus, das sie übernehmen.',
      ],
      watch: 'Auf dem Blatt stehen Wörter und keine Namen.',
    },
    en: {
      title: 'Pairs of words by the coffee machine',
      why: 'Good words rarely come to mind in a meeting; they come in passing.',
      steps: [
        'A sheet with two columns hangs by the coffee machine for a week.',
        'On the left a difficult word, on the right a plain one. Anybody may add to it.',
        'At the next meeting everybody picks a pair to adopt.',
      ],
      watch: 'The sheet has words on it and no names.',
    },
  },
  {
    id: 'one-word-three-ways',
    labels: ['foreign-words'],
    minutes: 10,
    de: {
      title: 'Ein Wort, drei Fassungen',
      why: 'Hinter einem gelehrten Wort stecken oft mehrere Bedeutungen.',
      steps: [
        'Die Runde nimmt sich ein Fremdwort aus einem eigenen Text vor.',
        'Alle schreiben in einem Satz auf, was damit gemeint ist.',
        'Die Sätze liegen nebeneinander: Wo sie sich unterscheiden, kommt das genauere Wort in den Text.',
      ],
      watch: 'Unterschiedliche Sätze sind der Gewinn: Vorher hat sie niemand bemerkt.',
    },
    en: {
      title: 'One word, three ways',
      why: 'A learned word often hides more than one meaning.',
      steps: [
        'The group takes one learned word from a text of its own.',
        'Everybody writes down in one sentence what it means.',
        'The sentences are laid side by side: where they differ, the more exact word goes into the text.',
      ],
      watch: 'Differing sentences are the gain: nobody had noticed them before.',
    },
  },
]
