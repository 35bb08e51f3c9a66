import { packBits } from './bits.js'
import { createGrouping, Groups } from './groups.js'
import { Pool } from './pool.js'
import { ANYWHERE, type Goal, goalAt, MATCH, SET } from './program.js'

/**
 * What a token means is a signal: first where the parts of it end, then the parts, one behind the other, as most that
 * is asked of a token is asked of all parts.
 */
export const enum SIGNAL {
  /** What it adds to what a sentence holds, as {@link packBits} has it. */
  held,
  /** What must be held for tries to be worth while, one by one, as {@link NEED} has it. */
  needs,
  /** For each of those, where the tries stand. */
  tries,
  /** The conditions that it makes worth asking, as {@link packBits} has it. */
  worth,
  size,
}

/** A bit that must be held, and above it the labels of the tries that it makes worth while. */
export const enum NEED {
  bit = 0xffff,
  labels = 16,
}

/**
 * What it takes to try a goal around its anchor: where it may lie, in bits, the sets of its first word and its second,
 * which one it is, and its root. How many numbers a list of them has stands before it.
 */
export const enum TRY {
  size = 5,
  // From the lowest bit on: how far its beginning lies before the anchor, at least and at most, what must begin there,
  // how many tokens the anchor and what follows it are, at least (0: a match may end anywhere) and at most.
  mask = 63,
  farthest = 6,
  lead = 12,
  fewest = 14,
  most = 20,
  question = 1 << 26,
}

/** The number of a goal, and above it its labels. */
export const enum TRIED {
  goal = (1 << 20) - 1,
  labels = 20,
}

/** What is looked for. */
interface Sought {
  /** Packed: what is looked for everywhere. */
  readonly goals: Int32Array
  /** All that they ask for besides their anchor, in the order in which it is numbered. */
  readonly besides: Int32Array
  /** By goal, its labels, as bits. */
  readonly labels: Int32Array
  /** What is asked of single hits. */
  readonly conditions: readonly Goal[]
}

/**
 * Makes what tells, for a token in some sets, what it makes worth trying and asking: once for all words that mean the
 * same.
 */
