import assert from 'node:assert/strict'
import { address, at, days, person } from './samples.js'
import { type Open, useStore } from './use-store.js'

/** How people answered the nudges of a rule, to tune it by. */
export function ruleAnswersContract(name: string, open: Open): void {
  describe(`${name} counts answers by rule, which`, () => {
    const house = useStore(open)

    const rule = 'de.jargon.synergy'
    let next = 0
    const answer = async (
      user: string,
      said: Parameters<typeof house.store.saveAnswer>[1],
      minutes = 0,
      over = {},
    ) => {
      const author = person(user, over)
      const id = await house.send({ author, address: address(`m${next++}`, over), at: at(minutes) })
      await house.store.saveAnswer(id, said, at(minutes))
      return id
    }
    const found = (people = 3, since: (rule: string) => Date | null = () => null) =>
      house.store.tuning.ruleAnswers(people, since)

    it('are told where that many people gave any, and not where one fewer did', async () => {
      await answer('U1', 'helpful')
      await answer('U2', 'not-helpful')
      assert.deepEqual(await found(), [])
      await answer('U3', 'team-term')
      assert.deepEqual(await found(), [
        { rule, label: 'jargon', people: 3, notHelpful: 1, quotation: 0, teamTerm: 1, negative: 2 },
      ])
      assert.deepEqual(await found(4), [])
    })

    it('count people, not answers, and nothing but what says something of the rule', async () => {
      for (const said of ['quotation', 'quotation', 'not-helpful', 'helpful'] as const)
        await answer('U1', said)
      await answer('U2', 'quotation')
      for (const said of ['mute-rule', 'pause'] as const) await answer('U3', said)
      assert.deepEqual(await found(), [])
      await answer('U1', 'quotation', 0, { tenant: 'T2' })
      assert.deepEqual(await found(), [
        { rule, label: 'jargon', people: 3, notHelpful: 1, quotation: 3, teamTerm: 0, negative: 3 },
      ])
    })

    it('count from the time on that is given for the rule', async () => {
      for (const [index, user] of ['U1', 'U2', 'U3', 'U4'].entries()) await answer(user, 'not-helpful', index)
      const asked: string[] = []
      const since = (minutes: number) => (name: string) => {
        asked.push(name)
        return at(minutes)
      }
      assert.equal((await found(3, since(1)))[0]?.people, 3)
      assert.deepEqual(await found(3, since(2)), [])
      assert.deepEqual(asked, [rule, rule])
    })

    it('put first what the largest share finds fault with', async () => {
      const about = async (name: string, said: readonly ('helpful' | 'not-helpful')[]) => {
        for (const [index, each] of said.entries()) {
          const nudge = { kind: 'hint', label: 'silo', rules: [name, rule], language: 'de' } as const
          const id = await house.send({
            author: person(`U${index}`),
            address: address(`m${next++}`),
            nudge,
          })
          await house.store.saveAnswer(id, each, at())
        }
      }
      await about('some', ['helpful', 'not-helpful', 'helpful'])
      await about('all', ['not-helpful', 'not-helpful', 'not-helpful'])
      await about('none', ['helpful', 'helpful', 'helpful'])
      assert.deepEqual(
        (await found()).map(({ rule: name, label, negative }) => [name, label, negative]),
        [
          ['all', 'silo', 3],
          ['some', 'silo', 1],
          ['none', 'silo', 0],
        ],
      )
    })

    it('no longer count who was erased, nor what they answer afterwards', async () => {
      for (const user of ['U1', 'U2', 'U3']) await answer(user, 'not-helpful')
      const id = await house.send({ author: person('U4'), address: address('late') })
      await house.store.erase(person('U3'), at())
      await house.store.erase(person('U4'), at())
      await house.store.saveAnswer(id, 'not-helpful', at())
      assert.deepEqual(await found(), [])
      assert.equal((await found(2))[0]?.people, 2)
      await answer('U3', 'helpful', 1)
      assert.equal((await found())[0]?.people, 3)
    })

    it('go after 35 days', async () => {
      for (const user of ['U1', 'U2', 'U3']) await answer(user, 'not-helpful')
      await house.store.expire(at(days(35)))
      assert.deepEqual(await found(1), [])
    })
  })
}
