import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { addDemoCommand } from '../../src/cli/demo.js'
import { demoCompany } from '../../src/demo/company.js'
import { indexPage } from '../../src/demo/pages.js'
import { liveThrough } from '../../src/demo/year.js'
import { UserError } from '../../src/errors.js'
import { loadLexicons } from '../../src/lexicon/load.js'
import { openStore } from '../../src/store/index.js'
import { summaryOf } from '../../src/summary/index.js'
import { summaryText, summaryWords, termOf } from '../../src/summary/wording/index.js'
import type { Label } from '../../src/types.js'
import { inFolder } from '../store/samples.js'

/** A Monday in Berlin, and the one a week before. */
const UNTIL = new Date('2026-03-08T23:00:00Z')
const LAST = new Date('2026-03-01T23:00:00Z')
const WORDS = {
  plain: ['Der Plan für morgen liegt im Ordner.', 'Ich bin bis drei Uhr da.'],
  of: new Map<Label, string[]>([
    ['blame', ['Schuld daran ist wieder mal nur der Einkauf.']],
    ['ownership', ['Das habe ich verbockt, ich bringe es bis drei in Ordnung.']],
    ['anglicism', ['Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.']],
  ]),
}

describe('the simulated company', () => {
  it('has 120 people in three departments', () => {
    const { units, people, members } = demoCompany()
    assert.equal(people.length, 120)
    assert.equal(units.filter(({ parent }) => parent === 'firma').length, 3)
    assert.equal(new Set(units.map(({ id }) => id)).size, units.length)
    assert.ok(units.every(({ id }) => /^[a-z-]+$/.test(id)))
    assert.equal(members.filter(({ manages }) => manages).length, units.length)
  })

  it('lives the same weeks each time, and has a summary for every manager', async function () {
    this.timeout(60_000)
    const lives: string[] = []
    for (let times = 0; times < 2; times++)
      await inFolder(async (dataDir) => {
        const store = await openStore({ dataDir })
        const done: number[] = []
        const lexicons = loadLexicons()
        const onWeek = (week: number) => done.push(week)
        await liveThrough({ store, lexicons, words: WORDS, until: UNTIL, weeks: 2, onWeek })
        const published = await store.published(LAST)
        lives.push(JSON.stringify(published))
        assert.deepEqual(done, [1, 2])
        assert.ok(published?.figures.some(({ unit, labels }) => unit === 'firma' && labels.anglicism))
        const pages = []
        for (const { unit } of await store.managers(LAST)) {
          const [exercise = ''] = await store.exercises(unit, LAST)
          const summary = await summaryOf(store, { unit, week: LAST, exercise })
          assert.ok(summary?.figures, `nothing to show for ${unit}`)
          const text = summaryText(summary, summaryWords('de', 'sie'), termOf(lexicons.entries))
          pages.push({ file: `${unit}.html`, text })
        }
        assert.equal(pages.length, 14)
        const page = indexPage(pages)
        for (const { file } of pages) assert.ok(page.includes(`href="${file}"`), file)
        await store.close()
      })
    assert.equal(lives[0], lives[1])
  })

  it('moves into an empty folder alone', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'mine.txt'), 'mine')
      const program = new Command()
      addDemoCommand(program)
      const run = program.parseAsync(['demo', '--folder', folder, '--weeks', '1'], { from: 'user' })
      await assert.rejects(
        run,
        (error) => error instanceof UserError && error.message.includes('empty folder'),
      )
    }))
})
