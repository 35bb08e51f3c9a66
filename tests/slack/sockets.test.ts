import assert from 'node:assert/strict'
import { chatOf, hinted, inHouse, newcomer, sharedHouse } from './acts.js'
import { JARGON, type SlackHouse, TUESDAY } from './house.js'
import { createClock, type Delivery, type Slack, startSlack } from './stand-in/index.js'
import { onStation, said } from './station.js'

/** Slack says goodbye for so many reasons, or without a word. */
const GOODBYES: readonly (readonly [name: string, act: (slack: Slack) => unknown])[] = [
  ...(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const).map(
    (reason) => [`„${reason}“`, (slack: Slack) => slack.sockets.disconnect(reason)] as const,
  ),
  ['a broken line', ({ sockets }) => sockets.live()[0]!.drop()],
]

/** What a connection may bring that is no envelope. */
const FRAMES: readonly unknown[] = [
  ...['', 'null', null, 7, [], {}, true],
  ...[{ type: 'hello' }, { type: 'events_api' }, { type: 'events_api', payload: null }],
  { type: 'events_api', envelope_id: 'x', payload: { event: null } },
  { type: 'events_api', envelope_id: 'x', payload: { event: { type: 'error' } } },
  { type: 'events_api', envelope_id: 'x', payload: { event: { type: 'close' } } },
  { type: 'events_api', envelope_id: 'x', payload: { event: { type: 'disconnected' } } },
  ...[{ type: 'connected' }, { type: 'disconnected' }, { type: 'ws_message' }, { type: 'slack_event' }],
  ...['"hello"', '"disconnect"', '{"hello"', { type: ['hello'], num_connections: 'many' }],
  { type: 'spaceship', envelope_id: 'x', payload: {} },
  { type: 'interactive', envelope_id: 'x', payload: null },
  { type: 'error', error: { msg: 'x', code: 1 } },
]

describe('Slack over socket: connections', () => {
  const house = sharedHouse(async () => ({
    mode: 'socket',
    slack: await startSlack({ clock: createClock(TUESDAY), patience: 500 }),
  }))

  /** Long enough that the next connection is made at once. */
  const lasted = () => house().pass(15)

  for (const [name, act] of GOODBYES)
    it(`makes another after ${name}, and neither loses nor doubles a thing`, async () => {
      const { slack, channel } = house()
      const users = [await newcomer(house()), await newcomer(house()), await newcomer(house())]
      await lasted()
      const [old] = slack.sockets.live()
      const saying = users.map((user, at) => {
        if (at === 1) act(slack)
        return slack.say(user, channel, JARGON)
      })
      const said = await Promise.all(saying)
      await slack.until(() => slack.sockets.live().some(({ id }) => id !== old!.id))
      await house().pass(60)
      await slack.settled()
      for (const { acked, attempts } of said)
        assert.ok(acked, JSON.stringify(attempts.map(({ status, reason }) => [status, reason])))
      await house().pass(30)
      await slack.until(() => users.every((user) => chatOf(house(), user).length > 0))
      for (const user of users) assert.equal(chatOf(house(), user).length, 1)
      await slack.until(() => slack.sockets.all().length === 1)
    })

  it('survives whatever comes over the line', async () => {
    const { slack } = house()
    await lasted()
    const [line] = slack.sockets.live()
    for (const frame of FRAMES) line!.write(frame as never)
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.deepEqual(slack.sockets.all(), [line], 'the connection was given up')
  })

  it('tries until Slack is there again, once it was away', async () => {
    const { slack, logged } = house()
    await lasted()
    const away = slack.fail('apps.connections.open', { status: 500, times: 2 })
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => away.met === 2)
    await slack.sockets.connected(1)
    const me = await newcomer(house())
    await hinted(house(), me, JARGON)
    assert.ok(!logged.join().includes(slack.app.token))
  })

  it('comes back where Slack had too many connections', async () => {
    const { slack } = house()
    await lasted()
    const ghosts = Array.from({ length: 10 }, () => slack.sockets.ghost())
    const opened = slack.count('apps.connections.open')
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => slack.count('apps.connections.open') > opened)
    for (const ghost of ghosts) slack.sockets.forget(ghost)
    await slack.sockets.connected(1)
    await hinted(house(), await newcomer(house()), JARGON)
  })

  it('says that another process takes part of the events', async () => {
    const { slack, logged } = house()
    await lasted()
    const ghost = slack.sockets.ghost()
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => said(logged, 'another process is connected', 'error') === 1)
    slack.sockets.forget(ghost)
    await slack.sockets.connected(1)
  })

  it('says that its token is no longer accepted, and goes on asking', () =>
    inHouse({ mode: 'socket' }, async ({ slack, logged, pass }: SlackHouse) => {
      await pass(15)
      slack.fail('apps.connections.open', { error: 'token_revoked' })
      slack.sockets.disconnect('refresh_requested')
      await slack.until(() => logged.some((line) => line.includes('app-level token is no longer accepted')))
    }))
})

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Real milliseconds in which Slack ends nothing by itself. */
const NEVER = 600_000

