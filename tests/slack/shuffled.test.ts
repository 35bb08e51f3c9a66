import assert from 'node:assert/strict'
import type { SlackOptions } from '../../adapters/slack/options.js'
import { type Peek, peekStore } from './peekStore.js'
import { freshSeed, type Seeded, seeded } from './seeded.js'
import { createExpectation, type Expectation, type FindingsOf } from './shuffled/createExpectation.js'
import { createPost } from './shuffled/createPost.js'
import { createTraffic } from './shuffled/createTraffic.js'
import { judgeTown } from './shuffled/judgeTown.js'
import { openTown, type Town } from './shuffled/openTown.js'
import { texts } from './shuffled/texts.js'

const asked = process.env.KLARTEXT_DELIVERIES
const DELIVERIES = Number(asked ?? 3000)
/** Deliveries between two moments at which nudges go out. */
const ROUND = Math.min(2500, Math.ceil(DELIVERIES / 4))
/** Milliseconds that a round may take on Slack's clock. */
const SPAN = 450_000

/** Asks the analyzer once for each text, audience and place in a thread. */
function findingsIn({ core, people }: Town): FindingsOf {
  const known = new Map<string, Promise<number>>()
  const { user } = people.find(({ kind }) => kind === 'free')!
  const person = { platform: 'slack', tenant: user.workspace.id, user: user.id } as const
  return (text, { place: { audience }, reply }) => {
    const key = [text, audience, reply].join('|')
    const message = { text, markup: 'slack', audience: audience!, ...(reply ? { reply } : {}) } as const
    const count =
      known.get(key) ?? core.check(person, message).then((check) => check.analysis.findings.length)
    known.set(key, count)
    return count
  }
}

/** Waits until nothing is left to be sent or removed, then until Slack has heard of it. */
async function quiet({ slack }: Town, peek: Peek): Promise<void> {
  const now = slack.clock.now()
  const left = `select (select count(*) from outbox where state in ('pending', 'sending') and due_at <= ${now})
    + (select count(*) from posted where remove_at <= ${now}) as number`
  const end = performance.now() + 60_000
  while ((await peek.all<{ number: number }>(left))[0]!.number > 0) {
    assert.ok(performance.now() < end, 'all nudges are sent or removed within a minute')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await slack.settled()
}

/** Lets everything happen and be told, round by round; answers how long the handing over took. */
async function runTown(town: Town, random: Seeded, expected: Expectation, peek: Peek) {
  const { slack } = town
  const traffic = createTraffic(town, random)
  const post = createPost(slack, random)
  let [happenings, ms] = [0, 0]
  for (let round = 0; post.planned() < DELIVERIES || round < post.rounds(); round++) {
    const most = Math.min(DELIVERIES, (round + 1) * ROUND)
    traffic.nextRound()
    while (post.planned() < most) {
      await slack.clock.advance(1 + random.below((4 * SPAN) / ROUND))
      post.plan(traffic.next(), round, most - post.planned())
      happenings++
    }
    const begun = performance.now()
    await post.deliver(round, expected.arrive)
    ms += performance.now() - begun
    await slack.settled()
    await slack.clock.advance(31_000)
    await quiet(town, peek)
    await expected.flush(slack.clock.now())
  }
  return { happenings, ms, refused: post.refused() }
}

/** The texts do what the test believes, in every channel that is read. */
async function checkTexts({ places, people }: Town, findingsOf: FindingsOf): Promise<void> {
  for (const place of places.filter(({ audience }) => audience !== null))
    for (const text of texts.all) {
      const post = { key: '', ts: '', author: people[0]!, place, isForeignHand: false, text }
      assert.equal((await findingsOf(text, post)) > 0, texts.LOADED.includes(text), text)
    }
}

describe('Slack: shuffled deliveries', function () {
  this.timeout(asked ? 3_600_000 : 60_000)

  for (const mode of ['http', 'socket'] as const satisfies readonly SlackOptions['mode'][]) {
    const seed = freshSeed()
    it(`have the effects of the distinct messages: ${DELIVERIES} over ${mode}, seed ${seed}`, async () => {
      const random = seeded(seed)
      const town = await openTown(mode, random)
      const peek = await peekStore(town.folder)
      const findingsOf = findingsIn(town)
      const expected = createExpectation(findingsOf)
      try {
        await checkTexts(town, findingsOf)
        const { happenings, refused, ms } = await runTown(town, random, expected, peek)
        const { nudges, removed, sights } = await judgeTown(town, expected, peek)
        const late = expected.late()
        assert.ok(
          nudges > 50 && removed > 3,
          `${nudges} nudges, ${removed} removed: too few to mean anything`,
        )
        if (asked)
          console.log(
            `${mode}, seed ${seed}: ${DELIVERIES} deliveries of ${happenings} events in ${Math.round(ms / 1000)} s ` +
              `(${Math.round((DELIVERIES / ms) * 1000)}/s), ${refused} refused and handed over again; ` +
              `${sights.length} revisions on record, ${nudges} nudges to their writers alone, none twice, ` +
              `${removed} removed, ${late} too late to be sent`,
          )
      } finally {
        await peek.close()
        await town.stop()
      }
    })
  }
})
