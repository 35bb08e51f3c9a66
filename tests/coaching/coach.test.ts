import assert from 'node:assert/strict'
import { coach, type Occasion } from '../../src/coaching/coach.js'
import { isQuiet, nextDay } from '../../src/coaching/quiet-hours.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import type { Entry } from '../../src/lexicon/lexicon.js'
import type { Analysis, Label, Settings } from '../../src/types.js'

const NOON = new Date('2026-03-10T11:00:00Z')

function analysis(...labels: readonly [Label, string][]): Analysis {
  const findings = labels.map(([label, rule], i) => ({
    label,
    rule,
    start: i,
    end: i + 1,
    why: 'Weil.',
    instead: [],
  }))
  return { language: 'de', labels: labels.map(([label]) => label), findings, words: [] }
}

function occasion({
  settings,
  history,
  now = NOON,
}: {
  settings?: Partial<Settings>
  history?: Partial<Occasion['history']>
  now?: Date
} = {}): Occasion {
  return {
    settings: { ...DEFAULT_SETTINGS, optedIn: true, ...settings },
    history: { hintsToday: 0, lastHintAt: null, lastPraiseAt: null, ...history },
    now,
    timeZone: 'Europe/Berlin',
  }
}

const entries = new Map<string, Entry>([['on-probation', { status: 'probation' } as Entry]])
const decide = (found: Analysis, at: Occasion) => {
  const coaching = coach(found, entries, at)
  return 'nudge' in coaching
    ? `${coaching.nudge.kind} ${coaching.nudge.label} ${coaching.nudge.rules.join(',')}`
    : coaching.silence
}

const minutesAgo = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000)

const CASES: readonly [name: string, Analysis, Occasion, expected: string][] = [
  ['nothing found', analysis(), occasion(), 'nothing-found'],
  ['not opted in', analysis(['blame', 'a']), occasion({ settings: { optedIn: false } }), 'not-opted-in'],
  ['one finding', analysis(['blame', 'a']), occasion(), 'hint blame a'],
  ['one thing at a time', analysis(['anglicism', 'a'], ['blame', 'b']), occasion(), 'hint blame b'],
  [
    'each rule once',
    analysis(['jargon', 'a'], ['jargon', 'b'], ['jargon', 'a']),
    occasion(),
    'hint jargon a,b',
  ],
  [
    'five rules at most',
    analysis(...'abcdefg'.split('').map((rule): [Label, string] => ['anglicism', rule])),
    occasion(),
    'hint anglicism a,b,c,d,e',
  ],
  [
    'a muted label',
    analysis(['blame', 'a'], ['jargon', 'b']),
    occasion({ settings: { mutedLabels: ['blame'] } }),
    'hint jargon b',
  ],
  ['a muted rule', analysis(['blame', 'a']), occasion({ settings: { mutedRules: ['a'] } }), 'nothing-found'],
  [
    'one anglicism left after muting',
    analysis(['anglicism', 'a'], ['anglicism', 'b']),
    occasion({ settings: { mutedRules: ['a'] } }),
    'nothing-found',
  ],
  [
    'two anglicisms left after muting',
    analysis(['anglicism', 'a'], ['anglicism', 'b'], ['anglicism', 'c']),
    occasion({ settings: { mutedRules: ['a'] } }),
    'hint anglicism b,c',
  ],
  ['a rule on probation', analysis(['blame', 'on-probation']), occasion(), 'nothing-found'],
  [
    'paused',
    analysis(['blame', 'a']),
    occasion({ settings: { pausedUntil: new Date('2026-03-11T00:00:00Z') } }),
    'paused',
  ],
  [
    'a pause that is over',
    analysis(['blame', 'a']),
    occasion({ settings: { pausedUntil: NOON } }),
    'hint blame a',
  ],
  [
    'after the third hint of the day',
    analysis(['blame', 'a']),
    occasion({ history: { hintsToday: 3 } }),
    'daily-limit',
  ],
  [
    '29 minutes after a hint',
    analysis(['blame', 'a']),
    occasion({ history: { hintsToday: 1, lastHintAt: minutesAgo(29) } }),
    'too-soon',
  ],
  [
    '30 minutes after a hint',
    analysis(['blame', 'a']),
    occasion({ history: { hintsToday: 1, lastHintAt: minutesAgo(30) } }),
    'hint blame a',
  ],
  [
    'without a pause between hints, while another one goes out',
    analysis(['blame', 'a']),
    occasion({
      settings: { minutesBetween: 0 },
      history: { hintsToday: 1, lastHintAt: minutesAgo(-0.01) },
    }),
    'hint blame a',
  ],
  [
    'in the evening in Berlin',
    analysis(['blame', 'a']),
    occasion({ now: new Date('2026-03-10T17:00:00Z') }),
    'quiet-hours',
  ],
  ['praise', analysis(['ownership', 'a'], ['care', 'b']), occasion(), 'praise ownership a'],
  ['no praise beside a hint', analysis(['ownership', 'a'], ['blame', 'b']), occasion(), 'hint blame b'],
  [
    'praise is rare',
    analysis(['care', 'a']),
    occasion({ history: { lastPraiseAt: minutesAgo(6 * 24 * 60) } }),
    'nothing-found',
  ],
  [
    'praise after a week',
    analysis(['care', 'a']),
    occasion({ history: { lastPraiseAt: minutesAgo(7 * 24 * 60) } }),
    'praise care a',
  ],
  [
    'praise counts towards no limit',
    analysis(['care', 'a']),
    occasion({ history: { hintsToday: 3, lastHintAt: minutesAgo(1) } }),
    'praise care a',
  ],
  [
    'praise switched off',
    analysis(['care', 'a']),
    occasion({ settings: { praise: false } }),
    'nothing-found',
  ],
]

describe('coaching', () => {
  for (const [name, found, at, expected] of CASES)
    it(`${name}: ${expected}`, () => assert.equal(decide(found, at), expected))

  it('answers in the language of the message, or as set', () => {
    const language = (settings: Partial<Settings>) => {
      const coaching = coach({ ...analysis(['blame', 'a']), language: 'en' }, entries, occasion({ settings }))
      return 'nudge' in coaching && coaching.nudge.language
    }
    assert.deepEqual([language({}), language({ language: 'de' })], ['en', 'de'])
  })

  const HOURS: readonly [from: string, to: string, at: string, quiet: boolean][] = [
    ['18:00', '08:00', '2026-07-01T15:59:59Z', false],
    ['18:00', '08:00', '2026-07-01T16:00:00Z', true],
    ['18:00', '08:00', '2026-01-01T16:30:00Z', false],
    ['18:00', '08:00', '2026-01-01T06:59:00Z', true],
    ['18:00', '08:00', '2026-01-01T07:00:00Z', false],
    ['12:00', '13:00', '2026-01-01T11:30:00Z', true],
    ['12:00', '12:00', '2026-01-01T11:00:00Z', false],
  ]
  for (const [quietFrom, quietTo, at, quiet] of HOURS)
    it(`${at} is ${quiet ? '' : 'not '}quiet from ${quietFrom} to ${quietTo} in Berlin`, () =>
      assert.equal(isQuiet(new Date(at), { quietFrom, quietTo }, 'Europe/Berlin'), quiet))

  it('ends a pause at midnight in the company’s time zone, also when the clocks change', () => {
    assert.equal(
      nextDay(new Date('2026-03-28T23:30:00Z'), 'Europe/Berlin').toISOString(),
      '2026-03-29T22:00:00.000Z',
    )
  })
})