describe('Slack over socket: a refresh', () => {
  it('a hundred times under a steady stream, loses and doubles nothing, with two lines at most', () =>
    onStation(
      async ({ slack, heard, say, age, logged }) => {
        const { sockets } = slack
        const saying: Promise<Delivery>[] = []
        const stream = setInterval(() => saying.push(say(`${saying.length}`)), 2)
        for (let nth = 0; nth < 100; nth++) {
          await age()
          const [old] = sockets.live()
          sockets.disconnect(nth % 2 === 0 ? 'refresh_requested' : 'warning', [old!], NEVER)
          await slack.until(() => sockets.all().length === 2)
          old!.end()
          await slack.until(() => sockets.all().length === 1)
          assert.notEqual(sockets.live()[0]!.id, old!.id)
        }
        clearInterval(stream)
        const told = await Promise.all(saying)
        assert.ok(told.length > 100, `only ${told.length} messages`)
        assert.ok(told.every(({ acked, attempts }) => acked && attempts.length === 1))
        assert.deepEqual(heard.toSorted(), told.map((_, nth) => `${nth}`).toSorted())
        assert.deepEqual(sockets.tally, { most: 2, homeless: 0 })
        assert.equal(slack.count('apps.connections.open'), 101)
        assert.equal(logged('', 'error'), 0)
      },
      { work: () => pause(5) },
    ))

  it('lets the old line acknowledge what it had received', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    await onStation(
      async ({ slack, heard, say, age }) => {
        await age()
        const early = say('early')
        await slack.until(() => heard.length === 1)
        const [old] = slack.sockets.live()
        slack.sockets.disconnect('refresh_requested', [old!], NEVER)
        await slack.until(() => slack.sockets.all().length === 2)
        old!.end()
        finish()
        const { acked, attempts } = await early
        assert.ok(acked)
        assert.equal(attempts.length, 1)
        assert.equal(heard.length, 1)
      },
      { work: () => finished },
    )
  })

  it('ends the old line itself where Slack does not', () =>
    onStation(
      async ({ slack, age }) => {
        await age()
        const [old] = slack.sockets.live()
        slack.sockets.disconnect('refresh_requested', [old!], NEVER)
        await slack.until(() => slack.sockets.all().length === 2)
        await slack.until(() => slack.sockets.all().length === 1)
        assert.notEqual(slack.sockets.live()[0]!.id, old!.id)
      },
      { times: { linger: 50 } },
    ))

  it('asked for again while the old line lingers, ends that one first', () =>
    onStation(async ({ slack, say, age }) => {
      const { sockets } = slack
      const opened = () => slack.count('apps.connections.open')
      for (const nth of [1, 2, 3]) {
        await age()
        const [young] = sockets.live()
        sockets.disconnect('refresh_requested', [young!], NEVER)
        await slack.until(() => opened() === nth + 1 && sockets.live().length === 1)
        assert.ok((await say('still there')).acked)
      }
      assert.deepEqual(sockets.tally, { most: 2, homeless: 0 })
      assert.equal(sockets.all().length, 2)
    }))

  it('keeps the old line where the new one is never greeted', () =>
    onStation(async ({ slack, say, age }) => {
      const { sockets } = slack
      await age()
      const [old] = sockets.live()
      sockets.ignore(1)
      sockets.disconnect('refresh_requested', [old!], NEVER)
      await slack.until(() => slack.count('apps.connections.open') === 2)
      assert.ok((await say('meanwhile')).acked)
      await sockets.connected(1)
      assert.equal(slack.count('apps.connections.open'), 3)
      assert.deepEqual(sockets.tally, { most: 2, homeless: 0 })
    }))

  it('that comes right after the hello is not taken for the next at once', () =>
    onStation(
      async ({ slack }) => {
        const begun = performance.now()
        for (const nth of [1, 2, 3, 4]) {
          const [young] = slack.sockets.live()
          slack.sockets.disconnect('refresh_requested', [young!], NEVER)
          await slack.until(() => slack.count('apps.connections.open') === nth + 1)
          await slack.sockets.connected(1)
        }
        assert.ok(performance.now() - begun >= 140)
      },
      { times: { pause: 10 } },
    ))

  it('in the middle of which Klartext stops, leaves no line open', () =>
    onStation(
      async ({ slack, connection, age }) => {
        await age()
        slack.sockets.disconnect('refresh_requested', slack.sockets.live(), NEVER)
        await slack.until(() => slack.sockets.all().length === 2)
        await connection.stop()
        await slack.until(() => slack.sockets.all().length === 0)
        await pause(50)
        assert.equal(slack.count('apps.connections.open'), 2)
      },
      { times: { linger: NEVER } },
    ))
})

