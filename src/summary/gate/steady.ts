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
 * every cut that is crossed by fewer, so they are taken as one, until no line is left or only thin ones are.
 *
 * @param nodes published in this week
 */
export function steady(
  nodes: readonly Node[],
  before: ReadonlyMap<string, PastWeek>,
  k: number,
): ReadonlySet<Node> {
  const kept = new Set(nodes.filter(({ id }) => before.get(id)?.people.size))
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
  const { moves, returned } = movesBetween(nodes, before)
  // Whoever was erased and came back looks like two, one who left and one who joined.
  const enough = k + 2 * returned
  const merged = new Map<string, string>()
  const at = (point: string): string => merged.get(point) ?? point
  const lineOf = ({ from, to }: Move): string => [at(from), at(to)].sort().join('|')
  for (;;) {
    const apart = moves.filter(({ from, to }) => at(from) !== at(to))
    const lines = new Map<string, number>()
    for (const move of apart) lines.set(lineOf(move), (lines.get(lineOf(move)) ?? 0) + 1)
    const thick = apart.find((move) => lines.get(lineOf(move))! >= enough)
    if (!thick) return new Set(apart.flatMap(({ from, to }) => differing(from.split(' '), to.split(' '))))
    const [gone, kept] = [at(thick.from), at(thick.to)]
    for (const point of moves.flatMap(({ from, to }) => [from, to]))
      if (at(point) === gone) merged.set(point, kept)
  }
}

const differing = (a: readonly string[], b: readonly string[]): string[] =>
  [...a, ...b].filter((each) => a.includes(each) !== b.includes(each))
