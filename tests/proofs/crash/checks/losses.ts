import type { Check, Fault, History } from '../history.js'
import { type Life, livesOf } from './lives.js'
import { MOST_AT_ONCE } from './rows.js'
import { isDue, type Story, storiesOf } from './told.js'

const LATEST = 15 * 60_000
const GRACE = 5000

/** Nudges that nobody got although they were due, by what the data folder says of them. */
export interface Losses {
  readonly unknown: readonly Life[]
  readonly failed: readonly Life[]
  readonly dropped: readonly Life[]
  /** Messages of which it says nothing, or not the truth. */
  readonly silent: readonly string[]
}

/** Looks for each message that should have had a nudge and has none. */
export function lossesOf(history: History): Losses {
  const lives = byMessage(history)
  const got = new Set(history.posts.map(({ message }) => message))
  const ends: Life[] = []
  const silent: string[] = []
  for (const [message, story] of storiesOf(history)) {
    if (!isDue(story, history) || got.has(message)) continue
    const end = lives
      .get(message)
      ?.find(({ row, isThere, isExpired }) => (isThere || isExpired) && isCounted(row.state))
    if (end) ends.push(end)
    else silent.push(message)
  }
  const having = (state: string) => ends.filter(({ row }) => row.state === state)
  return { unknown: having('unknown'), failed: having('failed'), dropped: having('dropped'), silent }
}

/** Nothing may be lost but what was under way at a crash, and that must be on record. */
export const checkLosses: Check = (history) => {
  const losses = lossesOf(history)
  const stories = storiesOf(history)
  return [
    ...losses.silent.map((what) => ({ rule: 'lost without a word', what })),
    ...losses.dropped
      .filter((life) => !mayDrop(life, stories.get(life.row.message)!))
      .map(({ row }) => ({ rule: 'dropped early', what: row.message })),
    ...checkUnderWay(losses),
    ...checkEnds(history),
  ]
}

/** How many were lost at each crash, by the index of the look after it. */
export function perCrash({ unknown, failed }: Pick<Losses, 'unknown' | 'failed'>): Map<number, number> {
  const numbers = new Map<number, number>()
  for (const { underWay } of [...unknown, ...failed])
    if (underWay !== null) numbers.set(underWay, (numbers.get(underWay) ?? 0) + 1)
  return numbers
}

function checkUnderWay(losses: Losses): Fault[] {
  return [
    ...[...losses.unknown, ...losses.failed]
      .filter(({ underWay }) => underWay === null)
      .map(({ row }) => ({ rule: 'lost without a crash', what: row.message })),
    ...[...perCrash(losses)]
      .filter(([, number]) => number > MOST_AT_ONCE)
      .map(([index, number]) => ({ rule: 'too many lost', what: `${number} at look ${index + 1}` })),
  ]
}

/** What the data folder says in the end must be what people saw. */
function checkEnds(history: History): Fault[] {
  const got = new Set(history.posts.map(({ message }) => message))
  return [...livesOf(history).values()]
    .filter(({ isThere, isExpired }) => isThere || isExpired)
    .flatMap(({ row, isThere }) => {
      const { state, message, place } = row
      const open = state === 'pending' || state === 'sending'
      const rules = [
        ...(isThere && open ? ['left lying'] : []),
        ...(isThere && state === 'unknown' && place !== 'channel' && history.canLook
          ? ['never looked for']
          : []),
        ...(state === 'sent' && !got.has(message) ? ['claimed'] : []),
        ...((state === 'failed' || state === 'dropped') && got.has(message) ? ['denied'] : []),
      ]
      return rules.map((rule) => ({ rule, what: `${message} is ${state}` }))
    })
}

/** A nudge may be dropped where it is late, or its message has been edited or deleted since. */
const mayDrop = ({ seenSo }: Life, story: Story) => story.length > 1 || seenSo > story[0]!.at + LATEST - GRACE

const isCounted = (state: string) => state === 'unknown' || state === 'failed' || state === 'dropped'

function byMessage(history: History): Map<string, Life[]> {
  const found = new Map<string, Life[]>()
  for (const life of livesOf(history).values())
    found.set(life.row.message, [...(found.get(life.row.message) ?? []), life])
  return found
}
