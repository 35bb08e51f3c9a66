import type { Direction, Label, Tone } from '../../types.js'
import { mondayInUtc, sundayInUtc } from '../week.js'
import type { SummaryWords } from './words.js'

const days = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

const SUBJECTS: Readonly<Record<Label, string>> = {
  jargon: 'Floskeln',
  anglicism: 'Englische Wörter, für die es deutsche gibt,',
  'foreign-words': 'Fremdwörter, für die es einfache gibt,',
  convoluted: 'Schachtelsätze',
  blame: 'Sätze, die auf andere zeigen,',
  justification: 'Rechtfertigungen',
  impression: 'Einschübe, die nicht zur Sache gehören,',
  facade: 'Sätze ohne Absender',
  condescension: 'Sätze, die von oben herab klingen können,',
  silo: 'Antworten, die an der Abteilungsgrenze enden,',
  'customer-disrespect': 'Abwertende Worte über Kundschaft',
  ownership: 'Sätze, die zu einem Fehler oder einer Entscheidung stehen,',
  care: 'Zusagen, sich zu kümmern, und ehrliche Anerkennung',
}

const HAPPENED = ['kamen kaum vor', 'kamen ab und zu vor', 'kamen oft vor', 'kamen sehr oft vor'] as const

const COMPARED: Readonly<Record<Direction, string>> = {
  less: 'seltener als in der Woche davor',
  same: 'etwa so oft wie in der Woche davor',
  more: 'öfter als in der Woche davor',
}

/** The German summary; `tone` decides between Du and Sie. */
export function germanWords(tone: Tone): SummaryWords {
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  return {
    language: 'de',
    title: 'Die Woche in Worten',
    week: (monday) => days.formatRange(mondayInUtc(monday), sundayInUtc(monday)),
    subject: (unit, week) => `Die Woche in Worten: ${unit}, ${week}`,
    larger: (unit, of) =>
      `Allein zu „${unit}“ gibt es diese Woche nichts zu zeigen. Alles hier gilt für „${of}“; „${unit}“ gehört dazu.`,
    nothing: 'Dazu gibt es diese Woche nichts zu zeigen.',
    nothingOf: (names) => `${names}: Dazu gibt es diese Woche nichts zu zeigen.`,
    arrows: '↑ öfter, → etwa gleich oft, ↓ seltener als in der Woche davor',
    bands: ['kaum', 'ab und zu', 'oft', 'sehr oft'],
    directions: COMPARED,
    sentence: (label, band, direction) =>
      `${SUBJECTS[label]} ${HAPPENED[band]}${direction ? `, ${COMPARED[direction]}` : ''}.`,
    helps: 'Was hilft',
    tips: {
      jargon: 'Sagen, wer was bis wann tut.',
      anglicism: 'Das deutsche Wort nehmen, das im Haus alle kennen.',
      'foreign-words': 'Das Wort nehmen, das auch im Gespräch fällt.',
      convoluted: 'Zwei Sätze daraus machen, die Hauptsache zuerst.',
      blame: 'Den eigenen Anteil nennen und den nächsten Schritt.',
      justification: 'Sagen, was ist und was als Nächstes kommt.',
      impression: 'Nur die Sache schreiben: was, bis wann, für wen.',
      facade: '„Ich“ oder „wir“ schreiben, und wen man fragen kann.',
      condescension: 'Erst fragen, was schon bekannt ist, dann Hilfe anbieten.',
      silo: 'Sagen, wer weiterhilft, und es selbst weitergeben.',
      'customer-disrespect': 'Schreiben, was der Mensch braucht und wer sich meldet.',
      ownership: null,
      care: null,
    },
    good: 'Gute Zeichen',
    goodNotes: {
      often: 'Schön. Das darf die Gruppe gern hören.',
      seldom: 'Davon darf es gern mehr werden. Am leichtesten geht es, wenn die Leitung damit anfängt.',
    },
    topics: 'Was noch klarer werden kann',
    calm: 'Von dem, was hier steht, kam nichts oft vor. Schön.',
    terms: 'Wörter der Woche',
    termsIntro: 'Viele haben sie benutzt. So ginge es auch:',
    exercise: pick(
      'Ein Vorschlag für eure nächste Besprechung',
      'Ein Vorschlag für Ihre nächste Besprechung',
    ),
    minutes: (count) => `${count}\u00a0Minuten`,
    watch: 'Gut zu wissen:',
    about: 'Was diese Angaben sagen, und was nicht',
    aboutLines: [
      'Alles hier gilt für eine Gruppe von mindestens sieben Menschen, nie für einzelne.',
      'Gezählt werden Formulierungen. Die Stufen sind mit Absicht grob und taugen nicht dazu, jemanden zu beurteilen.',
      pick(
        'Wer mitmacht und wie viele, erfährst du nicht. Wo nichts steht, kann das viele Gründe haben; Klartext nennt sie nie.',
        'Wer mitmacht und wie viele, erfahren Sie nicht. Wo nichts steht, kann das viele Gründe haben; Klartext nennt sie nie.',
      ),
    ],
    chart: 'Die Stufen in Worten.',
    columns: {
      week: 'Woche ab',
      unit: 'Bereich',
      of: 'gilt für',
      topic: 'Thema',
      band: 'Stufe',
      direction: 'Richtung',
    },
  }
}
