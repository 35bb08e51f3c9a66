import assert from 'node:assert/strict'
import { peekStore } from '../proofs/peekStore.js'
import { freshSeed, seeded } from '../proofs/seeded.js'
import { createExpectation } from '../proofs/shuffled/createExpectation.js'
import { checkTexts, findingsIn } from '../proofs/shuffled/findingsIn.js'
import { judgeTown } from '../proofs/shuffled/judgeTown.js'
import { lineOf, runTown } from '../proofs/shuffled/runTown.js'
import { createHand } from './shuffled/createHand.js'
import { createTraffic } from './shuffled/createTraffic.js'
import { openTown, personOf, type Town } from './shuffled/openTown.js'
import { type Post, texts } from './shuffled/post.js'
import { authorsOf, readShown, shownBy } from './shuffled/readShown.js'

const asked = process.env.KLARTEXT_DELIVERIES
const DELIVERIES = Number(asked ?? 3000)
const ROUND = Math.min(1000, Math.ceil(DELIVERIES / 8))
/** Milliseconds that a round may take on Teams' clock: echoes come soon, some nudges are due too late. */
const SPANS = [30_000, 30_000, 60_000, 450_000]

/** Who a person's id of Teams stands for, as the test names people: tenant and Entra id. */
const readerIn =
  ({ teams }: Town) =>
  (id: string) =>
    `${teams.tenant} ${teams.user(id).aadObjectId}`

/** What is no nudge goes to the chats of those who wrote there, one answer to each message. */
function checkAnswers({ teams }: Town, before: number, chats: number): void {
  const { others } = shownBy(teams)
  assert.equal(others.length - before, chats, 'answers in chats')
  for (const { place, audience } of others)
    assert.deepEqual(
      [...audience].map((id) => teams.user(id).chat.id),
      [place],
      'whose chat an answer is in',
    )
}

describe('Teams: shuffled deliveries', function () {
  this.timeout(asked ? 3_600_000 : 180_000)
  const seed = freshSeed()

  it(`have the effects of the distinct messages: ${DELIVERIES}, seed ${seed}`, async () => {
    const random = seeded(seed)
    const town = await openTown(random)
    const { teams, folder, places, trouble } = town
    const people = town.people.map(({ kind, user }) => ({ kind, person: personOf(teams, user) }))
    const peek = await peekStore(folder)
    const free = people.find(({ kind }) => kind === 'free')!
    const findingsOf = findingsIn(town.core, free.person, 'teams')
    const expected = createExpectation<Post>(findingsOf)
    try {
      await checkTexts(texts, new Set(places.map(({ audience }) => audience)), findingsOf)
      const traffic = createTraffic(town, random)
      const { hand, echoes } = createHand(teams)
      const before = shownBy(teams).others.length
      trouble.begin()
      const run = { deliveries: DELIVERIES, round: ROUND, spanOf: () => random.pick(SPANS), traffic, hand }
      const told = await runTown(teams, run, { random, expected, peek })
      const readerOf = readerIn(town)
      const judged = await judgeTown(
        {
          folder,
          people,
          shownBy: (sent) => readShown(teams, sent, readerOf),
          authors: authorsOf(teams, readerOf),
        },
        expected,
        peek,
      )
      checkAnswers(town, before, traffic.chats())
      assert.deepEqual(teams.faults, [])
      const { nudges, removed } = judged
      assert.ok(nudges > 50 && removed > 3, `${nudges} nudges, ${removed} removed: too few to mean anything`)
      assert.ok(echoes() > 20 && told.refused > 20, `${echoes()} echoes, ${told.refused} refused: too few`)
      if (asked) {
        const line = lineOf(`Teams, seed ${seed}`, DELIVERIES, told, judged, expected.late())
        console.log(`${line}, ${echoes()} copies under another id, ${traffic.chats()} messages to the bot`)
      }
    } finally {
      await peek.close()
      await town.stop()
    }
  })
})
