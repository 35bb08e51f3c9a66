import type { Exercise } from '../exercise.js'

/** Mending what went wrong without looking for who did it. */
export const withoutBlame: readonly Exercise[] = [
  {
    id: 'course-of-events',
    labels: ['blame'],
    minutes: 20,
    de: {
      title: 'Der Ablauf an der Wand',
      why: 'Fehler haben meist mehrere Stellen, an denen man sie hätte bemerken können.',
      steps: [
        'Die Runde nimmt sich etwas vor, das schiefging und bei dem nichts mehr brennt.',
        'An der Wand entsteht der Ablauf Schritt für Schritt, mit Uhrzeiten statt Namen.',
        'Alle markieren die Stelle, an der eine kleine Änderung am meisten geholfen hätte.',
        'Eine Änderung wird beschlossen.',
      ],
      watch: 'Fällt ein Name, wird daraus ein Schritt: „Um neun kam die Liste an.“',
    },
    en: {
      title: 'The course of events on the wall',
      why: 'A mistake mostly has several points at which it could have been noticed.',
      steps: [
        'The group takes something that went wrong and is no longer urgent.',
        'The course of events goes up on the wall step by step, with times in place of names.',
        'Everybody marks the point where a small change would have helped most.',
        'One change is agreed.',
      ],
      watch: 'If a name comes up, it becomes a step: “At nine the list arrived.”',
    },
  },
  {
    id: 'our-share',
    labels: ['blame', 'silo'],
    minutes: 15,
    de: {
      title: 'Unser Anteil',
      why: 'Am eigenen Anteil lässt sich sofort etwas ändern, am fremden nicht.',
      steps: [
        'Die Runde wählt ein Ärgernis mit einer anderen Abteilung oder einem Lieferanten.',
        'Auf das Blatt kommt nur, was wir selbst anders machen können.',
        'Ein Punkt wird ausgesucht und bis zur nächsten Besprechung ausprobiert.',
        'Die andere Seite erfährt davon.',
      ],
      watch: 'Auch wenn der eigene Anteil klein ist: Er ist der einzige, der uns gehört.',
    },
    en: {
      title: 'Our share',
      why: 'Our own share can be changed at once; that of others cannot.',
      steps: [
        'The group picks a nuisance with another department or a supplier.',
        'The sheet lists only what we could do differently ourselves.',
        'One point is chosen and tried until the next meeting.',
        'The other side hears of it.',
      ],
      watch: 'Even if our share is small, it is the only one that is ours.',
    },
  },
  {
    id: 'next-step-first',
    labels: ['blame', 'justification'],
    minutes: 5,
    de: {
      title: 'Der nächste Schritt zuerst',
      why: 'Der Blick nach vorn bringt schneller Hilfe als die Suche nach dem Grund.',
      steps: [
        'Für diese Besprechung gilt: Jedes Problem beginnt mit dem nächsten Schritt.',
        'Erst wenn der Schritt steht, geht es um die Ursache.',
        'Am Ende sagt die Runde in einem Satz, ob es so leichter ging.',
      ],
      watch: 'Gründe sind willkommen. Sie kommen nur später.',
    },
    en: {
      title: 'The next step first',
      why: 'Looking ahead brings help sooner than searching for the reason.',
      steps: [
        'For this meeting, every problem begins with the next step.',
        'Only when that is clear does the group talk about causes.',
        'At the end it says in one sentence whether that made things easier.',
      ],
      watch: 'Reasons are welcome. They just come later.',
    },
  },
  {
    id: 'handover-check',
    labels: ['blame', 'silo'],
    minutes: 15,
    de: {
      title: 'Was die Nächsten brauchen',
      why: 'An der Übergabe geht am meisten verloren, und dort lässt es sich am leichtesten richten.',
      steps: [
        'Jemand aus der Schicht oder Abteilung nach uns kommt für eine Viertelstunde dazu.',
        'Wir fragen: Was muss bereitliegen, damit es ohne Rückfrage weitergeht?',
        'Drei Punkte kommen auf einen Zettel an die Übergabestelle.',
      ],
      watch: 'Heute wird nur gefragt und mitgeschrieben. Erwidert wird nichts.',
    },
    en: {
      title: 'What the next ones need',
      why: 'Most is lost at the handover, and that is where it is easiest to mend.',
      steps: [
        'Somebody from the shift or department after us joins for a quarter of an hour.',
        'We ask: what do you need from us so that you can start at once?',
        'Three points go on a sheet where the handover happens.',
      ],
      watch: 'Today is for asking and taking notes. Nothing is argued.',
    },
  },
]
