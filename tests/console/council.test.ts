import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { councilWords } from '../../src/console/words/council.js'
import { packageRoot } from '../../src/package-root.js'
import type { Client, OpenedConsole } from './house.js'
import { cast, furnish, live, openScene } from './scene.js'
import { plainText } from './text.js'

describe('console: the works council’s page', function () {
  this.timeout(30_000)
  let house: OpenedConsole
  let sofie: Client
  let leon: Client

  beforeEach(async () => {
    house = await openScene()
    sofie = await house.signIn(cast.sofie, 'works-council')
    leon = await house.signIn(cast.leon, 'admin')
  })
  afterEach(() => house.close())

  const read = async (path: string, client = sofie) => plainText((await client.get(path)).text)

  const said: readonly string[] = [
    'Angeschlossen Slack',
    'Wochenberichte gibt es erst ab 7 Menschen',
    'Zufällige Abweichung in den Wochenberichten gibt es nicht',
    'Hinweise stehen im Chat 14 Tage',
    'Zeitzone Europe/Berlin',
    'Änderungen am Lexikon gelten erst, wenn eine zweite Person sie freigibt',
    'Slack: wo Klartext liest nur in C024BE91L, C0G9QF9GZ',
    'Slack: wo Klartext nie liest C0BETRIEB',
    'Slack: Kanäle, die auch Leute von außen nutzen dort liest Klartext nicht',
    'Slack: wer in welchem Kanal mitliest C024BE91L: das ganze Haus',
    'Text von Nachrichten wird nie gespeichert',
    'Protokoll 90 Tage',
    'Wochenberichte, ohne Personen 53 Wochen',
    'Stand, der gerade gilt: test',
    'Prüfsumme der Begriffe, die kein Lexikon enthalten darf: 0123456789abcdef',
  ]
  it('says in plain words how Klartext is set up, what is kept for how long, and what has changed', async () => {
    await furnish(house)
    const text = await read('/council')
    for (const part of said) assert.ok(text.includes(part), part)
    assert.match(text, /Stand 3 .*Stand 2 .*Aus der Umfrage im Januar.*Stand 1 /)
    const { text: html } = await sofie.get('/council')
    assert.ok(html.includes('href="/console/changes/3"'))
    assert.match(html, /KLARTEXT_SUMMARY_PEOPLE=7/)
    assert.ok(!/ style=|<style/.test(html))
  })

  it('shows no person: not who takes part, not who acts, not how many they are', async () => {
    await furnish(house)
    await house.core.change(cast.murat, { optedIn: true })
    await live(house, cast.jana)
    await leon.post('/council/propose')
    const pages = ['/council', '/council/audit', '/council/audit/csv']
    const before = await Promise.all(pages.map(async (path) => (await sofie.get(path)).text))
    for (const text of before)
      for (const { user } of Object.values(cast)) assert.ok(!text.includes(user), user)
    await live(house, cast.olga)
    await house.core.change(cast.bernd, { optedIn: true })
    const csrf = (text: string) => text.replace(/value="[^"]*"/g, '')
    for (const [index, path] of pages.entries())
      assert.equal(csrf((await sofie.get(path)).text), csrf(before[index]!), path)
  })

  it('is for the works council and the administration alone', async () => {
    const jana = await house.signIn(cast.jana, 'employee', 'manager')
    for (const path of ['/council', '/council/audit', '/council/audit/csv']) {
      assert.equal((await jana.get(path)).status, 403, path)
      assert.equal((await sofie.get(path)).status, 200, path)
      assert.equal((await leon.get(path)).status, 200, path)
    }
  })

  it('is not itself on record: nobody watches the works council reading', async () => {
    await furnish(house)
    const count = async () => (await house.store.console.auditRecords(1000)).length
    const before = await count()
    for (const path of ['/council', '/council/audit', '/council/audit/csv', '/council/audit?before=2'])
      await sofie.get(path)
    assert.equal(await count(), before)
  })

  describe('the log', () => {
    const fill = async (count: number) => {
      for (let index = 1; index <= count; index++)
        await house.store.console.audit(
          {
            actor: house.store.console.actor(index % 2 ? cast.leon : cast.sofie),
            role: index % 2 ? 'admin' : 'works-council',
            ...{ action: index % 2 ? 'lexicon.publish' : 'agreement.propose', subject: `s${index}` },
          },
          new Date(house.clock().getTime() + index * 1000),
        )
    }

    it('has words for whatever Klartext writes into it', () => {
      const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes('words'))
        .map((name) => readFileSync(join(packageRoot, 'src', name), 'utf8'))
        .filter((source) => source.includes('audit('))
      const actions = new Set(
        sources.flatMap((source) => source.match(/(?<=')(?:agreement|lexicon|session)\.[a-z-]+(?=')/g) ?? []),
      )
      assert.ok(actions.size >= 8, [...actions].join())
      for (const language of ['de', 'en'] as const)
        assert.deepEqual([...actions].sort(), Object.keys(councilWords[language]().actions).sort())
    })

    it('is empty at first', async () => {
      assert.match(await read('/council/audit'), /Lückenlos.*Noch ist nichts geschehen\./)
    })

    it('names what was done, in which office and under which code, newest first and page by page', async () => {
      await fill(120)
      const codes = [cast.leon, cast.sofie].map((person) => house.store.console.actor(person))
      const first = await read('/council/audit')
      assert.match(first, new RegExp(`120 .*Betriebsrat ${codes[1]} Vereinbarung vorgeschlagen s120`))
      assert.match(first, new RegExp(`119 .*Admin ${codes[0]} Lexikon geändert s119`))
      const numbers: string[] = []
      let at: string | undefined = '/council/audit'
      while (at) {
        const { text } = await sofie.get(at)
        numbers.push(...[...text.matchAll(/<td class="number"[^>]*>(\d+)/g)].map(([, number]) => number!))
        at = /href="(\/console\/council\/audit\?before=\d+)"/.exec(text)?.[1]
      }
      assert.deepEqual(
        numbers,
        Array.from({ length: 120 }, (_, index) => String(120 - index)),
      )
      for (const before of ['x', '-1', '0', '99999999999'])
        assert.equal((await sofie.get(`/council/audit?before=${before}`)).status, 200)
    })

    it('says that the chain is whole, and gives its newest hash to note down', async () => {
      await fill(3)
      const [newest] = await house.store.console.auditRecords(1)
      const text = await read('/council/audit')
      assert.match(text, /Lückenlos: Jeder Eintrag passt zu dem davor\./)
      assert.ok(text.includes(`Prüfsumme des neuesten Eintrags (Nummer 3): ${newest!.hash}`))
      Object.assign(house.house.store, {
        console: { ...house.store.console, auditFault: async () => 2 },
      })
      assert.match(await read('/council/audit'), /Eintrag 2 passt nicht zu dem davor\./)
    })

    it('can be taken along as a table in which nothing is a formula', async () => {
      await fill(4)
      const records = await house.store.console.auditRecords(10)
      Object.assign(house.house.store, {
        console: {
          ...house.store.console,
          auditRecords: async () => [{ ...records[0]!, subject: '=cmd|/c calc', action: '@strange' }],
        },
      })
      const { text, headers } = await sofie.get('/council/audit/csv')
      assert.match(headers['content-type']!, /text\/csv/)
      assert.match(headers['content-disposition']!, /klartext-2026-03-10\.csv/)
      assert.ok(text.includes(`"'@strange";"'=cmd|/c calc";"${records[0]!.hash}"`), text)
    })

    it('is whole in the table as well, however long', async () => {
      await fill(60)
      const { text } = await sofie.get('/council/audit/csv')
      const rows = text.trim().split('\r\n')
      assert.equal(rows.length, 61)
      assert.match(rows[1]!, /^"60";"2026-03-10T11:01:00\.000Z";"Betriebsrat";"[0-9a-f]{12}";/)
    })
  })
})
