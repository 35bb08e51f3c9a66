import assert from 'node:assert/strict'
import { mondayOf } from '../../src/own-weeks.js'
import { openStore } from '../../src/store/index.js'
import type { Figures, Person, PersonalData } from '../../src/types.js'
import {
  chatOf,
  exported,
  hinted,
  insatiable,
  lastIn,
  MODES,
  newcomer,
  newUser,
  onHome,
  settled,
  sharedHouse,
  windowOf,
  wordsOn,
} from './acts.js'
import { JARGON, type SlackHouse } from './house.js'
import type { User } from './stand-in/index.js'

const MEETING = 'Das Meeting zum Launch wurde gecancelt, der Forecast kommt im Daily.'

/** What is chosen on the page, what is then kept, and what the page says. */
const CHOICES: readonly (readonly [
  action: string,
  choice: unknown,
  kept: Partial<Record<keyof PersonalData['settings'], unknown>>,
  says: RegExp,
])[] = [
  ['tone', 'sie', { tone: 'sie' }, /Klartext liest bei Ihnen mit/],
  ['tone', 'du', { tone: 'du' }, /Klartext liest bei dir mit/],
  ['language', 'en', { language: 'en' }, /Klartext is reading along/],
  ['language', 'de', { language: 'de' }, /Klartext liest bei dir mit/],
  ['language', 'auto', { language: 'auto' }, /Klartext liest bei dir mit/],
  ['place', 'channel', { place: 'channel' }, /Nach dem Neuladen ist er weg/],
  ['place', 'direct', { place: 'direct' }, /Im Chat mit Klartext/],
  ['per-day', '1', { maxPerDay: 1 }, /ein Hinweis/],
  ['per-day', '8', { maxPerDay: 8 }, /8 Hinweise/],
  ['between', '0', { minutesBetween: 0 }, /beliebig/],
  ['between', '120', { minutesBetween: 120 }, /120 Minuten/],
  ['quiet-from', '19:30', { quietFrom: '19:30' }, /19:30/],
  ['quiet-to', '06:15', { quietTo: '06:15' }, /06:15/],
  ['praise', [], { praise: false }, /Ab und zu auch ein Lob/],
  ['praise', ['praise'], { praise: true }, /Ab und zu auch ein Lob/],
]

/** Two published weeks of units that somebody manages, in words of the ward. */
async function publishWeeks(house: SlackHouse, boss: User, units = 1): Promise<void> {
  const store = await openStore({ dataDir: house.folder })
  const to: Person = { platform: 'slack', tenant: house.workspace.id, user: boss.id }
  const ids = Array.from({ length: units }, (_, at) => `st-${4 + at}`)
  await store.saveOrganisation(
    {
      units: ids.map((id) => ({ id, name: id.replace('st-', 'Station '), parent: null })),
      members: ids.map((unit) => ({ unit, accounts: [to], manages: true })),
    },
    new Date('2026-02-01T23:00:00Z'),
  )
  for (const day of ['2026-02-23', '2026-03-02']) {
    const week = mondayOf(new Date(`${day}T12:00:00Z`), 'Europe/Berlin')
    const figures = ids.map((unit) => ({
      unit,
      labels: { anglicism: { band: 3, direction: null } },
      terms: [],
    })) satisfies Figures[]
    const letters = ids.map((unit) => ({
      ...{ id: `${unit}-${day}`, to, unit, week },
      exercise: 'glossary-round',
    }))
    await store.publish(week, figures, letters, [], new Date(week.getTime() + 8 * 24 * 3_600_000))
  }
  await store.close()
}

