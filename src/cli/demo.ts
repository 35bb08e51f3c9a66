import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { type DemoPage, indexPage } from '../demo/pages.js'
import { sentences } from '../demo/sentences.js'
import { liveThrough } from '../demo/year.js'
import { UserError } from '../errors.js'
import { lexiconSources, loadLexicons, SHIPPED } from '../lexicon/load.js'
import { parseLexicons } from '../lexicon/parse.js'
import { mondayOf } from '../own-weeks.js'
import { openStore } from '../store/index.js'
import { summaryOf } from '../summary/index.js'
import { mailOf } from '../summary/render/mail.js'
import { summaryText, summaryWords, termOf } from '../summary/wording/index.js'
import type { Store } from '../types.js'

/** Weeks whose summaries become pages; the others are in the database alone. */
const SHOWN = 4
const WEEK = 7 * 24 * 3_600_000
const TIME_ZONE = 'Europe/Berlin'

/** `klartext demo`: a simulated company, to look at summaries before anything is installed. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('let a company of 120 invented people live through a year, and show its summaries')
    .option('--folder <path>', 'a new or empty folder for the database and the pages', 'klartext-demo')
    .option('--weeks <number>', 'how many weeks, 1 to 52', weeksIn, 52)
    .action(async ({ folder, weeks }: { folder: string; weeks: number }) => {
      const place = resolve(folder)
      makeEmpty(place)
      const store = await openStore({ dataDir: join(place, 'data') })
      try {
        const until = mondayOf(new Date(), TIME_ZONE)
        const bar = new SingleBar({ format: '{bar} {value} of {total} weeks', clearOnComplete: true })
        console.error('Reading the lexicons …')
        const words = sentences(parseLexicons(lexiconSources(SHIPPED)))
        bar.start(weeks, 0)
        const lexicons = loadLexicons()
        await liveThrough({ store, lexicons, words, until, weeks, onWeek: (done) => bar.update(done) })
        bar.stop()
        const pages = await pagesOf(store, lexicons.entries, until, Math.min(SHOWN, weeks))
        for (const { file, html } of pages) writeFileSync(join(place, file), html)
        writeFileSync(join(place, 'index.html'), indexPage(pages))
        console.log(`${pages.length} summaries: open ${join(place, 'index.html')} in a browser.`)
      } finally {
        await store.close()
      }
    })
}

/** A page for each unit with a manager and each of the last weeks, the newest first. */
async function pagesOf(
  store: Store,
  entries: Parameters<typeof termOf>[0],
  until: Date,
  weeks: number,
): Promise<(DemoPage & { readonly html: string })[]> {
  const pages: (DemoPage & { readonly html: string })[] = []
  for (let back = 1; back <= weeks; back++) {
    // Noon, so that no change of the clocks leads into another day.
    const week = mondayOf(new Date(until.getTime() - back * WEEK + WEEK / 14), TIME_ZONE)
    for (const { unit } of await store.managers(week)) {
      const [exercise = ''] = await store.exercises(unit, week)
      const summary = await summaryOf(store, { unit, week, exercise })
      if (!summary) continue
      const text = summaryText(summary, summaryWords('de', 'sie'), termOf(entries))
      pages.push({ file: `${unit}-${text.monday}.html`, text, html: mailOf(text).html })
    }
  }
  return pages
}

function weeksIn(value: string): number {
  const weeks = Number(value)
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 52)
    throw new InvalidArgumentError('Expected a whole number from 1 to 52.')
  return weeks
}

function makeEmpty(folder: string): void {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0)
    throw new UserError(folder, 'files in it', 'a new or empty folder', 'Name another one: --folder PATH')
}
