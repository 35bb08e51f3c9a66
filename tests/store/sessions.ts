import assert from 'node:assert/strict'
import { personKey } from '../../src/store/person-key.js'
import { at, bytes, hours, person } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** Who is signed in to the console, and under what pseudonym they act there. */
export function sessionsContract(name: string, open: Open): void {
  describe(`${name} keeps sessions, which`, () => {
    const house = useStore(open)
    const desk = () => house.store.console
    const token = (number = 1) => `${number}`.padStart(43, 't')
    const csrf = 'c'.repeat(43)

    const begin = (number = 1, who = person(), minutes = 0) =>
      desk().openSession(token(number), { person: who, startedAt: at(minutes), csrf })
    const seen = (minutes: number, number = 1, seconds = 0) =>
      desk().session(token(number), {
        idleSince: at(minutes - 30, seconds),
        since: at(minutes - hours(8), seconds),
        now: at(minutes, seconds),
      })
    const kept = async (who = person()) => (await house.store.personalData(who)).sessions

    it('are none at first', async () => assert.equal(await seen(0), null))

    it('have their person and their guard, over a restart', async () => {
      await begin()
      await house.restart()
      assert.deepEqual(await seen(0), { person: person(), startedAt: at(), seenAt: at(), csrf })
      assert.equal(await seen(0, 2), null)
    })

    it('note when they were seen, once a minute', async () => {
      await begin()
      assert.deepEqual((await seen(0, 1, 59))?.seenAt, at())
      assert.deepEqual(await kept(), [{ startedAt: at(), seenAt: at() }])
      assert.deepEqual((await seen(1))?.seenAt, at(1))
      assert.deepEqual(await kept(), [{ startedAt: at(), seenAt: at(1) }])
    })

    const ends: [string, number[], number, boolean][] = [
      ['live while idle for 30 minutes', [], 30, true],
      ['end when idle for longer', [], 31, false],
      ['live on when seen meanwhile', [29], 58, true],
      ['end when idle again', [29], 60, false],
      ['live for 8 hours', Array.from({ length: 23 }, (_, index) => 20 * (index + 1)), hours(8), true],
      ['end after 8 hours', Array.from({ length: 24 }, (_, index) => 20 * (index + 1)), hours(8) + 1, false],
    ]
    for (const [what, visits, minutes, lives] of ends)
      it(what, async () => {
        await begin()
        for (const visit of visits) assert.ok(await seen(visit), `${visit}`)
        assert.equal((await seen(minutes)) !== null, lives)
        assert.equal((await kept()).length, Number(lives))
      })

    it('end one by one, all of a person, or all', async () => {
      const other = person('U1', { tenant: 'T2' })
      for (const number of [1, 2, 3]) await begin(number)
      for (const number of [4, 5]) await begin(number, other)
      await desk().closeSession(token(1))
      await desk().closeSession(token(9))
      assert.deepEqual([await seen(0, 1), (await seen(0, 2))?.person], [null, person()])
      assert.equal(await desk().closeSessions(person()), 2)
      assert.equal(await desk().closeSessions(person('U2')), 0)
      assert.deepEqual([await seen(0, 2), (await seen(0, 4))?.person], [null, other])
      assert.equal(await desk().closeSessions(null), 2)
      assert.equal(await seen(0, 4), null)
    })

    it('are a person’s own, in each tenant and platform', async () => {
      const others = [{ tenant: 'T2' }, { platform: 'teams' as const }, { user: 'U2' }]
      await begin()
      for (const [index, over] of others.entries()) await begin(index + 2, person('U1', over), 1)
      assert.deepEqual(await kept(), [{ startedAt: at(), seenAt: at() }])
      for (const [index, over] of others.entries()) {
        assert.deepEqual((await seen(1, index + 2))?.person, person('U1', over))
        assert.deepEqual((await kept(person('U1', over))).length, 1)
      }
    })

    it('go with whoever is erased, and no others', async () => {
      await begin()
      await begin(2, person('U1', { tenant: 'T2' }))
      await house.store.erase(person(), at(1))
      assert.equal(await seen(1), null)
      assert.ok(await seen(1, 2))
      assert.deepEqual(await kept(), [])
    })

    it('go after 24 hours', async () => {
      await begin()
      await begin(2, person(), 1)
      await house.store.expire(at(hours(24) - 1))
      assert.equal((await kept()).length, 2)
      assert.equal(await house.store.expire(at(hours(24))), 1)
      assert.deepEqual(await kept(), [{ startedAt: at(1), seenAt: at(1) }])
    })

    it('show neither person nor token in any byte', async () => {
      const canary = person('UCANARYUCANARY', { tenant: 'TCANARYTCANARY' })
      await begin(1, canary)
      await seen(5)
      const all = Object.values(await bytes(house.folder)).join('\n')
      const secret = Object.values(await bytes(house.folder)).find((text) => /^[0-9a-f]{64}\n$/.test(text))
      assert.ok(all.includes(personKey(secret!.trim(), canary)))
      for (const needle of [canary.user, canary.tenant, token()])
        for (const encoding of ['utf8', 'base64', 'base64url', 'hex', 'utf16le'] as const) {
          const shown =
            encoding === 'utf16le' ? [...needle].join('\0') : Buffer.from(needle).toString(encoding)
          assert.ok(!all.includes(shown.slice(0, 12)), `${needle} as ${encoding}`)
        }
    })

    it('refuse a guard that could be prose', async () => {
      const bad = { person: person(), startedAt: at(), csrf: 'Liebe Kolleginnen' }
      await assert.rejects(desk().openSession(token(), bad), { name: 'UserError' })
      assert.equal(await seen(0), null)
    })
  })

  describe(`${name} has for everybody an actor, which`, () => {
    const house = useStore(open)
    const desk = () => house.store.console

    it('is the same over a restart, and another for everybody else', async () => {
      const actor = desk().actor(person())
      await house.restart()
      assert.equal(desk().actor(person()), actor)
      const others = [person('U2'), person('U1', { tenant: 'T2' }), person('U1', { platform: 'teams' })]
      assert.equal(new Set([actor, ...others.map((each) => desk().actor(each))]).size, 4)
    })

    it('has 12 hex digits that are in no pseudonym', async () => {
      const secret = Object.values(await bytes(house.folder)).find((text) => /^[0-9a-f]{64}\n$/.test(text))
      for (let index = 0; index < 50; index++) {
        const actor = desk().actor(person(`U${index}`))
        assert.match(actor, /^[0-9a-f]{12}$/)
        assert.ok(!personKey(secret!.trim(), person(`U${index}`)).includes(actor))
      }
    })
  })
}
