import type { Tone } from '../../types.js'

const german = (tone: Tone) => {
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  return {
    title: 'Wochenberichte',
    units: pick('Deine Bereiche', 'Ihre Bereiche'),
    none: 'Noch gibt es keinen Bericht. Der erste kommt am Montag nach der ersten ganzen Woche, morgens um sieben.',
    noUnits: pick(
      'Ab dieser Woche leitest du keinen Bereich mehr, den Klartext kennt.',
      'Ab dieser Woche leiten Sie keinen Bereich mehr, den Klartext kennt.',
    ),
    weeks: 'Alle Wochen',
    weeksNote: 'Berichte stehen hier 53 Wochen lang. Was einmal veröffentlicht ist, ändert sich nie mehr.',
    week: (from: string) => `ab ${from}`,
    table: 'Als Tabelle (CSV)',
    print: pick(
      'Zum Drucken reicht die Druckfunktion deines Browsers.',
      'Zum Drucken reicht die Druckfunktion Ihres Browsers.',
    ),
    newest: 'Zum neuesten Bericht',
    locale: 'de-DE',
  }
}

/** The words around a manager's summaries, the same in each language. */
export type TeamWords = ReturnType<typeof german>

const english: TeamWords = {
  title: 'Weekly summaries',
  units: 'Your units',
  none: 'There is no summary yet. The first one comes on the Monday after the first whole week, at seven in the morning.',
  noUnits: 'As of this week, you manage no unit that Klartext knows of.',
  weeks: 'All weeks',
  weeksNote: 'Summaries stay here for 53 weeks. What has once been published never changes again.',
  week: (from) => `from ${from}`,
  table: 'As a table (CSV)',
  print: 'To print it, use the print function of your browser.',
  newest: 'To the newest summary',
  locale: 'en-GB',
}

/** The words around a manager's summaries, by language and tone. */
export const teamWords = { de: german, en: (): TeamWords => english }
