import assert from 'node:assert/strict'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { peekStore } from '../proofs/peekStore.js'
import { freshSeed, type Seeded, seeded } from '../proofs/seeded.js'
import { createExpectation } from '../proofs/shuffled/createExpectation.js'
import type { Copy } from '../proofs/shuffled/createRounds.js'
import { checkTexts, findingsIn } from '../proofs/shuffled/findingsIn.js'
import { judgeTown } from '../proofs/shuffled/judgeTown.js'
import { lineOf, runTown } from '../proofs/shuffled/runTown.js'
import { createTraffic, type Happening, type Post, texts } from './shuffled/createTraffic.js'
import { openTown, personOf, type Town } from './shuffled/openTown.js'
import { authorsOf, readShown } from './shuffled/readShown.js'

const asked = process.env.KLARTEXT_DELIVERIES
const DELIVERIES = Number(asked ?? 3000)
const ROUND = Math.min(2500, Math.ceil(DELIVERIES / 4))
/** Milliseconds that a round may take on Slack's clock. */
const SPAN = 450_000

/** Hands a copy over: some with an event id of their own, some as a retry. */
const handIn =
  ({ slack }: Town, random: Seeded) =>
  async ({ happening, isNewId, isRetry }: Copy<Happening>, refusals: number): Promise<boolean> => {
    const num = refusals + (isRetry ? 1 + random.below(3) : 0)
    const retry = num > 0 ? { retry: { num, reason: 'http_timeout' } } : {}
    const eventId = isNewId ? 'new' : 'same'
    return (await slack.deliver(happening.envelope, { eventId, retries: false, ...retry })).acked
  }

describe('Slack: shuffled deliveries', function () {
  this.timeout(asked ? 3_600_000 : 180_000)

  for (const mode of ['http', 'socket'] as const satisfies readonly SlackOptions['mode'][]) {
    const seed = freshSeed()
    it(`have the effects of the distinct messages: ${DELIVERIES} over ${mode}, seed ${seed}`, async () => {
      const random = seeded(seed)
      const town = await openTown(mode, random)
      const { slack, folder, places } = town
      const people = town.people.map(({ kind, user }) => ({ kind, person: personOf(user) }))
      const peek = await peekStore(folder)
      const free = people.find(({ kind }) => kind === 'free')!
      const findingsOf = findingsIn(town.core, free.person, 'slack')
      const expected = createExpectation<Post>(findingsOf)
      const run = { deliveries: DELIVERIES, round: ROUND, spanOf: () => SPAN }
      try {
        await checkTexts(texts, new Set(places.map(({ audience }) => audience)), findingsOf)
        const traffic = createTraffic(town, random)
        const told = await runTown(
          slack,
          { ...run, traffic, hand: handIn(town, random) },
          { random, expected, peek },
        )
        const shownBy = (sent: Parameters<typeof readShown>[1]) => readShown(town, sent)
        const judged = await judgeTown({ folder, people, shownBy, authors: authorsOf(town) }, expected, peek)
        assert.deepEqual(slack.faults, [])
        const { nudges, removed } = judged
        assert.ok(
          nudges > 50 && removed > 3,
          `${nudges} nudges, ${removed} removed: too few to mean anything`,
        )
        if (asked) console.log(lineOf(`${mode}, seed ${seed}`, DELIVERIES, told, judged, expected.late()))
      } finally {
        await peek.close()
        await town.stop()
      }
    })
  }
})