describe('Slack over socket: a line that is dead', () => {
  it('is replaced where it is half open, and what was swallowed comes again', () =>
    onStation(async ({ slack, heard, say, age, logged }) => {
      await age()
      const [old] = slack.sockets.live()
      old!.silence()
      const saying = say('swallowed')
      await slack.until(() => slack.sockets.live().length > 0)
      // Slack still counts the old line.
      await slack.until(() => logged('another process is connected', 'error') === 1)
      slack.sockets.forget(old!)
      const told = await saying
      await slack.clock.advance(60_000)
      await slack.settled()
      assert.ok(told.acked)
      assert.deepEqual(heard, ['swallowed'])
      assert.equal(slack.sockets.all().length, 1)
    }))

  it('is replaced where Slack pings no more, though it answers', () =>
    onStation(async ({ slack, age }) => {
      await age()
      const [old] = slack.sockets.live()
      const begun = performance.now()
      old!.mute()
      await slack.until(() => slack.sockets.live().some(({ id }) => id !== old!.id))
      assert.ok(performance.now() - begun >= 240)
      assert.equal(slack.sockets.all().length, 1)
    }))

  it('does not keep Klartext from stopping', () =>
    onStation(
      async ({ slack, connection }) => {
        slack.sockets.live()[0]!.silence()
        const begun = performance.now()
        await connection.stop()
        assert.ok(performance.now() - begun < 2000)
      },
      { times: { patience: NEVER, goodbye: 50 } },
    ))

  it('is no reason to replace one that is well', () =>
    onStation(async ({ slack }) => {
      const [line] = slack.sockets.live()
      await pause(700)
      assert.deepEqual(slack.sockets.live(), [line])
    }))
})

describe('Slack over socket: alarms', () => {
  it('come once for each time that there is no connection for long', () =>
    onStation(
      async ({ slack, age, logged }) => {
        const words = 'no connection for a minute, still trying'
        for (const nth of [1, 2]) {
          await age()
          const away = slack.fail('apps.connections.open', { status: 500, times: 1000 })
          slack.sockets.live()[0]!.drop()
          await slack.until(() => logged(words, 'error') === nth)
          const { met } = away
          await slack.until(() => away.met > met + 1)
          away.end()
          await slack.sockets.connected(1)
          await pause(100)
          assert.equal(logged(words, 'error'), nth)
        }
      },
      { times: { alarm: 80 } },
    ))

  it('come where no connection is there from the start', () =>
    onStation(
      async ({ slack, logged }) => {
        await slack.until(() => logged('no connection for a minute', 'error') === 1)
      },
      { times: { alarm: 40, patience: 150 }, before: ({ sockets }) => sockets.ignore(1) },
    ))

  it('do not come while a line that is to be replaced still works', () =>
    onStation(
      async ({ slack, say, age, logged }) => {
        await age()
        const away = slack.fail('apps.connections.open', { status: 500, times: 1000 })
        slack.sockets.disconnect('refresh_requested', slack.sockets.live(), NEVER)
        await slack.until(() => away.met > 3)
        await pause(80)
        assert.ok((await say('meanwhile')).acked)
        assert.equal(logged('no connection', 'error'), 0)
        away.end()
        await slack.sockets.connected(1)
      },
      { times: { alarm: 50 } },
    ))

  it('come where Slack counts more connections than there are, and say how many', () =>
    onStation(async ({ slack, age, logged }) => {
      await age()
      slack.sockets.ghost()
      slack.sockets.disconnect('refresh_requested', [slack.sockets.live()[0]!], NEVER)
      await slack.until(() => logged('another process is connected', 'error') === 1)
      assert.equal(logged('"connections":3,"ours":2', 'error'), 1)
    }))
})

describe('Slack over socket: too many connections', () => {
  it('are asked for ever more slowly, while the old line works, until there is room', () =>
    onStation(
      async ({ slack, heard, say, age }) => {
        const { sockets } = slack
        await age()
        const [old] = sockets.live()
        const ghosts = Array.from({ length: 9 }, () => sockets.ghost())
        const begun = performance.now()
        sockets.disconnect('refresh_requested', [old!], NEVER)
        await slack.until(() => slack.count('apps.connections.open') === 6)
        assert.ok(performance.now() - begun >= 140, 'it asks too often')
        for (const ghost of ghosts) sockets.forget(ghost)
        assert.ok((await say('meanwhile')).acked)
        await sockets.connected(1)
        old!.end()
        await slack.until(() => sockets.all().length === 1)
        assert.ok((await say('afterwards')).acked)
        assert.deepEqual(heard, ['meanwhile', 'afterwards'])
        assert.deepEqual(sockets.tally, { most: 2, homeless: 0 })
      },
      { times: { pause: 10 } },
    ))
})