export function createSignals({ goals, besides, labels, conditions }: Sought) {
  const anchors = labels.map((_, goal) => goalAt(goals, goal).anchor)
  const goalsBySet = anchoredBySet(anchors)
  const conditionsBySet = anchoredBySet(conditions.map(({ anchor }) => anchor))
  const alsos = labels.map((_, goal) => goalAt(goals, goal).also)
  const { bits, size } = numbersOf(besides)

  const signals = new Pool()
  const known = new Map<string, number>()
  const signalOf = (sets: readonly number[]): number => {
    const telling = sets.filter((set) => goalsBySet.has(set) || bits.has(set) || conditionsBySet.has(set))
    const key = telling.join()
    let signal = known.get(key)
    if (signal === undefined) known.set(key, (signal = addSignal(telling)))
    return signal
  }
  const addSignal = (sets: readonly number[]): number => {
    const held = packBits(sets.flatMap((set) => bits.get(set) ?? []))
    const tried = mergedTries(sets.flatMap((set) => triesOf(set)))
    const worth = packBits(sets.flatMap((set) => [...conditionsBySet.of(set)]))
    const needs = tried.map(({ bit, labels }) => bit | (labels << NEED.labels))
    const parts = [held, needs, tried.map(({ place }) => place), worth]
    let end: number = SIGNAL.size
    return signals.add([...parts.map(({ length }) => (end += length)), ...parts.flat()])
  }
  // What one set makes worth trying serves all signals of words in it.
  const tries = new Pool()
  const triesBySet = new Map<number, readonly Tries[]>()
  const triesOf = (set: number): readonly Tries[] => {
    let made = triesBySet.get(set)
    if (made === undefined) triesBySet.set(set, (made = addTries(goalsBySet.of(set))))
    return made
  }
  const addTries = (here: Iterable<number>): readonly Tries[] => {
    const byBit = new Map<number, { labels: number; list: number[] }>()
    for (const goal of here) {
      const bit = bits.get(alsos[goal])!
      const tried = tryOf(goalAt(goals, goal), goal, labels[goal])
      const known = byBit.get(bit)
      if (known) {
        known.labels |= labels[goal]
        known.list.push(...tried)
      } else byBit.set(bit, { labels: labels[goal], list: tried })
    }
    return [...byBit].map(([bit, { labels, list }]) => ({
      bit,
      labels,
      place: tries.add([list.length, ...list]),
    }))
  }
  // Those of one bit are one list, in the order of the bits.
  const mergedPlaces = new Map<string, number>()
  const mergedTries = (all: readonly Tries[]): readonly Tries[] => {
    const byBit = new Map<number, { labels: number; places: number[] }>()
    for (const { bit, labels, place } of [...all].sort((a, b) => a.bit - b.bit)) {
      const known = byBit.get(bit)
      if (known) {
        known.labels |= labels
        known.places.push(place)
      } else byBit.set(bit, { labels, places: [place] })
    }
    return [...byBit].map(([bit, { labels, places }]) => ({
      bit,
      labels,
      place: places.length === 1 ? places[0] : merge(places),
    }))
  }
  const merge = (places: readonly number[]): number => {
    const key = places.join()
    let merged = mergedPlaces.get(key)
    if (merged === undefined) {
      const { numbers } = tries
      const list = places.flatMap((place) => [...numbers.subarray(place + 1, place + 1 + numbers[place])])
      mergedPlaces.set(key, (merged = tries.add([list.length, ...list])))
    }
    return merged
  }
  return {
    /** The numbers, one signal behind the other. */
    signals,
    /** What goals it takes to try, in lists. */
    tries,
    /** Where the signal of a token begins, by its sets. */
    signalOf,
    /** The goals that are tried everywhere, and their roots. */
    unanchored: [...anchors.keys()]
      .filter((goal) => anchors[goal] === SET.none)
      .map((goal) => ({ goal, root: goalAt(goals, goal).root })),
    /** The conditions that are worth asking whatever a message holds, as {@link packBits} has it. */
    alwaysWorth: packBits(conditions.flatMap(({ anchor }, i) => (anchor === SET.none ? [i] : []))),
    /** So many numbers hold what a sentence holds, as bits; the first bit is held by all sentences. */
    size,
  }
}

/** Where a list of tries stands that are worth while if a bit is held. */
interface Tries {
  readonly bit: number
  /** Of any of them, as bits. */
  readonly labels: number
  readonly place: number
}

/** Numbers what goals ask for besides their anchor; 0 is held by all sentences. */
function numbersOf(besides: Int32Array) {
  const bits = new Map([SET.none, ...besides.filter((set) => set !== SET.none)].map((set, bit) => [set, bit]))
  return { bits, size: (bits.size + 31) >> 5 }
}

function tryOf(
  { root, nearest, farthest, first, second, lead, fewest, most, question }: Goal,
  goal: number,
  labels: number,
) {
  const upTo = (number: number) => Math.min(number, MATCH.longest + 1)
  const closes = fewest === ANYWHERE ? 0 : (upTo(fewest + 1) << TRY.fewest) | (upTo(most + 1) << TRY.most)
  const begins = upTo(nearest) | (upTo(farthest) << TRY.farthest) | (lead << TRY.lead)
  return [
    begins | closes | (question === 1 ? TRY.question : 0),
    first,
    second,
    goal | (labels << TRIED.labels),
    root,
  ]
}

/** By anchor, the places of what hangs on it. */
function anchoredBySet(anchors: ArrayLike<number>): Groups {
  const places = createGrouping()
  for (let place = 0; place < anchors.length; place++)
    if (anchors[place] !== SET.none) places.put(anchors[place], place)
  return new Groups(places.grouped())
}
