import assert from 'node:assert/strict'
import { hinted, newcomer, sharedHouse, toldTo } from './acts.js'
import { JARGON } from './house.js'
import type { Mishap } from './stand-in/index.js'

/** What Teams answers when a hint is to be removed, and how often it is asked. */
const REMOVALS: readonly (readonly [name: string, mishap: Mishap | null, asked: number, gone: boolean])[] = [
  ['at once', null, 1, true],
  ['later, where Teams fails', { status: 500 }, 2, true],
  ['later, where Teams is busy', { rateLimit: 30 }, 2, true],
  ['once, where only the answer was lost', { loseAnswer: true }, 2, true],
  ['no more, where it is gone already', { error: 'ActivityNotFoundInConversation' }, 1, false],
  ['no more, where the chat is gone', { error: 'ConversationNotFound' }, 1, false],
  ['no more, where the person has blocked Klartext', { error: 'MessageWritesBlocked' }, 1, false],
]

describe('Teams: removing, when something goes wrong', () => {
  const house = sharedHouse()

  for (const [name, mishap, times, gone] of REMOVALS)
    it(`removes a hint ${name}`, async () => {
      const { teams } = house()
      const me = await newcomer(house())
      const message = await hinted(house(), me, JARGON)
      const hint = () =>
        toldTo(house(), me).find(({ text, summary }) => text === '' && summary !== 'Klartext')
      assert.ok(hint())
      const before = teams.count('deleteActivity')
      if (mishap) teams.fail('deleteActivity', mishap)
      await teams.remove(message)
      for (let time = 0; time < 6; time++) await house().pass(120)
      assert.equal(teams.count('deleteActivity') - before, times)
      const id = hint()!.id
      assert.equal(teams.chat(me).find((one) => one.id === id)?.deleted, gone)
    })
})
