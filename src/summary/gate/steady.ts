import { smallestOf } from './closure.js'
import type { Node } from './forest.js'
import { type Move, movesBetween } from './moves.js'
import type { PastWeek } from './past-week.js'

/**
 * The units of which a direction may be given: no combination of their changes from week to week may rest on 1 to k-1
 * people who came or went. To look at each unit alone would not do: where seven go from one to another and an eighth
 * joins the latter, both change by k people, and both together by one.
 *
 * A combination weighs people by the units they were in and the units they are in now. With these sets of units as
 * points and the people as lines between them, those on whom it rests are at least those across some cut; so it is
 * enough that every cut is crossed by nobody or by at least k. Points with k people between them lie on one side of
 * every cut that is crossed by fewer, so they are taken as one, until no line is left or only thin ones are. Where k
 * people or more have been erased, all who were at some point may be among them: then no direction is given.
 *
 * @param nodes published in this week
 */
export function steady(
  nodes: readonly Node[],
  before: ReadonlyMap<string, PastWeek>,
  k: number,
): ReadonlySet<Node> {
  const kept = new Set(nodes.filter(({ id }) => (before.get(id)?.erased ?? k) < k))
  for (;;) {
    const torn = tornIn([...kept], before, k)
    const smallest = smallestOf([...kept].filter(({ id }) => torn.has(id)))
    if (!smallest) return kept
    kept.delete(smallest)
  }
}

/** The units that a cut may separate which is crossed by 1 to k-1 people. */
function tornIn(
  nodes: readonly Node[],
  before: ReadonlyMap<string, PastWeek>,
  k: number,
): ReadonlySet<string> {
  const moves = movesBetween(nodes, before)
  const erased = Math.max(0, ...nodes.map(({ id }) => before.get(id)!.erased))
  // Where the erased were, nobody knows: each newcomer may be one who came back and never went, and whoever has not
  // come back may have gone from any point, so that no cut may be crossed by nobody.
  const enough = k + Math.min(erased, moves.filter(({ from }) => from === '').length)
  const perhaps = erased > 0 ? moves.map(({ from }): Move => ({ from, to: '' })) : []
  const merged = new Map<string, string>()
  const at = (point: string): string => merged.get(point) ?? point
  const isApart = ({ from, to }: Move): boolean => at(from) !== at(to)
  const lineOf = ({ from, to }: Move): string => [at(from), at(to)].sort().join('|')
  for (;;) {
    const lines = new Map<string, number>()
    for (const move of moves.filter(isApart)) lines.set(lineOf(move), (lines.get(lineOf(move)) ?? 0) + 1)
    const thick = moves.find((move) => lines.get(lineOf(move))! >= enough)
    if (!thick) return new Set([...moves, ...perhaps].filter(isApart).flatMap(differing))
    const [gone, kept] = [at(thick.from), at(thick.to)]
    for (const point of moves.flatMap(({ from, to }) => [from, to]))
      if (at(point) === gone) merged.set(point, kept)
  }
}

/** The units that somebody was in and is not, or is in and was not. */
function differing({ from, to }: Move): string[] {
  const [a, b] = [from.split(' '), to.split(' ')]
  return [...a, ...b].filter((each) => a.includes(each) !== b.includes(each))
}
