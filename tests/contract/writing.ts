import assert from 'node:assert/strict'
import { type Case, delivered, newcomer, standing } from './acts.js'
import type { Abilities, Who, World } from './world.js'

/** What is done, and how many hints stand there when half a minute has passed. */
export type Writing = readonly [
  name: string,
  hints: 0 | 1,
  act: (world: World, me: Who) => Promise<unknown>,
  needs?: keyof Abilities,
]

/** Cases of somebody new who writes while somebody else reads along. */
export const writing = (all: readonly Writing[]): readonly Case[] =>
  all.map(
    ([name, hints, act, needs]): Case => ({
      name: `${hints === 1 ? 'gives a hint' : 'says nothing'}: ${name}`,
      ...(needs ? { needs } : {}),
      async run(world) {
        const [me, other] = [await newcomer(world), await world.somebody()]
        await act(world, me)
        await world.pass(30)
        await delivered(world)
        const standingNow = await standing(world, me, hints)
        for (const { readers } of standingNow) assert.deepEqual(readers, [me])
        assert.deepEqual(await world.hints(other), [])
        assert.ok((await world.shown(me)) <= 1)
        assert.deepEqual(
          world.logged.filter((line) => /"level":[4-6]0/.test(line)),
          [],
        )
      },
    }),
  )