/** What somebody has set, and whether a hint comes then, at eleven in the morning. */
const EFFECTS: readonly (readonly [
  name: string,
  hints: number,
  set: (house: SlackHouse, me: User) => Promise<unknown>,
])[] = [
  ['nothing', 1, async () => {}],
  ['quiet hours now', 0, (house, me) => quiet(house, me, '10:00', '12:00')],
  ['quiet hours over midnight that still last', 0, (house, me) => quiet(house, me, '22:00', '12:00')],
  ['quiet hours that are over', 1, (house, me) => quiet(house, me, '08:00', '10:30')],
  ['the same time twice', 1, (house, me) => quiet(house, me, '11:00', '11:00')],
  ['a pause', 0, (house, me) => onHome(house, me, 'pause')],
  [
    'a pause that was ended',
    1,
    async (house, me) => {
      await onHome(house, me, 'pause')
      await onHome(house, me, 'resume')
    },
  ],
  [
    'another topic only',
    0,
    async (house, me) => {
      await onHome(house, me, 'topics')
      await house.slack.submit(me, undefined, { first: { labels: ['blame'] }, second: { labels: [] } })
    },
  ],
  [
    'all topics but another',
    1,
    async (house, me) => {
      await onHome(house, me, 'topics')
      await house.slack.submit(me, undefined, { second: { labels: ['silo'] } })
    },
  ],
]

async function quiet(house: SlackHouse, me: User, from: string, to: string): Promise<void> {
  await onHome(house, me, 'quiet-from', from)
  await onHome(house, me, 'quiet-to', to)
}

