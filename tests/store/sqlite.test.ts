import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Knex } from 'knex'
import sqlite3 from 'sqlite3'
import { UserError } from '../../src/errors.js'
import { begin } from '../../src/store/migrations/0001-begin.js'
import { openStore, type StoreOptions } from '../../src/store/open-store.js'
import { personKey } from '../../src/store/person-key.js'
import { setPragmas } from '../../src/store/set-pragmas.js'
import type { Store } from '../../src/types.js'
import { agreementsContract } from './agreements.js'
import { auditContract } from './audit.js'
import { storeContract } from './contract.js'
import { deletionsContract } from './deletions.js'
import { departuresContract } from './departures.js'
import { draftsContract } from './drafts.js'
import { personalContract } from './personal.js'
import { postedContract } from './posted.js'
import { ruleAnswersContract } from './rule-answers.js'
import {
  address,
  at,
  beside,
  bytes,
  days,
  hours,
  inFolder,
  nudge,
  person,
  settings,
  sight,
} from './samples.js'
import { sessionsContract } from './sessions.js'
import { summariesContract } from './summaries.js'
import { how, step, tuningContract } from './tuning.js'
import { unitsContract } from './units.js'

for (const contract of [
  storeContract,
  deletionsContract,
  postedContract,
  personalContract,
  summariesContract,
  tuningContract,
  draftsContract,
  ruleAnswersContract,
  sessionsContract,
  auditContract,
  agreementsContract,
  unitsContract,
  departuresContract,
])
  contract('SQLite', (dataDir) => openStore({ dataDir }))

const opened: Store[] = []

