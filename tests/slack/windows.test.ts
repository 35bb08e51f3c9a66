import assert from 'node:assert/strict'
import { chatOf, hinted, insatiable, lastIn, MODES, onHome, sharedHouse, windowOf, wordsOn } from './acts.js'
import { JARGON, type SlackHouse } from './house.js'
import type { Delivery, User } from './stand-in/index.js'
import { inStubHouse } from './stub-house.js'

/** Everything that opens a window. */
const OPENERS: readonly (readonly [
  name: string,
  open: (house: SlackHouse, me: User) => Promise<Delivery>,
])[] = [
  ...['about', 'check', 'topics', 'export'].map(
    (button) =>
      [
        `the button „${button}“`,
        ({ slack }: SlackHouse, me: User) => slack.press(me, me.home!, button),
      ] as const,
  ),
  ['why?', (house, me) => house.slack.press(me, lastIn(house, me), 'why')],
  ['the shortcut', ({ slack }, me) => slack.shortcut(me, 'check-draft')],
  [
    'the shortcut of a message',
    ({ slack, channel }, me) => {
      const own = [...channel.messages.values()].find(({ user }) => user === me.id)!
      return slack.messageShortcut(me, 'check-message', channel, own.ts)
    },
  ],
]

describe('Slack: windows', () => {
  const house = sharedHouse({ mode: 'http' })
  let me: User
  before(async () => {
    me = await insatiable(house())
    await hinted(house(), me, JARGON)
  })

  for (const [name, open] of OPENERS)
    it(`that open too late do no harm: ${name}`, async () => {
      const { slack } = house()
      slack.fail('views.open', { error: 'expired_trigger_id' })
      const late = await open(house(), me)
      assert.deepEqual([late.acked, me.modals.length], [false, 0])
      assert.equal(slack.seenBy(me).at(-1)?.kind, 'failure')
      const again = await open(house(), me)
      assert.ok(again.acked)
      assert.ok(windowOf(me))
      await slack.closeView(me)
      assert.equal(chatOf(house(), me).length, 1)
    })

  it('may be closed at any time, also while they are being answered', async () => {
    const { slack, workspace } = house()
    await onHome(house(), me, 'check')
    const closed = windowOf(me)
    await slack.closeView(me)
    for (const callback_id of ['draft', 'topics', 'terms', 'gone']) {
      const who = { user: { id: me.id, team_id: workspace.id }, team: { id: workspace.id } }
      const view = { ...closed, callback_id, state: { values: {} } }
      const payload = { type: 'view_submission', ...who, view }
      const late = await slack.deliver({ kind: 'interactive', workspace, heard: true, payload })
      assert.ok(late.acked, callback_id)
    }
    assert.deepEqual(me.modals, [])
  })

  it('lie on top of each other only as Slack lets them', async () => {
    const { slack } = house()
    for (let count = 0; count < 4; count++) await onHome(house(), me, 'check')
    await slack.submit(me, undefined, { text: { text: JARGON } })
    assert.equal(me.modals.length, 1)
  })
})

for (const mode of MODES)
  describe(`Slack over ${mode}: a draft that cannot be checked`, () => {
    it('stays in its window, with a word about it', () =>
      inStubHouse({ mode }, async ({ slack, jana, fake, start, logged }) => {
        await start()
        await slack.shortcut(jana, 'check-draft')
        fake.broken.add('check')
        const failed = await slack.submit(jana, undefined, { text: { text: JARGON } })
        assert.match(failed.errors.text!, /ließ sich gerade nicht prüfen/)
        assert.equal(failed.view?.callback_id, 'draft')
        fake.broken.clear()
        await slack.submit(jana, undefined, { text: { text: JARGON } })
        assert.match(wordsOn(windowOf(jana)), /Alignment/)
        assert.ok(!logged.join().includes('Alignment'))
        assert.deepEqual(slack.faults, [])
      }))
  })
