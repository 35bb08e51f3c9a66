import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { openStore } from '../../src/store/index.js'
import type { AuditEvent } from '../../src/types.js'
import { at, beside, days, inFolder } from './samples.js'

const event = (subject: string): AuditEvent => ({
  ...{ actor: '0123456789ab', role: 'admin', action: 'lexicon.publish', subject },
})

/** The hash of a row, computed anew as the documentation says. */
const hashOf = (row: Record<string, unknown>) =>
  createHash('sha256')
    .update(
      JSON.stringify(
        ['previous', 'number', 'at', 'actor', 'role', 'action', 'subject'].map((column) => row[column]),
      ),
    )
    .digest('hex')

/** Writes four records, does something to the table, and answers the fault that is found. */
const faultAfter = (tamper: (table: () => Knex.QueryBuilder) => Promise<unknown>) =>
  inFolder(async (dataDir) => {
    const store = await openStore({ dataDir })
    try {
      for (const subject of ['1', '2', '3', '4']) await store.console.audit(event(subject), at())
      await beside(dataDir, (db) => tamper(() => db('audit')))
      return await store.console.auditFault()
    } finally {
      await store.close()
    }
  })

describe('an audit chain that somebody has tampered with', () => {
  const columns: [string, unknown, number][] = [
    // Then the next follows nothing.
    ['number', 9, 3],
    ['at', at(1).getTime(), 2],
    ['actor', 'klartext', 2],
    ['role', 'system', 2],
    ['action', 'lexicon.import', 2],
    ['subject', '7', 2],
    ['previous', 'f'.repeat(64), 2],
    ['hash', 'f'.repeat(64), 2],
  ]
  for (const [column, value, number] of columns)
    it(`shows it in ${column}`, async () => {
      const fault = await faultAfter((table) =>
        table()
          .where({ number: 2 })
          .update({ [column]: value }),
      )
      assert.equal(fault, number)
    })

  it('has a case for each column', () =>
    inFolder(async (dataDir) => {
      await (await openStore({ dataDir })).close()
      const found: { name: string }[] = await beside(dataDir, (db) => db.raw('PRAGMA table_info(audit)'))
      assert.deepEqual(found.map(({ name }) => name).sort(), columns.map(([column]) => column).sort())
    }))

  const deeds: [string, (table: () => Knex.QueryBuilder) => Promise<unknown>, number | null][] = [
    ['a record that is gone', (table) => table().where({ number: 2 }).del(), 3],
    [
      'a record whose hash was computed anew',
      async (table) => {
        const row = { ...(await table().where({ number: 2 }).first()), actor: 'klartext' }
        await table()
          .where({ number: 2 })
          .update({ actor: 'klartext', hash: hashOf(row) })
      },
      3,
    ],
    [
      'a beginning that is gone, and is said to be the beginning',
      async (table) => {
        await table().where({ number: 1 }).del()
        await table().where({ number: 2 }).update({ number: 1 })
      },
      1,
    ],
    [
      'an end that was moved on, and hashed anew',
      async (table) => {
        const row = { ...(await table().where({ number: 4 }).first()), number: 9 }
        await table()
          .where({ number: 4 })
          .update({ number: 9, hash: hashOf(row) })
      },
      9,
    ],
    [
      'a beginning that follows something, and is hashed anew',
      async (table) => {
        const row = { ...(await table().where({ number: 1 }).first()), previous: 'f'.repeat(64) }
        await table()
          .where({ number: 1 })
          .update({ previous: row.previous, hash: hashOf(row) })
      },
      1,
    ],
    [
      'two fields that have moved into one another',
      (table) => table().where({ number: 2 }).update({ action: 'lexicon.publish","2', subject: '' }),
      2,
    ],
    ['nothing, where nothing was done', async () => {}, null],
  ]
  for (const [what, deed, number] of deeds)
    it(`shows ${what}`, async () => assert.equal(await faultAfter(deed), number))

  it('is hashed as the documentation says, from 64 zeros on', () =>
    inFolder(async (dataDir) => {
      const store = await openStore({ dataDir })
      await store.console.audit(event('1'), at())
      await store.close()
      const row = await beside(dataDir, (db) => db('audit').first())
      assert.equal(row.previous, '0'.repeat(64))
      assert.equal(row.hash, hashOf(row))
    }))

  it('is still one chain where two processes write, and after some of it has expired', () =>
    inFolder(async (dataDir) => {
      const stores = [await openStore({ dataDir }), await openStore({ dataDir })]
      try {
        const all = Array.from({ length: 40 }, (_, index) =>
          stores[index % 2]!.console.audit(event(`${index}`), at(days(index))),
        )
        await Promise.all(all)
        assert.equal((await stores[0]!.console.auditRecords(99)).length, 40)
        assert.equal(await stores[1]!.console.auditFault(), null)
        await stores[0]!.expire(at(days(110)))
        assert.equal(await stores[1]!.console.auditFault(), null)
      } finally {
        for (const store of stores) await store.close()
      }
    }))
})
