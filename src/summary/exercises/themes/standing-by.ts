import type { Exercise } from '../exercise.js'

/** Standing by mistakes and decisions, without excuses. */
export const standingBy: readonly Exercise[] = [
  {
    id: 'what-i-messed-up',
    labels: ['justification', 'blame', 'ownership'],
    minutes: 10,
    de: {
      title: 'Was ich diese Woche verbockt habe',
      why: 'Wo die Leitung offen von eigenen Fehlern spricht, dürfen es alle.',
      steps: [
        'Die Leitung erzählt einen eigenen Fehler aus der Woche in zwei Sätzen: was war, was jetzt kommt.',
        'Wer möchte, erzählt auch einen. Niemand muss, und niemand wird gefragt.',
        'Auf jeden Satz folgt nur ein Danke. Gründe braucht es keine.',
      ],
      watch: 'Bleibt es beim Fehler der Leitung, war die Übung trotzdem ein Erfolg.',
    },
    en: {
      title: 'What I got wrong this week',
      why: 'Where those who lead speak openly of their own mistakes, everybody may.',
      steps: [
        'Whoever leads tells a mistake of their own in two sentences: what it was, and what comes now.',
        'Anybody who likes tells one, too. Nobody has to, and nobody is asked.',
        'Each is answered with a thank-you only. No reasons are needed.',
      ],
      watch: 'If only the person who leads speaks, it has worked all the same.',
    },
  },
  {
    id: 'i-do-not-know',
    labels: ['justification', 'ownership'],
    minutes: 5,
    de: {
      title: '„Ich weiß es nicht“',
      why: 'Der Satz spart mehr Zeit als jede halbe Antwort.',
      steps: [
        'Die Leitung nennt eine Frage, auf die sie selbst noch keine Antwort hat.',
        'Sie sagt dazu, bis wann sie sich meldet oder wer es wissen könnte.',
        'Die Runde hält fest: Dieser Satz gilt bei uns als gute Antwort, wenn ein Termin folgt.',
      ],
      watch: 'Der Termin gehört dazu. Er macht aus dem Satz eine Zusage.',
    },
    en: {
      title: '“I do not know”',
      why: 'The sentence saves more time than any half answer.',
      steps: [
        'Whoever leads names a question that they cannot answer yet.',
        'They add when they will report back, or who might know.',
        'The group agrees: with a date, this sentence counts as a good answer here.',
      ],
      watch: 'The date belongs to it. It turns the sentence into a promise.',
    },
  },
  {
    id: 'promise-what-we-can-keep',
    labels: ['ownership', 'justification', 'care'],
    minutes: 10,
    de: {
      title: 'Nur zusagen, was zu halten ist',
      why: 'Eine kleine Zusage, die hält, ist mehr wert als eine große, die platzt.',
      steps: [
        'Die Runde schreibt auf, was sie als Gruppe für die nächsten zwei Wochen zugesagt hat.',
        'Zu jedem Punkt heißt es: hält, wackelt oder hält nicht.',
        'Bei allem, was wackelt, gibt heute noch jemand Bescheid.',
      ],
      watch: 'Wer „wackelt“ sagt, hilft. Die Frage nach der Schuld bleibt draußen.',
    },
    en: {
      title: 'Promising what we can keep',
      why: 'A small promise that holds is worth more than a large one that does not.',
      steps: [
        'The group writes down the promises it has made as a group for the next two weeks.',
        'For each point it says: holds, is shaky, or does not hold.',
        'For everything shaky, somebody lets the others know today.',
      ],
      watch: 'Saying “shaky” is a help. The question of fault stays outside.',
    },
  },
  {
    id: 'early-word',
    labels: ['justification', 'ownership'],
    minutes: 10,
    de: {
      title: 'Früh Bescheid geben',
      why: 'Wer früh weiß, dass es später wird, kann sich darauf einstellen.',
      steps: [
        'Die Runde einigt sich auf einen Satz für den Fall, dass etwas später fertig wird.',
        'Er enthält drei Dinge: was später kommt, wann es kommt und wer Fragen beantwortet.',
        'Alle probieren ihn an einem erfundenen Beispiel aus.',
        'Der Satz hängt danach am Brett.',
      ],
      watch: 'Die Gründe passen in einen Nebensatz oder bleiben weg.',
    },
    en: {
      title: 'An early word',
      why: 'People who know early that something will be late can prepare for it.',
      steps: [
        'The group agrees on one sentence for when something will take longer.',
        'It holds three things: what will be late, when it comes, and who answers questions.',
        'Everybody tries it on an invented example.',
        'The sentence then goes up on the board.',
      ],
      watch: 'The reasons fit into half a line, or are left out.',
    },
  },
  {
    id: 'decided-because',
    labels: ['ownership', 'facade'],
    minutes: 10,
    de: {
      title: 'Entschieden, weil',
      why: 'Eine Entscheidung trägt weiter, wenn ihr Grund dabeisteht.',
      steps: [
        'Die Runde schreibt die letzten drei Entscheidungen auf, die alle betreffen.',
        'Zu jeder kommt ein Satz: „Wir haben das entschieden, weil …“',
        'Dazu kommt, wer Fragen beantwortet. So geht es an alle hinaus.',
      ],
      watch: 'Fällt der Satz schwer, lohnt sich ein zweiter Blick auf die Entscheidung.',
    },
    en: {
      title: 'Decided, because',
      why: 'A decision carries further when its reason stands beside it.',
      steps: [
        'The group writes down the last three decisions that concern everybody.',
        'Each gets a sentence: “We decided this because …”',
        'Add who answers questions, and send it to all.',
      ],
      watch: 'If the sentence comes hard, the decision may deserve a second look.',
    },
  },
  {
    id: 'what-is-and-what-next',
    labels: ['justification'],
    minutes: 10,
    de: {
      title: 'Was ist, und was kommt',
      why: 'Zwei Sätze genügen, und sie wirken verlässlicher als fünf Gründe.',
      steps: [
        'Die Runde erfindet drei Lagen: Die Lieferung kommt später, die Datei fehlt, der Termin platzt.',
        'Zu jeder schreiben alle zwei Sätze: was ist, und was als Nächstes kommt.',
        'Einige lesen vor. Die Runde sagt, worauf sie sich am ehesten verlassen würde.',
      ],
      watch: 'Die Lagen bleiben erfunden. Echte Fälle aus der Woche gehören nicht hierher.',
    },
    en: {
      title: 'What is, and what comes next',
      why: 'Two sentences are enough, and come across as more reliable than five reasons.',
      steps: [
        'The group invents three cases: a late delivery, a missing file, a meeting that falls through.',
        'For each, everybody writes two sentences: what is, and what comes next.',
        'Some read theirs out. The group says which version is the easiest to rely on.',
      ],
      watch: 'The cases stay invented. Real ones from the week do not belong here.',
    },
  },
]
