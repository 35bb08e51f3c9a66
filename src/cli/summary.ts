import { type Command, Option } from 'commander'
import { readConfig } from '../config.js'
import { UserError } from '../errors.js'
import { loadLexicons } from '../lexicon/load.js'
import { mondayOf } from '../own-weeks.js'
import { openStore } from '../store/index.js'
import { summaryOf } from '../summary/index.js'
import { csvOf } from '../summary/render/csv.js'
import { mailOf } from '../summary/render/mail.js'
import { plainOf } from '../summary/render/plain.js'
import { summaryText, summaryWords, termOf } from '../summary/wording/index.js'
import type { Language, Store, SummaryText, Tone } from '../types.js'

interface Given {
  readonly unit?: string
  readonly week?: string
  readonly language: Language
  readonly tone: Tone
}

const DAY = 24 * 3_600_000

/** `klartext summary csv|mail|text|png`: what was published of a week, as managers got it. */
export function addSummaryCommand(program: Command): void {
  program
    .command('summary')
    .description('print a published weekly summary: what its manager was shown, and nothing more')
    .argument(
      '<form>',
      'csv: all units as a table; mail, text or png: one unit as HTML, as text, or its chart as a picture',
    )
    .option('--unit <id>', 'needed for all but csv')
    .option('--week <date>', 'any day of the week, such as 2026-03-02; by default the last whole week')
    .addOption(new Option('--language <language>').choices(['de', 'en']).default('de'))
    .addOption(new Option('--tone <tone>', 'of German').choices(['du', 'sie']).default('sie'))
    .action(async (form: string, given: Given) => {
      if (!['csv', 'mail', 'text', 'png'].includes(form))
        throw new UserError(
          'form',
          `„${form}“`,
          'csv, mail, text or png',
          'For example: klartext summary csv',
        )
      if (form !== 'csv' && !given.unit)
        throw new UserError(
          '--unit',
          'nothing',
          'the id of a unit',
          `For example: klartext summary ${form} --unit ward-4`,
        )
      const { dataDir, timeZone } = readConfig(process.env)
      const week = weekOf(given.week, timeZone)
      const store = await openStore({ dataDir })
      try {
        const texts = await textsOf(store, week, given)
        const words = summaryWords(given.language, given.tone)
        const [first] = texts
        if (form === 'csv') process.stdout.write(csvOf(texts, words))
        else if (form === 'mail') console.log(mailOf(first!).html)
        else if (form === 'png') process.stdout.write(await pictureOf(first!))
        else console.log(plainOf(first!))
      } finally {
        await store.close()
      }
    })
}

/** The chart of a summary. Loaded when it is asked for: what draws it is large. */
async function pictureOf(text: SummaryText): Promise<Uint8Array> {
  const { chartOf } = await import('../summary/render/chart.js')
  const { pngOf } = await import('../summary/render/png.js')
  const svg = chartOf(text, 'light')
  if (svg === null)
    throw new UserError(
      '--unit',
      'a unit with nothing to draw',
      'one with figures',
      'Take its text: klartext summary text',
    )
  const picture = pngOf(svg)
  if (picture) return picture
  throw new UserError(
    'fonts',
    'none',
    'a font on this machine',
    'Install one, such as the package fonts-dejavu-core.',
  )
}

async function textsOf(store: Store, week: Date, { unit, language, tone }: Given): Promise<SummaryText[]> {
  const day = week.toISOString().slice(0, 10)
  if (!(await store.published(week)))
    throw new UserError(
      '--week',
      `a week that was not published (from ${day} UTC on)`,
      'one whose Monday morning Klartext has seen',
      'Name another day, or wait for Monday.',
    )
  const { units } = await store.organisation(week)
  const wanted = unit === undefined ? units : units.filter(({ id }) => id === unit)
  if (wanted.length === 0)
    throw new UserError(
      '--unit',
      `„${unit}“`,
      `one of ${units.map(({ id }) => id).join(', ')}`,
      'Name one of them.',
    )
  const { entries } = loadLexicons()
  const texts: SummaryText[] = []
  for (const { id } of wanted) {
    const [exercise = ''] = await store.exercises(id, week)
    const summary = await summaryOf(store, { unit: id, week, exercise })
    if (summary) texts.push(summaryText(summary, summaryWords(language, tone), termOf(entries)))
  }
  return texts
}

function weekOf(date: string | undefined, timeZone: string): Date {
  if (date === undefined) return mondayOf(new Date(mondayOf(new Date(), timeZone).getTime() - DAY), timeZone)
  // Noon, which is the same day in every time zone that companies work in.
  const noon = new Date(`${date}T12:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(noon.getTime()))
    throw new UserError('--week', `„${date}“`, 'a day such as 2026-03-02', 'Correct the date.')
  return mondayOf(noon, timeZone)
}