/** Opens a store that is closed after the test, however that ends: an open one would keep mocha alive. */
async function open(options: StoreOptions): Promise<Store> {
  const store = await openStore(options)
  opened.push(store)
  return store
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

/** Opens a store that must refuse; answers its error. */
async function refusal(options: StoreOptions): Promise<UserError> {
  const outcome = await open(options).then(
    (store) => store.close().then(() => undefined),
    (error: unknown) => error,
  )
  assert.ok(outcome instanceof UserError, `expected a UserError, got ${outcome}`)
  for (const part of [outcome.where, outcome.found, outcome.expected, outcome.remedy]) assert.ok(part)
  return outcome
}

describe('the SQLite file', () => {
  it('has no column that could hold prose, but for what the company writes for all to read', async () => {
    const word = 'varchar(64)'
    const place = { platform: word, tenant: word, channel: word, message: word }
    const allowed: Record<string, Record<string, string>> = {
      people: {
        person: word,
        opted_in: 'integer',
        language: 'varchar(4)',
        tone: 'varchar(4)',
        praise: 'integer',
        max_per_day: 'integer',
        minutes_between: 'integer',
        quiet_from: 'varchar(5)',
        quiet_to: 'varchar(5)',
        paused_until: 'bigint',
        changed_at: 'bigint',
        place: 'varchar(7)',
        platform: word,
        tenant: word,
      },
      departures: { platform: word, tenant: word, at: 'bigint' },
      muted: { person: word, kind: 'varchar(5)', value: word },
      paces: { person: word, last_hint_at: 'bigint', last_praise_at: 'bigint' },
      sights: { id: 'integer', ...place, revision: word, at: 'bigint' },
      sightings: {
        id: 'integer',
        person: word,
        sight: 'integer',
        label: word,
        rule: word,
        language: 'varchar(2)',
        lexicon: word,
        hour: 'bigint',
      },
      outbox: {
        id: word,
        person: word,
        ...place,
        recipient: word,
        kind: 'varchar(6)',
        label: word,
        language: 'varchar(2)',
        state: 'varchar(8)',
        attempts: 'integer',
        created_at: 'bigint',
        due_at: 'bigint',
        settled_at: 'bigint',
        posted: word,
        written_at: 'bigint',
        place: 'varchar(7)',
      },
      posted: {
        id: word,
        person: word,
        platform: word,
        tenant: word,
        recipient: word,
        posted: word,
        mark: word,
        at: 'bigint',
        remove_at: 'bigint',
        attempts: 'integer',
      },
      // Longer than a word, but of characters that no prose is made of; the next test tries.
      vault: { name: word, sealed: 'varchar(4096)', at: 'bigint' },
      rosters: { platform: word, tenant: word, team: word, week: 'bigint', person: word },
      weeks: { person: word, week: 'bigint', messages: 'integer', counted: 'integer' },
      units: {
        ...{ week: 'bigint', unit: word, name: word, parent: word, position: 'integer' },
        ...{ platform: word, tenant: word, team: word },
      },
      unit_people: {
        week: 'bigint',
        unit: word,
        person: word,
        human: word,
        position: 'integer',
        platform: word,
        tenant: word,
        recipient: word,
      },
      published: { week: 'bigint', at: 'bigint', erased: 'integer' },
      figures: { week: 'bigint', unit: word, label: word, band: 'integer', direction: 'varchar(4)' },
      terms: { week: 'bigint', unit: word, position: 'integer', rule: word },
      summaries: {
        id: word,
        week: 'bigint',
        unit: word,
        person: word,
        platform: word,
        tenant: word,
        recipient: word,
        exercise: word,
        state: 'varchar(8)',
        settled_at: 'bigint',
      },
      team_terms: { platform: word, tenant: word, channel: word, term: word, at: 'bigint' },
      outbox_rules: { nudge: word, position: 'integer', rule: word },
      nudged: { mark: word },
      answers: {
        nudge: word,
        answer: 'varchar(16)',
        label: word,
        rule: word,
        language: 'varchar(2)',
        at: 'bigint',
        mark: word,
      },
      sessions: {
        ...{ hash: word, person: word, sealed: 'varchar(512)', csrf: word },
        ...{ started_at: 'bigint', seen_at: 'bigint' },
      },
      audit: {
        ...{ number: 'integer', at: 'bigint', actor: word, role: word, action: word, subject: word },
        ...{ previous: word, hash: word },
      },
      agreements: {
        ...{ id: 'integer', waiting: 'integer', hash: word, config: 'varchar(8192)' },
        ...{ proposed_by: word, proposed_role: 'varchar(16)', proposed_at: 'bigint' },
        ...{ confirmed_by: word, confirmed_at: 'bigint' },
      },
      tuning_versions: {
        ...{ version: 'integer', at: 'bigint', author: word, approver: word, reason: 'varchar(200)' },
        ...{ added: 'integer', changed: 'integer', removed: 'integer', back_to: 'integer' },
      },
      tuning_items: {
        ...{ scope: 'varchar(250)', kind: 'varchar(16)', name: 'varchar(120)' },
        ...{ since: 'integer', until: 'integer', content: 'varchar(16384)' },
      },
      tuning_drafts: { author: word, submitted_at: 'bigint', reason: 'varchar(200)', idle_since: 'bigint' },
      tuning_steps: {
        ...{ author: word, scope: 'varchar(250)', kind: 'varchar(16)', name: 'varchar(120)' },
        ...{ base: 'integer', content: 'varchar(16384)' },
      },
      // knex's own; they hold the names of our migrations.
      knex_migrations: { id: 'integer', name: 'varchar(255)', batch: 'integer', migration_time: 'datetime' },
      knex_migrations_lock: { index: 'integer', is_locked: 'integer' },
    }
    await inFolder(async (dataDir) => {
      await (await open({ dataDir })).close()
      await beside(dataDir, async (db) => {
        const tables: string[] = await db('sqlite_master')
          .where({ type: 'table' })
          .whereNot('name', 'sqlite_sequence')
          .pluck('name')
        assert.deepEqual(tables.sort(), Object.keys(allowed).sort())
        for (const table of tables) {
          const columns: { name: string; type: string }[] = await db.raw(`PRAGMA table_info(${table})`)
          const found = Object.fromEntries(columns.map(({ name, type }) => [name, type.toLowerCase()]))
          assert.deepEqual(found, allowed[table], table)
        }
      })
    })
  })

  it('refuses prose in every column by itself', async () => {
    const prose = 'Wir sollten die Synergien im Team heben und zeitnah alignen, bitte gebt Feedback.'
    // The lexicon and why it was changed are written by admins, the agreed settings by Klartext; all may read them.
    // These columns are no longer than they must be. A scope is made of ids alone, so it is none of them.
    const written: Record<string, Record<string, number>> = {
      tuning_items: { name: 120, content: 16_384 },
      tuning_steps: { name: 120, content: 16_384 },
      tuning_versions: { reason: 200 },
      tuning_drafts: { reason: 200 },
      agreements: { config: 8192 },
    }
    await inFolder(async (dataDir) => {
      const store = await open({ dataDir })
      await store.record(sight())
      await store.saveSettings(person(), settings({ mutedRules: ['r'] }), at())
      await store.claim(at(), 1)
      const [id] = await beside(dataDir, (db) => db('outbox').pluck('id'))
      await store.settle(id, 'sent', at(), 'p')
      await store.saveAnswer(id, 'helpful', at())
      await store.vault.write('name', 'value')
      await store.saveTeamTerms(address(), ['term'], true, at())
      await store.saveRoster({ platform: 'slack', tenant: 'T1', team: 'S1' }, [person()], at())
      await store.saveDeparture({ platform: 'slack', tenant: 'T1' }, at())
      await store.tuning.publish([step('a')], how({ approver: 'a2' }))
      await store.tuning.publish([step('a', { value: null, base: 1 })], how())
      await store.tuning.saveSteps('a1', [step('b')])
      await store.tuning.submit('a1', 'Neue Wörter', at())
      await store.console.openSession('t', { person: person(), startedAt: at(), csrf: 'c' })
      await store.console.audit({ actor: 'a1', role: 'admin', action: 'sign-in', subject: '-' }, at())
      const agreed = { proposedBy: 'a1', proposedRole: 'admin', proposedAt: at() } as const
      await store.console.propose({ hash: null, config: {}, ...agreed })
      await store.close()
      await beside(dataDir, async (db) => {
        const tables = [
          'people',
          'muted',
          'paces',
          'sights',
          'sightings',
          'outbox',
          'outbox_rules',
          'nudged',
          'answers',
          'posted',
          'vault',
          'team_terms',
          'rosters',
          'departures',
          'tuning_versions',
          'tuning_items',
          'tuning_drafts',
          'tuning_steps',
          'sessions',
          'audit',
          'agreements',
        ]
        for (const table of tables) {
          const row = await db(table).first()
          assert.ok(row, `${table} is empty`)
          for (const column of Object.keys(row)) {
            const most = written[table]?.[column]
            const text = most === undefined ? prose : 'x'.repeat(most + 1)
            const update = db(table).update({ [column]: text })
            await assert.rejects(
              async () => await update,
              /SQLITE_(CONSTRAINT|MISMATCH)/,
              `${table}.${column}`,
            )
          }
        }
      })
    })
  })

  it('keeps sightings by hour and pseudonym, and only those of the last revision', async () => {
    await inFolder(async (dataDir) => {
      const store = await open({ dataDir, tenantSecret: 's'.repeat(32) })
      await store.record(sight({ at: at(59, 59) }))
      const edited = [{ label: 'silo' as const, rule: 'de.silo.x' }]
      await store.record(sight({ revision: 'r2', at: at(61), sightings: edited }))
      await store.close()
      const [row, ...more] = await beside(dataDir, (db) =>
        db('sightings').select('person', 'label', 'rule', 'hour'),
      )
      assert.deepEqual(more, [])
      const key = personKey('s'.repeat(32), person())
      assert.match(key, /^[0-9a-f]{64}$/)
      assert.deepEqual(row, { person: key, label: 'silo', rule: 'de.silo.x', hour: at(60).getTime() })
    })
  })

  it('takes over what the first version kept', async () => {
    await inFolder(async (dataDir) => {
      const tenantSecret = 's'.repeat(32)
      const key = personKey(tenantSecret, person())
      await beside(dataDir, async (db) => {
        const source: Knex.MigrationSource<string> = {
          getMigrations: async () => ['0001-begin'],
          getMigrationName: (name) => name,
          getMigration: async () => begin,
        }
        await db.migrate.latest({ migrationSource: source })
        const place = { platform: 'slack', tenant: 'T1', channel: 'C1', message: '1' }
        const times = { created_at: at().getTime(), due_at: at().getTime() }
        const what = { kind: 'hint', label: 'silo', language: 'de', state: 'pending', attempts: 0 }
        await db('outbox').insert({ id: 'n', person: key, ...place, recipient: 'U1', ...what, ...times })
        await db('sights').insert({ ...place, revision: 'r1', at: at().getTime() })
        await db('people').insert({
          person: key,
          opted_in: 1,
          language: 'auto',
          tone: 'du',
          praise: 1,
          max_per_day: 3,
          minutes_between: 30,
          quiet_from: '18:00',
          quiet_to: '08:00',
          changed_at: 0,
        })
      })
      const store = await open({ dataDir, tenantSecret })
      assert.deepEqual(await store.settings(person()), settings())
      const [claimed] = await store.claim(at(), 9)
      await store.settle('n', 'pending', at(1), undefined, claimed)
      const [again] = await store.claim(at(1), 9)
      await store.settle('n', 'sent', at(1), 'p', again)
      assert.deepEqual(
        (await store.removals(at(days(15)), 9)).map(({ posted }) => posted),
        ['p'],
      )
      // Whose tenant it is was not kept then.
      await store.saveDeparture({ platform: 'slack', tenant: 'T1' }, at())
      await store.expire(at(days(15)))
      assert.equal(await store.settings(person()), undefined)
    })
  })

  it('joins nothing under another secret', async () => {
    await inFolder(async (dataDir) => {
      const first = await open({ dataDir, tenantSecret: 'a'.repeat(32) })
      await first.saveSettings(person(), settings(), at())
      await first.close()
      const second = await open({ dataDir, tenantSecret: 'b'.repeat(32) })
      assert.equal(await second.settings(person()), undefined)
      await second.close()
    })
  })

  it('shows no user id in any byte once its nudge is removed and the rest has expired', async function () {
    this.timeout(60_000)
    await inFolder(async (dataDir) => {
      const store = await open({ dataDir })
      const count = (needle: string) =>
        bytes(dataDir).then((files) =>
          Object.values(files).reduce((sum, text) => sum + text.split(needle).length - 1, 0),
        )
      const standing: string[] = []
      for (let index = 0; index < 200; index++) {
        const user = index % 2 ? `USTAYS${index}` : `UCANARY${index}`
        const when = at(index % 2 ? hours(23) : 0, index)
        await store.record(
          sight({ address: address(`m${index}`), author: person(user), at: when, dueAt: when }),
        )
        if (index % 5 === 0)
          await store.record(
            sight({
              address: address(`m${index}`),
              author: person(user),
              revision: 'r2',
              at: when,
              dueAt: when,
            }),
          )
      }
      for (
        let claimed = await store.claim(at(days(2)), 50);
        claimed.length > 0;
        claimed = await store.claim(at(days(2)), 50)
      )
        for (const { id, createdAt, to } of claimed) {
          await store.settle(id, 'sent', createdAt, 'p')
          if (to.user.startsWith('UCANARY')) standing.push(id)
        }
      await store.saveSettings(person('UCANARY1'), settings(), at())
      assert.ok((await count('UCANARY')) > 0)
      for (const id of standing) await store.removed(id)
      await store.expire(at(hours(25)))
      assert.equal(await count('UCANARY'), 0)
      assert.ok((await count('USTAYS')) > 100 - 1)
      assert.equal((await stat(join(dataDir, 'klartext.db-wal'))).size, 0)
      await store.close()
      assert.equal(await count('UCANARY'), 0)
    })
  })

  it('is for its owner alone, with all that stands beside it', async () => {
    await inFolder(async (parent) => {
      const dataDir = join(parent, 'deep', 'data')
      const store = await open({ dataDir })
      await store.record(sight())
      assert.equal((await stat(dataDir)).mode & 0o777, 0o700)
      const names = (await readdir(dataDir)).sort()
      assert.deepEqual(names, ['klartext.db', 'klartext.db-shm', 'klartext.db-wal', 'secret'])
      for (const name of names) assert.equal((await stat(join(dataDir, name))).mode & 0o777, 0o600, name)
      await store.close()
    })
  })

  it('keeps its secret over restarts, and needs no file where one is given', async () => {
    await inFolder(async (dataDir) => {
      await (await open({ dataDir })).close()
      const secret = await readFile(join(dataDir, 'secret'), 'utf8')
      assert.match(secret, /^[0-9a-f]{64}\n$/)
      await (await open({ dataDir })).close()
      assert.equal(await readFile(join(dataDir, 'secret'), 'utf8'), secret)
      await rm(join(dataDir, 'secret'))
      await (await open({ dataDir, tenantSecret: secret.trim() })).close()
      assert.deepEqual(await readdir(dataDir), ['klartext.db'])
    })
  })

  it('does not name ids in the error of a failing query', async () => {
    await inFolder(async (dataDir) => {
      const store = await open({ dataDir })
      const bad = settings({ maxPerDay: -1, mutedRules: ['my.rule'] })
      await assert.rejects(store.saveSettings(person('UCANARY'), bad, at()), (error: Error) => {
        assert.doesNotMatch(`${error.message} ${error.stack}`, /UCANARY|my\.rule|[0-9a-f]{64}/)
        return true
      })
      await store.close()
    })
  })

  it('refuses at once what is asked while it closes, rather than to let it wait', async () => {
    await inFolder(async (dataDir) => {
      for (let round = 0; round < 20; round++) {
        const store = await openStore({ dataDir })
        let closed = false
        const asking = (async () => {
          let longest = 0
          while (!closed) {
            const began = performance.now()
            await store.tuning.version().catch((error) => assert.match(error.message, /closed|aborted/))
            longest = Math.max(longest, performance.now() - began)
            await new Promise((resolve) => setImmediate(resolve))
          }
          return longest
        })()
        await new Promise((resolve) => setTimeout(resolve, round))
        await store.close()
        closed = true
        assert.ok((await asking) < 5000)
      }
    })
  })

  it('loses nothing that was committed when the process is killed', async function () {
    this.timeout(60_000)
    await inFolder(async (dataDir) => {
      const script = fileURLToPath(new URL('record-for-ever.ts', import.meta.url))
      for (const [cycle, atOnce] of [1, 1, 32].entries()) {
        const folder = join(dataDir, `${cycle}`)
        const child = spawn(process.execPath, ['--import=tsx', script, folder, `${atOnce}`], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        const lines: string[] = []
        for await (const line of createInterface({ input: child.stdout })) {
          lines.push(line)
          if (lines.length === 150 + 31 * cycle) child.kill('SIGKILL')
        }
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
        assert.ok(lines.length >= 150, 'the process ended by itself')
        const store = await open({ dataDir: folder })
        for (const [what, id] of lines.map((line) => line.split(' ') as [string, string]))
          if (what === 'recorded') assert.equal(await store.seen(address(id), 'r1'), true, id)
          else assert.equal((await store.nudge(id))?.state, 'sending', id)
        const sending = lines.filter((line) => line.startsWith('sending')).length
        const abandoned = await store.abandonSending(at())
        assert.ok(abandoned === sending || abandoned === sending + 1, `${abandoned} of ${sending}`)
        const check = await beside(folder, (db) => db.raw('PRAGMA integrity_check'))
        assert.deepEqual(check, [{ integrity_check: 'ok' }])
        await store.close()
      }
    })
  })
})

describe('openStore refuses and changes nothing', () => {
  const damage: [string, (dataDir: string) => Promise<unknown>, RegExp][] = [
    [
      'a file that is no database',
      (dir) => writeFile(join(dir, 'klartext.db'), 'Liebe Grüße\n'.repeat(100)),
      /no database/,
    ],
    ['a database that is a folder', (dir) => mkdir(join(dir, 'klartext.db')), /./],
    [
      'a secret that is too short',
      (dir) => writeFile(join(dir, 'secret'), 'kurz\n'),
      /4 characters.*at least 32/,
    ],
    ['a secret that is a folder', (dir) => mkdir(join(dir, 'secret')), /secret/],
    [
      'the database of another program',
      (dir) => beside(dir, (db) => db.schema.createTable('recipes', (table) => table.string('dish'))),
      /another program/,
    ],
    [
      'a database of a newer version',
      async (dir) => {
        await (await open({ dataDir: dir })).close()
        await beside(dir, (db) => db('knex_migrations').insert({ name: '0099-later', batch: 2 }))
      },
      /0099-later of a newer Klartext.*00\d\d-/,
    ],
    [
      'a database whose secret is gone',
      async (dir) => {
        await (await open({ dataDir: dir })).close()
        await rm(join(dir, 'secret'))
      },
      /secret that this database was made with.*backup/,
    ],
    [
      'a damaged database',
      async (dir) => {
        const store = await open({ dataDir: dir })
        await store.record(sight({ nudge: nudge() }))
        await store.close()
        const file = join(dir, 'klartext.db')
        const text = await readFile(file)
        await writeFile(file, text.fill(0x5a, 100))
      },
      /damaged/,
    ],
  ]
  for (const [what, prepare, message] of damage)
    it(what, async () => {
      await inFolder(async (parent) => {
        const dataDir = join(parent, 'data')
        await mkdir(dataDir)
        await prepare(dataDir)
        const list = async () => (await readdir(dataDir)).sort()
        const files = async () => {
          const plain: string[] = []
          for (const name of await list()) if ((await stat(join(dataDir, name))).isFile()) plain.push(name)
          return plain.map((name) => [name, readFileSync(join(dataDir, name), 'latin1')])
        }
        const before = [await list(), await files()]
        const error = await refusal({ dataDir })
        assert.match(error.message, message)
        assert.deepEqual([await list(), await files()], before)
      })
    })

  it('a data folder that is a file, or lies in one', async () => {
    await inFolder(async (parent) => {
      const file = join(parent, 'file')
      await writeFile(file, 'x')
      for (const dataDir of [file, join(file, 'data')]) {
        const error = await refusal({ dataDir })
        assert.match(error.where, /^data folder /)
        assert.match(error.found, /no folder/)
      }
    })
  })

  it('a data folder where nothing can be made', async () => {
    for (const dataDir of ['/proc', '/proc/klartext'])
      assert.match((await refusal({ dataDir })).where, /\/proc/)
  })

  it('a data folder without permission', async function () {
    if (process.getuid?.() === 0) this.skip()
    await inFolder(async (dataDir) => {
      await chmod(dataDir, 0o500)
      assert.match((await refusal({ dataDir })).message, /no permission.*chown/)
      await chmod(dataDir, 0o700)
    })
  })

  it('a secret passed in that is too short', async () => {
    await inFolder(async (dataDir) => {
      assert.match(
        (await refusal({ dataDir, tenantSecret: 'short' })).message,
        /tenant secret: found 5 characters/,
      )
      assert.deepEqual(await readdir(dataDir), [])
    })
  })

  it('a database that another process has locked', async function () {
    this.timeout(20_000)
    await inFolder(async (dataDir) => {
      await (await open({ dataDir })).close()
      await beside(dataDir, async (db) => {
        await db.raw('PRAGMA locking_mode = EXCLUSIVE')
        await db('people').count()
        assert.match((await refusal({ dataDir })).message, /another process has locked/)
      })
      await (await open({ dataDir })).close()
    })
  })

  it('a connection on which a pragma does not take', async () => {
    const memory = new sqlite3.Database(':memory:')
    const expected = {
      where: 'database x.db',
      found: 'journal_mode = memory',
      expected: 'journal_mode = WAL',
    }
    await assert.rejects(setPragmas(memory, 'x.db'), expected)
    memory.close()
  })
})