for (const mode of MODES)
  describe(`Slack over ${mode}: the person's own page`, () => {
    const house = sharedHouse({ mode })
    const opened = async (make: (house: SlackHouse) => Promise<User>) => {
      const me = await make(house())
      await house().slack.openHome(me)
      return me
    }

    it('keeps each choice at once and shows it', async () => {
      const me = await opened(newcomer)
      for (const [action, choice, kept, says] of CHOICES) {
        await onHome(house(), me, action, choice)
        assert.match(wordsOn(me.home!), says, `${action} ${choice}`)
        const { settings } = await exported(house(), me)
        assert.deepEqual({ ...settings, ...kept }, settings, `${action} ${choice}`)
      }
    })

    for (const [name, hints, set] of EFFECTS)
      it(`${hints === 1 ? 'gives' : 'gives no'} hint with ${name}`, async () => {
        const me = await opened(newcomer)
        await set(house(), me)
        await settled(house(), me, MEETING)
        await house().slack.until(() => chatOf(house(), me).length >= hints)
        assert.equal(chatOf(house(), me).length, hints)
      })

    it('keeps to the limits: so many a day, so far apart', async () => {
      const me = await opened(insatiable)
      await onHome(house(), me, 'between', '30')
      await onHome(house(), me, 'per-day', '2')
      await hinted(house(), me, MEETING)
      await house().pass(27 * 60)
      await settled(house(), me, MEETING)
      assert.equal(chatOf(house(), me).length, 1, 'too soon')
      await house().pass(180)
      await hinted(house(), me, MEETING)
      await house().pass(31 * 60)
      await settled(house(), me, MEETING)
      assert.equal(chatOf(house(), me).length, 2, 'one too many')
      await house().pass(24 * 3600 - 90 * 60)
      await hinted(house(), me, MEETING)
    })

    it('speaks to each as they have set: Sie, and English', async () => {
      const [formal, english] = [await opened(newcomer), await opened(newcomer)]
      await onHome(house(), formal, 'tone', 'sie')
      await onHome(house(), english, 'language', 'en')
      await hinted(house(), formal, MEETING)
      await hinted(house(), english, MEETING)
      assert.match(wordsOn(lastIn(house(), formal).message), /Nur für Sie sichtbar.*In Ihrer Nachricht/)
      assert.match(wordsOn(lastIn(house(), english).message), /Only visible to you/)
    })

    it('lists what is switched off, and switches it on again', async () => {
      const me = await opened(newcomer)
      await onHome(house(), me, 'topics')
      await house().slack.submit(me, undefined, { first: { labels: [] }, second: { labels: [] } })
      const { settings } = await exported(house(), me)
      assert.equal(settings.mutedLabels.length, 11)
      assert.match(wordsOn(me.home!), /Abgeschaltete Hinweise.*Englische Wörter.*und 1 weitere/)
      for (let count = 0; count < 11; count++) await onHome(house(), me, 'unmute')
      assert.ok(!wordsOn(me.home!).includes('Abgeschaltete Hinweise'))
      assert.deepEqual((await exported(house(), me)).settings.mutedLabels, [])
    })

    it('says what is read, also later, and in the other language before', async () => {
      const fresh = newUser(house())
      await house().slack.openHome(fresh)
      await onHome(house(), fresh, 'other-language')
      assert.match(wordsOn(fresh.home!), /Would you like Klartext to read along\?/)
      await onHome(house(), fresh, 'other-language')
      assert.match(wordsOn(fresh.home!), /Soll Klartext bei dir mitlesen\?/)
      await onHome(house(), fresh, 'join')
      await onHome(house(), fresh, 'about')
      assert.match(wordsOn(windowOf(fresh)), /Was gespeichert wird/)
      await onHome(house(), fresh, 'check')
      assert.equal(windowOf(fresh).callback_id, 'draft')
      await onHome(house(), fresh, 'leave')
      assert.match(wordsOn(fresh.home!), /Mitmachen/)
    })

    it('shows how long a pause lasts, and ends one that is over by itself', async () => {
      const me = await opened(newcomer)
      await onHome(house(), me, 'pause')
      assert.match(wordsOn(me.home!), /Pause bis \w+, 00:00 Uhr/)
      await house().pass(24 * 3600)
      await house().slack.openHome(me)
      assert.match(wordsOn(me.home!), /Klartext liest bei dir mit/)
    })

    it('shows the own last weeks as a picture', async () => {
      const me = await opened(insatiable)
      assert.ok(!wordsOn(me.home!).includes('Deine letzten Wochen'))
      await settled(house(), me, MEETING)
      await house().slack.openHome(me)
      const page = wordsOn(me.home!)
      assert.match(page, /Deine letzten Wochen.*KW \d+ {3}nichts.*KW \d+ {3}(🟦){5} 5\b/)
      assert.match(page, /Nur du siehst diese Zahlen\..*Am häufigsten: Englische Wörter: /)
      const { murat, slack } = house()
      await slack.openHome(murat)
      assert.ok(!wordsOn(murat.home!).includes('🟦🟦'))
    })

    it('shows the newest summary to whoever manages the unit, and to nobody else', async () => {
      const [boss, other] = [await opened(newcomer), await opened(newcomer)]
      await publishWeeks(house(), boss)
      await house().slack.openHome(boss)
      const page = wordsOn(boss.home!)
      assert.match(
        page,
        /Die Woche in Worten.*Station 4 · 2\.–8\. März 2026.*Englische Wörter.*Zehn Minuten Wörterbuch/,
      )
      assert.ok(!page.includes('23. Februar'), 'an older week is shown')
      await house().slack.openHome(other)
      assert.ok(!wordsOn(other.home!).includes('Die Woche in Worten'))
    })

    it('shows as many summaries as fit on the page', async () => {
      const boss = await opened(newcomer)
      await publishWeeks(house(), boss, 30)
      await house().slack.openHome(boss)
      const shown = wordsOn(boss.home!).split('Die Woche in Worten').length - 1
      assert.ok(shown > 1 && shown < 30, `${shown} summaries`)
      assert.ok(boss.home!.blocks.length <= 100)
    })

    it('publishes nothing for the other tab', async () => {
      const me = newUser(house())
      await house().slack.openHome(me, 'messages')
      assert.equal(me.home, undefined)
    })

    it('hands nobody else anything when somebody goes', async () => {
      const [me, other] = [await opened(insatiable), await opened(insatiable)]
      await hinted(house(), me, JARGON)
      await hinted(house(), other, JARGON)
      await onHome(house(), me, 'erase')
      await house().slack.until(() => chatOf(house(), me).length === 0)
      assert.equal(chatOf(house(), other).length, 1)
      const { settings, nudges } = await exported(house(), other)
      assert.deepEqual([settings.optedIn, settings.maxPerDay, nudges.length], [true, 8, 1])
    })
  })
