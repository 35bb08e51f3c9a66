import assert from 'node:assert/strict'
import { Worker } from 'node:worker_threads'
import { createKeys } from '../../adapters/teams/door/keys.js'
import { microsoft as addresses } from '../../adapters/teams/door/microsoft.js'
import { outside } from '../../adapters/teams/door/outside.js'
import { createTokenCheck } from '../../adapters/teams/door/token.js'
import { peekStore } from '../proofs/peekStore.js'
import { freshSeed, seeded } from '../proofs/seeded.js'
import { chatOf, inHouse, newcomer } from './acts.js'
import { createAttack } from './hostile/createAttack.js'
import { watchConnections } from './hostile/watchConnections.js'
import { JARGON, type TeamsHouse, TUESDAY } from './house.js'
import { createClock, startTeams, type User } from './stand-in/index.js'

const asked = process.env.KLARTEXT_REQUESTS
const REQUESTS = Number(asked ?? 1500)
const PEOPLE = asked ? 150 : 25
/** Requests under way at once. */
const AT_ONCE = 32
/** Milliseconds between two good messages. */
const BETWEEN = 20

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? 0

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** People write, one message after the other, until they are told to stop; the first of each earns a hint. */
async function chatter({ teams, channel }: TeamsHouse, people: readonly User[], goesOn: () => boolean) {
  const ms: number[] = []
  for (let at = 0; goesOn() || at < people.length; at++) {
    const text = at < people.length ? JARGON : `Guten Morgen, Nummer ${at}`
    const said = await teams.say(people[at % people.length]!, channel, text)
    assert.deepEqual(
      said.attempts.map(({ status }) => status),
      [200],
    )
    ms.push(said.attempts[0]!.ms)
    await wait(BETWEEN)
  }
  return ms
}

/** A stand-in that waits long for an answer: what is counted is what is let in, not how busy the machine is. */
const patientTeams = () => startTeams({ clock: createClock(TUESDAY), patience: 60_000 })

/** How many rows a table has. */
async function rowsOf({ folder }: TeamsHouse, table: string): Promise<number> {
  const peek = await peekStore(folder)
  try {
    return (await peek.all<{ number: number }>(`select count(*) as number from ${table}`))[0]!.number
  } finally {
    await peek.close()
  }
}

