import assert from 'node:assert/strict'
import { checkHistory } from './checkHistory.js'
import type { History, Row } from './history.js'
import { at, history, look, post, row, told } from './samples.js'

const pending = row({ state: 'pending', attempts: 0, place: null })
const sending = row({ state: 'sending' })
const unknown = row({ state: 'unknown' })
const deleted = told({ kind: 'deleted', at: at(50), earns: false })
const mended = told({ kind: 'edited', at: at(10), earns: false })
const day = 86_400

/** Many messages under way at one crash, none of which arrived. */
function storm(number: number): Partial<History> {
  const names = Array.from({ length: number }, (_, index) => `m${index}`)
  const rows = (state: Row['state']) => names.map((message) => row({ message, state, place: 'channel' }))
  return {
    told: names.map((message) => told({ message })),
    posts: [],
    snapshots: [look(40, rows('sending')), look(900, rows('unknown'))],
  }
}

const clean: [what: string, given: Partial<History>][] = [
  ['a message and its nudge', {}],
  ['nothing at all', { told: [], posts: [], snapshots: [] }],
  [
    'a crash while it is sent, after which it is found',
    { snapshots: [look(40, [sending]), look(200, [row()])] },
  ],
  [
    'a crash while it is sent, after which it is sent again',
    { posts: [post({ at: at(110) })], snapshots: [look(40, [sending]), look(200, [row({ attempts: 2 })])] },
  ],
  ['eight lost at one crash, all on record', storm(8)],
  [
    'one that came too late to be sent again',
    { posts: [], snapshots: [look(40, [sending]), look(1000, [row({ state: 'failed' })])] },
  ],
  [
    'one that was dropped after an outage',
    { posts: [], snapshots: [look(10, [pending]), look(1000, [row({ state: 'dropped' })])] },
  ],
  ['a message nobody acknowledged', { told: [told({ acked: null })], posts: [], snapshots: [look(40, [])] }],
  ['wording that earns nothing', { told: [told({ earns: false })], posts: [], snapshots: [look(40, [])] }],
  ['somebody who never asked', { told: [told({ author: 'eve' })], posts: [], snapshots: [look(40, [])] }],
  [
    'a deletion before it was sent',
    { told: [told(), { ...deleted, at: at(5), acked: at(5) }], posts: [], snapshots: [look(40, [])] },
  ],
  [
    'a deletion afterwards',
    {
      told: [told(), deleted],
      posts: [post({ removed: at(51) })],
      snapshots: [look(40, [row()]), look(60, [row()], { posted: [] })],
    },
  ],
  ['a deletion of which the app never heard', { told: [told(), { ...deleted, acked: null }] }],
  [
    'a deletion while it is sent',
    {
      told: [told(), { ...deleted, at: at(31), acked: at(31) }],
      posts: [post({ removed: at(33) })],
      snapshots: [look(40, [row()], { posted: [] })],
    },
  ],
  [
    'an edit that mends it',
    { told: [told(), mended], posts: [], snapshots: [look(9, [pending]), look(40, [])] },
  ],
  [
    'an edit that does not, after the nudge was dropped for it',
    {
      told: [told(), told({ kind: 'edited', at: at(50) })],
      posts: [],
      snapshots: [look(40, [sending]), look(70, [unknown]), look(140, [row({ state: 'dropped' })])],
    },
  ],
  [
    'an edit under way, of which nobody knows whether it was taken',
    { told: [told(), { ...mended, acked: null }], posts: [], snapshots: [look(9, [pending]), look(40, [])] },
  ],
  [
    'a nudge whose time on record is over',
    { snapshots: [look(40, [row()]), look(day + 60, [], { marks: 1 })] },
  ],
  [
    'a nudge under the message, of which nobody can tell',
    {
      snapshots: [
        look(40, [{ ...sending, place: 'channel' }]),
        look(900, [{ ...unknown, place: 'channel' }]),
      ],
    },
  ],
  [
    'a nudge that was removed after its days',
    {
      posts: [post({ removed: at(2 * day) })],
      snapshots: [look(40, [row()]), look(2 * day + 60, [], { marks: 1 })],
    },
  ],
]

