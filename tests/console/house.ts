import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { AgreementDesk, House, Offices } from '../../src/console/house.js'
import { type ConsoleParts, createConsole } from '../../src/console/index.js'
import type { Route } from '../../src/console/route.js'
import { allRoutes } from '../../src/console/routes/index.js'
import { nameOf } from '../../src/name-of.js'
import { untunedLexicon } from '../../src/tuning/live-lexicon.js'
import type { Person, Role, Store } from '../../src/types.js'
import type { Workbench } from '../../src/workbench/workbench.js'
import { shippedEntries, startCore } from '../helpers/core.js'
import { shippedAnalyzer } from '../helpers/lexicons.js'
import { type Answered, ask } from '../playground/serve.js'

/** One person for each role, so that no two of them are the same. */
export const persons = {
  employee: { platform: 'playground', tenant: 'playground', user: 'jana' },
  manager: { platform: 'playground', tenant: 'playground', user: 'katrin' },
  admin: { platform: 'playground', tenant: 'playground', user: 'leon' },
  'works-council': { platform: 'playground', tenant: 'playground', user: 'sofie' },
} as const satisfies Record<Role, Person>

/** What a test may set otherwise. */
export interface Opening {
  readonly now?: string
  readonly url?: string
  readonly routes?: readonly Route[]
  readonly providers?: ConsoleParts['signIn']['providers']
  readonly isKnown?: ConsoleParts['signIn']['isKnown']
  readonly people?: ConsoleParts['people']
  readonly offices?: Offices
  readonly timeZone?: string
  readonly fourEyes?: boolean
  readonly facts?: House['facts']
  /** Parts that a test brings along, made from the real store and core. */
  readonly parts?: (
    made: Pick<House, 'store' | 'core' | 'lexicon'> & { readonly clock: () => Date },
  ) => Partial<House>
}

/** Fields of a form; several values of one name in a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser that is signed in, without a browser. */
export interface Client {
  readonly person: Person
  readonly csrf: string
  /** As a `Cookie` header. */
  readonly cookie: string
  /** Paths count below `/console`. */
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  /** As a form of the console sends it; a field `csrf` or a header given here goes before its own. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Answered>
  /** As a form that takes a file; null chooses none. */
  upload(path: string, file: string | null, fields?: Fields): Promise<Answered>
  /** Goes where an answer leads. */
  follow(answer: Answered): Promise<Answered>
}

const under = (path: string) => (path.startsWith('/console') ? path : `/console${path}`)

const pairs = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )

/** The fields of a form, encoded as browsers do. */
export const encoded = (fields: Fields) => new URLSearchParams(pairs(fields)).toString()

const missing = new Proxy({} as Workbench, {
  get(_target, name) {
    throw new Error(`this test brought no workbench, but asked for ${String(name)}`)
  },
})

const agreement: AgreementDesk = {
  current: { config: {}, hash: '0'.repeat(64) },
  isHeld: () => false,
  refresh: async () => undefined,
}

