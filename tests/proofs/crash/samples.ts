import type { History, Post, Row, Snapshot, Told } from './history.js'

/** Seconds as milliseconds; a sample's clock begins a day after zero, so that nothing is negative. */
export const at = (seconds: number) => 86_400_000 + seconds * 1000

/** Anna writes what earns a nudge, at once; it is acknowledged at once. */
export const told = (given: Partial<Told> = {}): Told => {
  const when = given.at ?? at(0)
  return {
    message: 'm1',
    author: 'anna',
    kind: 'written',
    at: when,
    earns: true,
    acked: when + 100,
    ...given,
  }
}

/** Her nudge, 31 seconds later. */
export const post = (given: Partial<Post> = {}): Post => {
  const when = given.at ?? at(31)
  return {
    message: 'm1',
    seenBy: ['anna'],
    begun: when - 10,
    at: when,
    removed: null,
    isFleeting: false,
    ...given,
  }
}

export const row = (given: Partial<Row> = {}): Row => ({
  id: `n-${given.message ?? 'm1'}`,
  message: 'm1',
  recipient: 'anna',
  state: 'sent',
  attempts: 1,
  place: 'direct',
  ...given,
})

/** A look into the data folder, in which everything fits the rows unless told. */
export function look(seconds: number, rows: readonly Row[], given: Partial<Snapshot> = {}): Snapshot {
  const ids = (states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).map(({ id }) => id)
  return {
    at: at(seconds),
    integrity: 'ok',
    rows,
    rules: rows.map(({ id }) => id),
    posted: ids(['sent']),
    marks: ids(['sent', 'unknown']).length,
    ...given,
  }
}

/** One message, one crash while its nudge waits, one nudge. */
export const history = (given: Partial<History> = {}): History => ({
  canLook: true,
  members: ['anna', 'ben'],
  told: [told()],
  posts: [post()],
  snapshots: [look(10, [row({ state: 'pending', attempts: 0, place: null })]), look(40, [row()])],
  ...given,
})