const planted: [bug: string, rule: string, given: Partial<History>][] = [
  ['sends again after a crash, though it had arrived', 'twice', { posts: [post(), post({ at: at(100) })] }],
  [
    'sends another one after an edit',
    'twice',
    { told: [told(), told({ kind: 'edited', at: at(50) })], posts: [post(), post({ at: at(90) })] },
  ],
  ['shows it to the whole channel', 'overheard', { posts: [post({ seenBy: ['anna', 'ben'] })] }],
  ['shows it to another one', 'not to its writer', { posts: [post({ seenBy: ['ben'] })] }],
  ['nudges people who never asked', 'not asked for', { members: ['ben'] }],
  ['nudges what nobody wrote', 'about nothing', { posts: [post(), post({ message: 'm9' })] }],
  ['cannot tell what it is about', 'about nothing', { posts: [post(), post({ message: null })] }],
  ['finds fault with plain words', 'unearned', { told: [told({ earns: false })] }],
  ['does not wait for second thoughts', 'too early', { posts: [post({ at: at(12) })] }],
  ['comes after two hours', 'too late', { posts: [post({ at: at(7200) })] }],
  [
    'keeps a waiting nudge whose message is deleted',
    'after the deletion',
    { told: [told(), { ...deleted, at: at(5), acked: at(5) }], posts: [post({ removed: at(40) })] },
  ],
  ['keeps a waiting nudge whose message is mended', 'after it was mended', { told: [told(), mended] }],
  ['forgets to remove the nudge of a deleted message', 'still standing', { told: [told(), deleted] }],
  [
    'acknowledges before it has written anything',
    'lost without a word',
    { posts: [], snapshots: [look(10, []), look(40, [])] },
  ],
  [
    'loses a waiting nudge',
    'lost without a word',
    { posts: [], snapshots: [look(10, [pending]), look(40, [])] },
  ],
  [
    'loses one that was under way',
    'lost without a word',
    { posts: [], snapshots: [look(40, [sending]), look(90, [])] },
  ],
  [
    'loses what it gave up, before its day is over',
    'lost without a word',
    { posts: [], snapshots: [look(40, [sending]), look(90, [unknown]), look(200, [])] },
  ],
  ['gives more up than it can have had under way', 'too many lost', storm(9)],
  ['has more under way than it may', 'too many at once', storm(9)],
  [
    'gives one up that was never under way',
    'lost without a crash',
    { posts: [], snapshots: [look(10, [pending]), look(40, [{ ...unknown, place: 'channel' }])] },
  ],
  [
    'drops what is not late',
    'dropped early',
    { posts: [], snapshots: [look(10, [pending]), look(40, [row({ state: 'dropped' })])] },
  ],
  [
    'never sends what waits',
    'left lying',
    { posts: [], snapshots: [look(10, [pending]), look(400, [pending])] },
  ],
  [
    'never comes back to what was under way',
    'left lying',
    { snapshots: [look(40, [sending]), look(400, [sending])] },
  ],
  [
    'never looks for what it gave up',
    'never looked for',
    { snapshots: [look(40, [sending]), look(400, [unknown])] },
  ],
  ['says sent where nothing was', 'claimed', { posts: [] }],
  [
    'says failed where it arrived',
    'denied',
    { snapshots: [look(40, [sending]), look(900, [row({ state: 'failed' })])] },
  ],
  [
    'leaves a damaged file',
    'damaged',
    { snapshots: [look(40, [row()], { integrity: 'row 3 missing from index' })] },
  ],
  ['writes a nudge without its rules', 'without rules', { snapshots: [look(40, [row()], { rules: [] })] }],
  [
    'writes rules without their nudge',
    'rules of nothing',
    { snapshots: [look(40, [row()], { rules: ['n-m1', 'n-m2'] })] },
  ],
  ['writes two nudges of one message', 'two rows', { snapshots: [look(40, [row(), row({ id: 'n2' })])] }],
  [
    'addresses a nudge to another one',
    'for somebody else',
    { snapshots: [look(40, [row({ recipient: 'ben' })])] },
  ],
  ['makes a message up', 'of an unknown message', { snapshots: [look(40, [row(), row({ message: 'm9' })])] }],
  [
    'settles without remembering the message',
    'not remembered',
    { snapshots: [look(40, [row()], { marks: 0 })] },
  ],
  [
    'forgets which messages had their nudge',
    'forgotten',
    { snapshots: [look(40, [row()]), look(day + 60, [])] },
  ],
  [
    'forgets a sent nudge within the day',
    'forgotten',
    { snapshots: [look(40, [row()]), look(90, [], { marks: 1 })] },
  ],
  ['takes a sent nudge up again', 'came back', { snapshots: [look(40, [row()]), look(90, [unknown])] }],
  [
    'counts its attempts anew',
    'came back',
    { snapshots: [look(40, [row({ attempts: 2 })]), look(90, [row()])] },
  ],
  ['tries for ever', 'too many attempts', { snapshots: [look(40, [row({ attempts: 4 })])] }],
  [
    'does not keep where the nudge stands',
    'lost in the chat',
    { snapshots: [look(40, [row()], { posted: [] })] },
  ],
  [
    'keeps where a nudge stands before it is sent',
    'standing but not sent',
    { snapshots: [look(33, [sending], { posted: ['n-m1'] }), look(40, [row()])] },
  ],
]

describe('the checker of what happened over crashes', () => {
  for (const [what, given] of clean)
    it(`lets pass: ${what}`, () => {
      assert.deepEqual(checkHistory(history(given)), [])
    })

  for (const [bug, rule, given] of planted)
    it(`catches an app that ${bug}`, () => {
      const rules = checkHistory(history(given)).map((fault) => fault.rule)
      assert.ok(rules.includes(rule), `expected „${rule}“, found ${JSON.stringify(rules)}`)
    })
})
