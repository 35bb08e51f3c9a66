import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createPlayground } from '../../../adapters/playground/index.js'
import { colleagues, personOf } from '../../../adapters/playground/rooms.js'
import { readConfig } from '../../../src/config.js'
import { startKlartext } from '../../../src/klartext.js'
import type { Core } from '../../../src/types.js'
import { ask } from '../../playground/serve.js'
import { TUESDAY } from '../../slack/house.js'
import { createClock } from '../../slack/stand-in/index.js'
import type { Choice, Event, Hint, Who, World } from '../world.js'

type Colleague = (typeof colleagues)[number]

/** A message or an edit on its way; what was not taken is typed again. */
interface Typed {
  acked: boolean
  /** The messages of the channel afterwards, as its writer sees them. */
  html: string
  again(): Promise<void>
}

const within = (html: string, ...marks: readonly [from: RegExp, to: string][]): string => {
  for (const [from, to] of marks) {
    const begin = from.exec(html)
    if (!begin) return ''
    const rest = html.slice(begin.index)
    html = rest.slice(0, rest.indexOf(to))
  }
  return html
}

/** The chat in the browser, with its five people in the channel of the company. */
export async function openPlayground(): Promise<World> {
  const clock = createClock(TUESDAY)
  const folder = mkdtempSync(join(tmpdir(), 'klartext-playground-'))
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder })
  let core: Core
  async function begin() {
    const adapter = createPlayground({ clock: clock.date })
    const start = (given: Core) => {
      core = given
      return adapter.start(given)
    }
    return startKlartext(config, [{ ...adapter, start }], { log, clock: clock.date, every: 20 })
  }
  let klartext = await begin()
  const typed = new WeakMap<Event, Typed>()
  const cards = new Map<Who, Set<string>>()
  let guests = 0

  const colleague = (who: Who): Colleague => colleagues.find(({ id }) => id === who)!
  const send = async (who: Who, path: string, fields: Record<string, string>) => {
    const { port } = new URL(klartext.address)
    return ask(Number(port), `/playground/${path}?as=${who}&in=company&lang=de`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        'HX-Request': 'true',
      },
      body: new URLSearchParams(fields).toString(),
    })
  }
  const page = async (who: Who) =>
    (await ask(Number(new URL(klartext.address).port), `/?as=${who}&in=company&lang=de`)).text
  const set = async (who: Who, fields: Record<string, string>) => {
    const { status } = await send(who, 'settings', fields)
    assert.ok(status < 400, `not set: ${status}`)
  }
  const form = async (who: Who, choice: Choice, pace = '') => {
    const { tone, language, praise } = { ...(await core.settings(personOf(colleague(who).id))), ...choice }
    await set(who, { preferences: '1', tone, language, pace, ...(praise ? { praise: '1' } : {}) })
  }
  const ownPosts = (html: string): string[] =>
    [...html.matchAll(/<li id="post-([^"]+)" class="post post--own"/g)].map(([, id]) => id!)

  function hintsOn(html: string): Omit<Hint, 'readers'>[] {
    return html
      .split('<li id="post-')
      .slice(1)
      .flatMap((post) =>
        [...post.matchAll(/<section id="(card-[\w-]+)".*?<\/section>/gs)].map(([words, id]) => ({
          id: id!,
          about: post.slice(0, post.indexOf('"')),
          title: /<h3[^>]*>(.*?)<\/h3>/s.exec(words)![1]!.replace(/<[^>]+>/g, ''),
          words,
          isOpen: words.includes('name="answer"'),
        })),
      )
  }
  async function hints(who: Who): Promise<readonly Hint[]> {
    const own = hintsOn(await page(who))
    const seers = own.length > 0 ? colleagues : []
    const pages = await Promise.all(seers.map(async ({ id }) => [id, await page(id)] as const))
    const seen = cards.get(who) ?? new Set()
    cards.set(who, seen)
    for (const { id } of own) seen.add(id)
    return own.map((hint) => ({
      ...hint,
      readers: pages.flatMap(([reader, html]) => (html.includes(hint.id) ? [reader] : [])),
    }))
  }
  async function act(who: Who, path: string, fields: Record<string, string>): Promise<Typed> {
    const made: Typed = {
      acked: false,
      html: '',
      async again() {
        const { status, text } = await send(who, path, fields)
        Object.assign(made, { acked: status < 400, html: text })
      },
    }
    await made.again()
    return made
  }
  function event<Kind extends object>(given: Typed, more: Kind): Kind & Event {
    const made = Object.defineProperty({ ...more }, 'acked', { get: () => given.acked }) as Kind & Event
    typed.set(made, given)
    return made
  }
  const cannot = (): never => {
    throw new Error('there is no such thing in the playground')
  }

  return {
    can: {
      ...{ threads: false, events: false, network: false, places: false },
      ...{ limits: false, ownData: false, memory: false },
    },
    markup: {
      quotation: (text) => `> ${text}`,
      code: (text) => `\`${text}\``,
      codeBlock: (text) => `\`\`\`\n${text}\n\`\`\``,
      mention: (name) => `@${name}`,
    },
    folder,
    logged,
    /** There are five, so that each comes again as somebody new. */
    async somebody() {
      const { id } = colleagues[guests++ % colleagues.length]!
      for (const post of ownPosts(await page(id))) await send(id, 'delete', { post })
      await core.erase(personOf(id))
      cards.delete(id)
      return id
    },
    person: (who) => personOf(colleague(who).id),
    nameOf: (who) => colleague(who).name,

    async home(who) {
      const html = await page(who)
      return (
        within(html, [/<div class="welcome">/, '</form>']) || within(html, [/<div id="panel"/, '</aside>'])
      )
    },
    async optIn(who) {
      await set(who, { optedIn: 'yes' })
    },
    optOut: (who) => set(who, { optedIn: 'no' }),
    pause: (who) => set(who, { pause: 'yes' }),
    resume: (who) => set(who, { pause: 'no' }),
    set: form,
    setFree: (who) => form(who, {}, 'free'),
    setEveryday: (who) => form(who, {}, 'everyday'),

    async say(who, text) {
      const given = await act(who, 'post', { text })
      return event(given, { by: who, id: ownPosts(given.html).at(-1) ?? '' })
    },
    sayIn: cannot,
    edit: async ({ by, id }, text) => event(await act(by, 'edit', { post: id, text }), {}),
    remove: async ({ by, id }) => event(await act(by, 'delete', { post: id }), {}),
    hand: cannot,
    comeAgain: async (given) => typed.get(given)!.again(),

    hints,
    async shown(who) {
      await hints(who)
      return cards.get(who)!.size
    },
    async seenBy(who) {
      return hintsOn(await page(who))
        .map(({ words }) => words)
        .join('\n')
    },
    async answer(who, { id }, answer) {
      await send(who, 'answer', { card: id, answer })
    },
    check: async (who, text) => (await send(who, 'check', { text, asked: '1' })).text,
    exported: async (who) => JSON.parse(JSON.stringify(await core.export(personOf(colleague(who).id)))),
    erase: (who) => core.erase(personOf(colleague(who).id)),

    fail: cannot,
    get sends() {
      return cannot()
    },
    async pass(seconds) {
      await clock.advance(seconds * 1000)
      await new Promise((resolve) => setTimeout(resolve, 60))
    },
    async restart() {
      await klartext.stop()
      klartext = await begin()
    },
    async stop() {
      await klartext.stop()
      rmSync(folder, { recursive: true, force: true })
      return []
    },
  }
}