describe('Teams: hostile requests', function () {
  this.timeout(asked ? 600_000 : 60_000)
  const seed = freshSeed()

  it(`let nobody in and hinder nobody: ${REQUESTS}, seed ${seed}`, async () => {
    /** Whoever a message was handled of, by their ids in Entra. */
    const handled: string[] = []
    const faults: unknown[] = []
    const note = (fault: unknown) => void faults.push(fault)
    const watch = watchConnections()
    for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, note)
    const wrap: Parameters<typeof inHouse>[0]['wrap'] = (core) => ({
      ...core,
      handle: (incoming) => {
        handled.push(incoming.author.user)
        return core.handle(incoming)
      },
    })
    try {
      await inHouse({ wrap, teams: await patientTeams() }, async (house) => {
        const { teams, channel, klartext } = house
        const mallory = await newcomer(house)
        const people: User[] = []
        for (let one = 0; one < PEOPLE; one++) people.push(await newcomer(house))
        const attack = createAttack(
          house,
          seeded(seed),
          () => teams.draft.say(mallory, channel, JARGON).envelope.activity,
        )
        const before = { sights: await rowsOf(house, 'sights'), calls: teams.calls.length }
        const shown = [mallory, ...people].map((one) => chatOf(house, one).length)

        const answers = new Map<number, number>()
        const surprises: string[] = []
        let left = REQUESTS
        async function attacker(): Promise<void> {
          while (left-- > 0) {
            const { name, statuses, send } = attack.next()
            const status = await send()
            answers.set(status, (answers.get(status) ?? 0) + 1)
            if (!statuses.includes(status)) surprises.push(`${name}: ${status}, not ${statuses}`)
          }
        }
        const begun = performance.now()
        const talk = chatter(house, people, () => left > 0)
        await Promise.all(Array.from({ length: AT_ONCE }, attacker))
        const seconds = (performance.now() - begun) / 1000
        const ms = await talk
        await house.pass(31)
        const isHinted = () => people.every((one, at) => chatOf(house, one).length === shown[at + 1]! + 1)
        await teams.until(isHinted, 30_000)
        await house.pass(60)

        assert.deepEqual(surprises, [])
        assert.ok(![...answers.keys()].some((status) => status >= 200 && status < 400))
        assert.deepEqual([handled.length, handled.includes(mallory.aadObjectId)], [ms.length, false])
        assert.equal((await rowsOf(house, 'sights')) - before.sights, ms.length)
        assert.equal(await rowsOf(house, 'outbox'), PEOPLE)
        assert.deepEqual(faults, [])
        const calls = teams.calls.slice(before.calls)
        const count = (name: string) => calls.filter((call) => call.name === name).length
        assert.equal(count('sendToConversation'), PEOPLE)
        assert.equal(chatOf(house, mallory).length, shown[0])
        const once = Math.ceil(seconds / 30) + 1
        for (const name of ['openid', 'keys', 'token'])
          assert.ok(count(name) <= once, `${name}: ${count(name)}`)
        const known = ['sendToConversation', 'openid', 'keys', 'token', 'getTeam', 'getChannels']
        assert.deepEqual(
          calls.filter(({ name }) => !known.includes(name)),
          [],
        )
        const own = [teams.origin, klartext.address].map((url) => new URL(url).host)
        assert.deepEqual([...watch.places].sort(), own.sort())
        const logged = house.logged.join('')
        for (const part of ['Alignment', mallory.aadObjectId, 'eyJ']) assert.ok(!logged.includes(part), part)

        const told = [...answers].sort().map(([status, times]) => `${times} × ${status || 'no answer'}`)
        if (asked)
          console.log(
            `seed ${seed}: ${REQUESTS} hostile requests of ${attack.kinds} kinds in ${seconds.toFixed(1)} s ` +
              `(${Math.round(REQUESTS / seconds)}/s): ${told.join(', ')}; 0 let in, 0 faults, ` +
              `0 connections off the list; ${ms.length} good messages meanwhile, all taken, ` +
              `p50 ${percentile(ms, 0.5).toFixed(0)} ms, p99 ${percentile(ms, 0.99).toFixed(0)} ms; ` +
              `${PEOPLE} hints due, ${PEOPLE} shown`,
          )
      })
    } finally {
      watch.end()
      for (const event of ['unhandledRejection', 'uncaughtException']) process.off(event, note)
    }
  })

  if (asked)
    it('cost little', async () =>
      inHouse({ teams: await patientTeams() }, async (house) => {
        const { teams, klartext } = house
        const options = { tenant: teams.tenant, standIn: teams.origin }
        const microsoft = addresses(options)
        const keys = createKeys(microsoft, outside(microsoft), { error: () => undefined })
        const check = createTokenCheck(microsoft, teams.app.id, keys)
        const header = `Bearer ${teams.forge.tokens.anotherKey()}`
        const costs: number[] = []
        for (let time = 0; time < 3000; time++) {
          const begun = performance.now()
          assert.equal(await check(header), null)
          costs.push(performance.now() - begun)
        }
        costs.splice(0, 500)
        const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length

        const people: User[] = []
        for (let one = 0; one < 10; one++) people.push(await newcomer(house))
        const body = JSON.stringify(teams.draft.say(people[0]!, house.channel, JARGON).envelope.activity)
        const worker = new Worker(new URL('./hostile/flood.cjs', import.meta.url), {
          workerData: {
            ...{ url: `${klartext.address}/teams/messages`, body, rate: 1000, seconds: 15 },
            headers: { authorization: header, 'content-type': 'application/json' },
          },
        })
        let going = true
        const ended = new Promise<{ statuses: Record<string, number>; ms: number }>((resolve, reject) => {
          worker.on('message', resolve)
          worker.on('error', reject)
        }).finally(() => {
          going = false
        })
        const ms = await chatter(house, people, () => going)
        const flood = await ended
        await worker.terminate()
        assert.deepEqual(flood.statuses, { 401: 15_000 })
        console.log(
          `a bad signature costs ${mean.toFixed(3)} ms (p99 ${percentile(costs, 0.99).toFixed(3)} ms); ` +
            `15000 of them at ${Math.round(15_000_000 / flood.ms)}/s leave ${ms.length} good messages ` +
            `p50 ${percentile(ms, 0.5).toFixed(0)} ms, p99 ${percentile(ms, 0.99).toFixed(0)} ms, ` +
            `at most ${Math.max(...ms).toFixed(0)} ms`,
        )
      }))
})
