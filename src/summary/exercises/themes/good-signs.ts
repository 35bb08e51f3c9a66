import type { Exercise } from '../exercise.js'

/** Strengthening what is good already. */
export const goodSigns: readonly Exercise[] = [
  {
    id: 'praise-for-somebody-outside',
    labels: ['care'],
    minutes: 10,
    de: {
      title: 'Lob für jemanden, der nicht im Raum ist',
      why: 'Gutes über Abwesende zu sagen schafft mehr Vertrauen als jedes Lob ins Gesicht.',
      steps: [
        'Wer mag, nennt eine Person außerhalb der Runde, die in letzter Zeit geholfen hat.',
        'Dazu gehört, was sie getan hat und was dadurch leichter wurde.',
        'Jemand gibt das Lob noch am selben Tag weiter.',
      ],
      watch: 'Es zählt das Beispiel: Was genau hat geholfen?',
    },
    en: {
      title: 'Praise for somebody outside the room',
      why: 'Saying good things about people who are not there builds trust.',
      steps: [
        'Whoever likes names a person outside the group who has helped lately.',
        'They say what that person did, and what became easier.',
        'Somebody passes the praise on the same day.',
      ],
      watch: 'The example counts: what exactly was the help?',
    },
  },
  {
    id: 'thanks-with-a-reason',
    labels: ['care'],
    minutes: 5,
    de: {
      title: 'Danke, und wofür',
      why: 'Ein Dank mit Grund bleibt im Gedächtnis.',
      steps: [
        'Die Besprechung beginnt mit einem Dank der Leitung an die ganze Gruppe, mit Grund.',
        'Wer mag, dankt einer anderen Abteilung oder der ganzen Gruppe.',
        'Ein Satz genügt: „Danke für …, dadurch konnten wir …“',
      ],
      watch: 'Reihum wird nicht gedankt. Freiwillig klingt es ehrlich.',
    },
    en: {
      title: 'Thanks, and what for',
      why: 'Thanks with a reason are remembered.',
      steps: [
        'The meeting begins with thanks from whoever leads to the whole group, with a reason.',
        'Whoever likes thanks another department or the whole group.',
        'One sentence is enough: “Thank you for …, it let us …”',
      ],
      watch: 'Do not go round the table. Freely given, it sounds honest.',
    },
  },
  {
    id: 'i-will-look-after-it',
    labels: ['care', 'ownership'],
    minutes: 10,
    de: {
      title: '„Ich kümmere mich darum“',
      why: 'Der Satz beruhigt, wenn ein Termin dabeisteht.',
      steps: [
        'Alle offenen Punkte kommen auf eine Liste.',
        'Wer einen übernimmt, sagt: „Ich kümmere mich darum und melde mich bis …“',
        'Was niemand übernimmt, nimmt die Leitung, oder es wird gestrichen.',
      ],
      watch: 'Melden heißt auch: Bescheid geben, wenn es noch keine Lösung gibt.',
    },
    en: {
      title: '“I will look after it”',
      why: 'The sentence reassures when it comes with a date.',
      steps: [
        'All open points go on a list.',
        'Whoever takes one says: “I will look after it and report back by …”',
        'What nobody takes goes to whoever leads, or is struck off.',
      ],
      watch: 'Reporting back also means saying that there is no solution yet.',
    },
  },
  {
    id: 'promises-kept',
    labels: ['ownership', 'care'],
    minutes: 10,
    de: {
      title: 'Was wir gehalten haben',
      why: 'Wer weiß, warum etwas gelungen ist, kann es wiederholen.',
      steps: [
        'Die Runde sammelt Zusagen der letzten vier Wochen, die sie als Gruppe gehalten hat.',
        'Zu zweien davon überlegt sie: Was hat geholfen?',
        'Eine dieser Hilfen wird zur Gewohnheit erklärt.',
      ],
      watch: 'Heute geht es nur um das Gelungene. Das Übrige hat seinen eigenen Platz.',
    },
    en: {
      title: 'What we have kept',
      why: 'Knowing why something worked makes it possible to repeat it.',
      steps: [
        'The group collects promises of the last four weeks that it has kept as a group.',
        'For two of them it asks: what helped?',
        'One of these helps becomes a habit.',
      ],
      watch: 'Today is only about what worked. The rest has its own place.',
    },
  },
  {
    id: 'what-openness-saved-us',
    labels: ['ownership'],
    minutes: 10,
    de: {
      title: 'Was uns Offenheit erspart hat',
      why: 'Wer früh Bescheid gibt, erspart allen Arbeit, und das darf man auch sagen.',
      steps: [
        'Die Leitung erzählt einen eigenen Fall, in dem ein frühes Wort Ärger erspart hat.',
        'Wer mag, fügt einen eigenen hinzu.',
        'Die Runde hält fest, woran man merkt, dass es Zeit ist, Bescheid zu geben.',
      ],
      watch: 'Alle erzählen nur von sich selbst.',
    },
    en: {
      title: 'What we gained by being open',
      why: 'An early word saves everybody work, and that may be said aloud.',
      steps: [
        'Whoever leads tells a case of their own in which an early word saved trouble.',
        'Whoever likes adds one of their own.',
        'The group notes how one can tell that it is time to let the others know.',
      ],
      watch: 'Everybody tells only of themselves.',
    },
  },
  {
    id: 'other-views-welcome',
    labels: ['ownership', 'facade'],
    minutes: 15,
    de: {
      title: 'Andere Meinung erwünscht',
      why: 'Wer zuerst die Mehrheit hört, behält seine eigene Meinung oft für sich.',
      steps: [
        'Vor einer Entscheidung schreiben alle in Stille ihre Meinung auf, ohne Namen.',
        'Die Zettel werden gemischt und vorgelesen, bevor jemand spricht.',
        'Die Runde fragt zuerst nach dem, was für die seltenere Meinung spricht.',
      ],
      watch: 'Die Leitung legt ihren Zettel dazu, statt vorher zu sagen, was sie denkt.',
    },
    en: {
      title: 'Other views are welcome',
      why: 'People who hear the majority first often keep their own view to themselves.',
      steps: [
        'Before a decision everybody writes down their view in silence, without a name.',
        'The slips are mixed and read out before anybody speaks.',
        'The group first asks what speaks for the rarer view.',
      ],
      watch: 'Whoever leads adds a slip instead of saying beforehand what they think.',
    },
  },
]