/** A console on 127.0.0.1 over a real core and a real store in a folder of its own; the clock stands still. */
export async function openConsole(opening: Opening = {}) {
  const kept = await startCore(opening.now ? { now: opening.now } : {})
  const given = new Map<string, ReadonlySet<Role>>(
    Object.entries(persons).map(([role, person]) => [nameOf(person), new Set([role as Role])]),
  )
  const people = new Map<string, Person>(Object.values(persons).map((person) => [nameOf(person), person]))
  const store: Store = {
    ...kept.store,
    async managers(week) {
      const named = [...given].filter(([, roles]) => roles.has('manager')).map(([name]) => people.get(name)!)
      const real = await kept.store.managers(week)
      const known = new Set(real.map(({ to }) => nameOf(to)))
      return [
        ...real,
        ...named.filter((to) => !known.has(nameOf(to))).map((to) => ({ unit: 'none-of-theirs', to })),
      ]
    },
  }
  const base = { analyzer: shippedAnalyzer(), entries: shippedEntries(), version: 'test' }
  const lexicon: House['lexicon'] = {
    base,
    ...untunedLexicon(base),
    refresh: async () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  }
  const logged: unknown[] = []
  const note = (...args: unknown[]) => void logged.push(args)
  const made = { store, core: kept.core, lexicon, clock: kept.clock }
  const house: House = {
    ...made,
    workbench: missing,
    agreement,
    facts: opening.facts ?? { k: 7, nudgeDays: 14, rows: {} },
    timeZone: opening.timeZone ?? 'Europe/Berlin',
    fourEyes: opening.fourEyes ?? false,
    ...opening.parts?.(made),
  }
  const offices: Offices = opening.offices ?? {
    rolesOf: (person) =>
      (['admin', 'works-council'] as const).filter((role) => given.get(nameOf(person))?.has(role)),
  }
  const app = express()
  app.use(
    createConsole({
      house,
      routes: opening.routes ?? allRoutes,
      signIn: { providers: opening.providers ?? [], isKnown: opening.isKnown ?? (async () => true) },
      offices,
      url: opening.url,
      people: opening.people ?? [],
      log: { warn: note, error: note },
      clock: kept.clock,
    }),
  )
  app.get('/elsewhere', (_req, res) => void res.send('not ours'))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = opening.url ?? `http://127.0.0.1:${port}`
  const sid = opening.url?.startsWith('https:') ? '__Host-sid' : 'sid'

  function clientOf(person: Person, token: string, csrf: string): Client {
    const cookie = `${sid}=${token}`
    const here = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', Origin: origin }
    const send = (path: string, body: string, headers: Record<string, string>) =>
      ask(port, under(path), { method: 'POST', headers: { ...here, ...headers }, body })
    const get = (path: string, headers: Record<string, string> = {}) =>
      ask(port, under(path), {
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'none', 'Accept-Language': 'de', ...headers },
      })
    return {
      person,
      csrf,
      cookie,
      get,
      post: (path, fields = {}, headers = {}) =>
        send(path, encoded({ csrf, ...fields }), {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Accept-Language': 'de',
          ...headers,
        }),
      async upload(path, file, fields = {}) {
        const form = new FormData()
        for (const [name, value] of pairs({ csrf, ...fields })) form.append(name, value)
        if (file !== null) form.append('file', new Blob([file]), 'file.yaml')
        const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
        return send(path, await request.text(), {
          'Content-Type': request.headers.get('content-type')!,
          'Accept-Language': 'de',
        })
      },
      follow: (answer) => get(answer.headers.location ?? assertLocation(answer)),
    }
  }

  return {
    port,
    origin,
    store,
    core: kept.core,
    lexicon,
    house,
    clock: kept.clock,
    /** Where the store keeps its files. */
    folder: kept.folder,
    /** What was logged, without the core's own. */
    logged,
    /** Lets time pass. */
    pass: kept.pass,
    /** Somebody who is not signed in. */
    ask: (path: string, asked: Parameters<typeof ask>[2] = {}) => ask(port, under(path), asked),
    /** Signs somebody in: one person for each role, or anybody with any roles. */
    async signIn(who: Role | Person, ...roles: Role[]): Promise<Client> {
      const person = typeof who === 'string' ? persons[who] : who
      if (roles.length > 0) given.set(nameOf(person), new Set(roles))
      people.set(nameOf(person), person)
      const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
      const csrf = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
      await kept.store.console.openSession(token, { person, startedAt: kept.clock(), csrf })
      return clientOf(person, token, csrf)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await kept.stop()
    },
  }
}

function assertLocation({ status, text }: Answered): never {
  throw new Error(`led nowhere: ${status} ${text.slice(0, 500)}`)
}

export type OpenedConsole = Awaited<ReturnType<typeof openConsole>>
