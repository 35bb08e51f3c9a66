import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BLAME, hinted, JARGON, newcomer, overWorlds, PLAIN, rowsAtRest } from './acts.js'
import type { World } from './world.js'

/** What stands in the data folder, byte for byte. */
async function bytesOf(world: World): Promise<Record<string, string>> {
  await rowsAtRest(world)
  const files = readdirSync(world.folder).filter((name) => !name.endsWith('-shm'))
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(world.folder, name)))
      .digest('hex')
  return Object.fromEntries(files.sort().map((name) => [name, hash(name)]))
}

overWorlds('whoever does not take part', [
  {
    name: 'leaves no byte behind, whatever they write, change and delete',
    async run(world) {
      const [me, other] = [await world.somebody(), await world.somebody()]
      // What is kept once for all is kept by now.
      await world.pass(60)
      const [bytes, logged] = [await bytesOf(world), world.logged.length]
      for (const who of [me, other])
        for (const text of [JARGON, BLAME, PLAIN]) {
          const said = await world.say(who, text)
          assert.ok(said.acked)
          if (world.can.events) assert.ok(await world.hand(said))
          await world.edit(said, BLAME)
          if (text !== BLAME) await world.remove(said)
        }
      await world.pass(60)
      assert.deepEqual(await bytesOf(world), bytes)
      assert.equal(world.logged.length, logged)
      assert.equal((await world.shown(me)) + (await world.shown(other)), 0)
    },
  },
  {
    name: 'is told nothing, while others are',
    async run(world) {
      const [me, other] = [await newcomer(world), await world.somebody()]
      await world.say(other, JARGON)
      await hinted(world, me)
      assert.deepEqual(await world.hints(other), [])
    },
  },
  {
    name: 'cannot be told from somebody who does, by others',
    async run(world) {
      const [me, other] = [await world.somebody(), await world.somebody()]
      const before = await world.home(other)
      await world.optIn(me)
      await hinted(world, me)
      await world.optOut(me)
      const ids = /"block_id":"[^"]*"|"(?:id|hash|callback_id|root_view_id)":"[^"]*"/g
      assert.equal((await world.home(other)).replace(ids, ''), before.replace(ids, ''))
    },
  },
  {
    name: 'leaves nothing more behind from the moment of opting out',
    async run(world) {
      const me = await newcomer(world)
      await hinted(world, me)
      await world.optOut(me)
      const rows = await rowsAtRest(world)
      const said = await world.say(me, BLAME)
      await world.edit(said, JARGON)
      await world.pass(60)
      const { sights, sightings, outbox } = await rowsAtRest(world)
      assert.deepEqual({ sights, sightings, outbox }, pick(rows))
    },
  },
  {
    name: 'may change their mind as often as they like',
    async run(world) {
      const me = await world.somebody()
      for (let count = 0; count < 3; count++) {
        await world.optIn(me)
        await world.optOut(me)
      }
      await world.say(me, JARGON)
      await world.pass(30)
      assert.equal(await world.shown(me), 0)
      await world.optIn(me)
      await hinted(world, me)
    },
  },
])

const pick = ({ sights, sightings, outbox }: Record<string, unknown[]>) => ({ sights, sightings, outbox })
