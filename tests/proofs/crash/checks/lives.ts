import type { History, Row, State } from '../history.js'

const DAY = 24 * 3_600_000

/** What became of one row over all looks into the data folder. */
export interface Life {
  /** As it was last seen. */
  readonly row: Row
  readonly states: readonly State[]
  /** The look, by its index, at which it was last seen under way; null where it never was. */
  readonly underWay: number | null
  /** When it was first seen in the state that it kept. */
  readonly seenSo: number
  readonly isThere: boolean
  /** Gone because its time was over: a day after it was settled. */
  readonly isExpired: boolean
}

interface Growing {
  row: Row
  readonly states: State[]
  underWay: number | null
  /** It cannot have come to its state before. */
  since: number
  seenSo: number
  lastIndex: number
}

/** The lives of all rows, by their ids. */
export function livesOf({ told, snapshots }: History): ReadonlyMap<string, Life> {
  const start = told.reduce((first, one) => Math.min(first, one.at), Number.POSITIVE_INFINITY)
  const growing = new Map<string, Growing>()
  for (const [index, { at, rows }] of snapshots.entries())
    for (const row of rows) {
      const known = growing.get(row.id)
      const same = known?.row.state === row.state
      const since = same ? known.since : (snapshots[index - 1]?.at ?? start)
      const seenSo = same ? known.seenSo : at
      const underWay = row.state === 'sending' ? index : (known?.underWay ?? null)
      const states = [...(known?.states ?? []), row.state]
      growing.set(row.id, { row, states, underWay, since, seenSo, lastIndex: index })
    }
  const end = snapshots.length - 1
  return new Map(
    [...growing].map(([id, { row, states, underWay, since, seenSo, lastIndex }]) => {
      const isThere = lastIndex === end
      const isExpired = !isThere && snapshots[lastIndex + 1]!.at - since >= DAY
      return [id, { row, states, underWay, seenSo, isThere, isExpired }]
    }),
  )
}
