import type { Exercise } from '../exercise.js'

/** Meeting at eye level. */
export const eyeLevel: readonly Exercise[] = [
  {
    id: 'say-back-what-you-heard',
    labels: ['condescension'],
    minutes: 10,
    de: {
      title: 'Erst wiedergeben, dann antworten',
      why: 'Wer merkt, dass die anderen zugehört haben, hört selbst besser zu.',
      steps: [
        'Zu zweit: Die eine Seite erklärt zwei Minuten lang eine Aufgabe aus ihrem Alltag.',
        'Die andere sagt mit eigenen Worten, was sie verstanden hat.',
        'Erst wenn es stimmt, kommt die Antwort. Dann wird getauscht.',
      ],
      watch: 'Das klingt anfangs langsam. Es spart die Runde, in der alle aneinander vorbeireden.',
    },
    en: {
      title: 'Say it back, then answer',
      why: 'People who notice that they were heard listen better themselves.',
      steps: [
        'In pairs: one explains a task from their working day for two minutes.',
        'The other says in their own words what they understood.',
        'Only when it is right comes the answer. Then they swap.',
      ],
      watch: 'It feels slow at first. It saves the round in which all talk past each other.',
    },
  },
  {
    id: 'questions-on-slips',
    labels: ['condescension', 'jargon'],
    minutes: 10,
    de: {
      title: 'Fragen auf Zetteln',
      why: 'Manche Frage haben viele, und niemand stellt sie.',
      steps: [
        'Alle schreiben eine Frage zu unserer Arbeit auf einen Zettel, ohne Namen.',
        'Die Zettel werden gemischt und vorgelesen.',
        'Wer etwas weiß, antwortet so, dass es auch beim ersten Hören klar ist.',
      ],
      watch: 'Jede Frage bekommt eine ernste Antwort. Danach ist die Runde schlauer als vorher.',
    },
    en: {
      title: 'Questions on slips',
      why: 'Many have the same question, and nobody asks it.',
      steps: [
        'Everybody writes a question about our work on a slip, without a name.',
        'The slips are mixed and read out.',
        'Whoever knows answers so that it is clear at first hearing.',
      ],
      watch: 'Every question gets a serious answer. Afterwards the group knows more than before.',
    },
  },
  {
    id: 'learning-the-other-way-round',
    labels: ['condescension', 'foreign-words'],
    minutes: 15,
    de: {
      title: 'Andersherum lernen',
      why: 'Alle können etwas, das die anderen noch nicht können.',
      steps: [
        'Wer mag, bietet einen Handgriff oder Kniff an, gern auch Auszubildende und Neue.',
        'Die anderen schauen zu und fragen nach, die Leitung vorneweg.',
        'Zum Schluss probiert es jemand mit langer Erfahrung selbst aus.',
      ],
      watch: 'Die Leitung lernt sichtbar mit. Das sagt mehr als jede Ansprache.',
    },
    en: {
      title: 'Learning the other way round',
      why: 'Everybody can do something that the others cannot do yet.',
      steps: [
        'Whoever likes offers to show a knack or a trick; trainees and newcomers are welcome to.',
        'The others watch and ask, those who lead first of all.',
        'At the end one of the old hands tries it.',
      ],
      watch: 'Those who lead are seen to learn. That says more than any speech.',
    },
  },
  {
    id: 'offer-instead-of-pointer',
    labels: ['condescension', 'care'],
    minutes: 10,
    de: {
      title: 'Angebot statt Verweis',
      why: 'Ein Angebot kostet denselben Satz und hilft wirklich weiter.',
      steps: [
        'An der Wand stehen drei erfundene Sätze wie „Das steht im Handbuch“.',
        'Die Runde macht aus jedem ein Angebot: „Das steht auf Seite vier, ich zeige es gern.“',
        'Ein Satz, der allen gefällt, kommt in den eigenen Wortschatz.',
      ],
      watch: 'Ein Angebot ist nur eines, wenn auch Zeit dafür da ist.',
    },
    en: {
      title: 'An offer instead of a pointer',
      why: 'An offer takes the same one sentence and really helps.',
      steps: [
        'Three invented sentences such as “It is in the manual” go on the wall.',
        'The group turns each into an offer: “It is on page four, I am happy to show you.”',
        'One sentence that everybody likes becomes part of the house’s language.',
      ],
      watch: 'It is an offer only if there is time for it.',
    },
  },
  {
    id: 'a-round-without-interruption',
    labels: ['condescension'],
    minutes: 10,
    de: {
      title: 'Eine Runde ohne Zwischenruf',
      why: 'Wer ausreden darf, kommt schneller auf den Punkt.',
      steps: [
        'Zu einem offenen Thema sprechen alle bis zu einer Minute. Passen ist erlaubt.',
        'Solange jemand spricht, schreiben die anderen nur mit.',
        'Fragen kommen erst nach der ganzen Runde.',
      ],
      watch: 'Die Leitung spricht als Letzte, sonst reden alle nur noch über ihren Vorschlag.',
    },
    en: {
      title: 'A round without interruption',
      why: 'People who may finish get to the point sooner.',
      steps: [
        'On an open subject everybody speaks for up to a minute. Passing is fine.',
        'While somebody speaks, the others only take notes.',
        'Questions come after the whole round.',
      ],
      watch: 'Whoever leads speaks last, or the talk will only be about their proposal.',
    },
  },
  {
    id: 'write-or-talk',
    labels: ['condescension', 'blame'],
    minutes: 5,
    de: {
      title: 'Schreiben oder sprechen?',
      why: 'Manches klingt geschrieben schärfer, als es gemeint ist.',
      steps: [
        'Die Runde sammelt, was im Chat gut geht und was besser mündlich.',
        'Daraus wird eine Abmachung in drei Zeilen.',
        'Wer im Chat merkt, dass es eng wird, ruft an.',
      ],
      watch: 'Die Abmachung gilt auch nach oben: Die Leitung lässt sich gern anrufen.',
    },
    en: {
      title: 'Write or talk?',
      why: 'Some things sound sharper in writing than they are meant.',
      steps: [
        'The group collects what works well in the chat, and what is better said aloud.',
        'It becomes an agreement of three lines.',
        'Whoever notices in the chat that it gets tight calls instead.',
      ],
      watch: 'The agreement holds upwards, too: those who lead are glad to be called.',
    },
  },
]
