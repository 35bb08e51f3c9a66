import type { Tone } from '../../types.js'

const german = (tone: Tone) => {
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  return {
    title: pick('Dein Team', 'Ihr Team'),
    units: pick('Deine Bereiche', 'Ihre Bereiche'),
    none: 'Noch gibt es keinen Bericht. Der erste kommt an dem Montag, der auf die erste ganze Woche folgt, morgens um sieben.',
    noUnits: pick(
      'Ab dieser Woche leitest du keinen Bereich mehr, den Klartext kennt.',
      'Ab dieser Woche leiten Sie keinen Bereich mehr, den Klartext kennt.',
    ),
    weeks: 'Alle Wochen',
    weeksNote:
      'Berichte stehen hier 53 Wochen lang. Eine Woche, die einmal veröffentlicht ist, ändert sich nie mehr.',
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
  title: 'Your team',
  units: 'Your units',
  none: 'There is no report yet. The first one comes at seven in the morning on the Monday after the first whole week.',
  noUnits: 'As of this week, you manage no unit that Klartext knows of.',
  weeks: 'All weeks',
  weeksNote: 'Reports stay here for 53 weeks. A week that was once published never changes again.',
  week: (from) => `from ${from}`,
  table: 'As a table (CSV)',
  print: 'To print it, use the print function of your browser.',
  newest: 'To the newest report',
  locale: 'en-GB',
}

/** The words around a manager's summaries, by language and tone. */
export const teamWords = { de: german, en: (): TeamWords => english }
