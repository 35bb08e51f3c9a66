import type { Check, History, Row, Snapshot, State } from '../history.js'
import { livesOf } from './lives.js'

/** How often a nudge may be handed to the platform. */
const MOST_ATTEMPTS = 3
/** Sends at once. */
export const MOST_AT_ONCE = 8

/** States that a nudge never leaves. */
const FINAL: ReadonlySet<State> = new Set(['sent', 'failed', 'dropped'])

/** What every look into the data folder must find, and what may have changed since the one before. */
export const checkRows: Check = (history) => {
  const authors = new Map(history.told.map(({ message, author }) => [message, author]))
  const broken = history.snapshots.flatMap((snapshot, index) => {
    const before = history.snapshots[index - 1]
    const found = [
      ...torn(snapshot, authors),
      ...standing(snapshot, history),
      ...(before ? changes(before, snapshot) : []),
    ]
    return found.map(([rule, what]) => ({ rule, what: `${what}, look ${index + 1}` }))
  })
  const forgotten = [...livesOf(history).values()].filter(
    ({ row, isThere, isExpired }) => row.state === 'sent' && !isThere && !isExpired,
  )
  return [...broken, ...forgotten.map(({ row }) => ({ rule: 'forgotten', what: row.id }))]
}

function* torn(snapshot: Snapshot, authors: ReadonlyMap<string, string>): Generator<[string, string]> {
  const { integrity, rows, rules, marks } = snapshot
  if (integrity !== 'ok') yield ['damaged', integrity.slice(0, 200)]
  const ids = new Set(rows.map(({ id }) => id))
  const ruled = new Set(rules)
  for (const { id, message, recipient, attempts } of rows) {
    if (!ruled.has(id)) yield ['without rules', id]
    if (!authors.has(message)) yield ['of an unknown message', id]
    else if (recipient !== authors.get(message)) yield ['for somebody else', id]
    if (attempts > MOST_ATTEMPTS) yield ['too many attempts', id]
  }
  for (const id of ruled) if (!ids.has(id)) yield ['rules of nothing', id]
  if (new Set(rows.map(({ message }) => message)).size < rows.length) yield ['two rows', 'of one message']
  const reached = rows.filter(({ state }) => state === 'sent' || state === 'unknown')
  if (marks < reached.length) yield ['not remembered', `${reached.length} nudges, ${marks} marks`]
  const underWay = rows.filter(({ state }) => state === 'sending')
  if (underWay.length > MOST_AT_ONCE) yield ['too many at once', `${underWay.length} under way`]
}

/** What stands in the chat must be known to stand there, or nobody will ever remove it. */
function* standing({ at, rows, posted }: Snapshot, { posts }: History): Generator<[string, string]> {
  const known = new Set(posted)
  for (const { id, state } of rows) if (known.has(id) && state !== 'sent') yield ['standing but not sent', id]
  const inChat = new Set(
    posts
      .filter((post) => post.at <= at && (post.removed === null || post.removed > at))
      .map(({ message }) => message),
  )
  for (const { id, message, state, place } of rows)
    if (state === 'sent' && place !== 'channel' && inChat.has(message) && !known.has(id))
      yield ['lost in the chat', id]
}

function* changes(before: Snapshot, after: Snapshot): Generator<[string, string]> {
  const now = new Map(after.rows.map((row) => [row.id, row]))
  const doubtful = before.rows.filter(({ state }) => state === 'unknown').length
  if (after.marks < before.marks - doubtful) yield ['forgotten', `${before.marks - after.marks} marks`]
  for (const row of before.rows) {
    const later = now.get(row.id)
    if (later) yield* change(row, later)
  }
}

function* change(row: Row, later: Row): Generator<[string, string]> {
  if (FINAL.has(row.state) && later.state !== row.state)
    yield ['came back', `${row.id} from ${row.state} to ${later.state}`]
  if (later.attempts < row.attempts) yield ['came back', `${row.id} with fewer attempts`]
  if (later.message !== row.message || later.recipient !== row.recipient) yield ['changed', row.id]
}
