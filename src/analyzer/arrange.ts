import type { Language } from '../types.js'
import { createAnalyzer } from './analyzer.js'
import type { CompiledLexicons } from './compiled.js'
import { type Grouped, group } from './groups.js'
import { type CompiledPatterns, type Goal, OP, type Program, packGoals, SET, unpackGoals } from './program.js'
import type { WordSets } from './wordsets.js'

/**
 * Finds out by some texts which word sets are asked for most and which parts of the code run most, and puts those
 * close together, so that they stay at hand. Nothing else changes.
 */
export function arranged(lexicons: CompiledLexicons, texts: readonly string[]): CompiledLexicons {
  const counting = mapPatterns(lexicons, ({ program, ...rest }) => {
    const counts = { asked: new Uint32Array(program.tested), ran: new Uint32Array(program.code.length) }
    return { ...rest, program: { ...program, counts } }
  })
  const analyzer = createAnalyzer(counting)
  for (const text of texts) analyzer.analyze({ text })
  return mapPatterns(counting, arrange)
}

function mapPatterns(
  lexicons: CompiledLexicons,
  change: (patterns: CompiledPatterns) => CompiledPatterns,
): CompiledLexicons {
  const changed = (language: Language) => {
    const { patterns, ...rest } = lexicons.languages[language]
    return { ...rest, patterns: change(patterns) }
  }
  return { ...lexicons, languages: { de: changed('de'), en: changed('en') } }
}

function arrange({ program, goals, besides, asked, ...rest }: CompiledPatterns): CompiledPatterns {
  const { counts, ...kept } = program
  const newSets = placesByCount(counts!.asked)
  const setOf = (set: number) => (set >= 0 && set < program.tested ? newSets[set] : set)
  const { code, offsetOf } = moveCode(program, counts!.ran, setOf)
  const moved = (packed: Int32Array) =>
    packGoals(
      unpackGoals(packed).map(
        (goal): Goal => ({
          ...goal,
          root: offsetOf(goal.root),
          anchor: setOf(goal.anchor),
          also: setOf(goal.also),
          first: setOf(goal.first),
          second: setOf(goal.second),
        }),
      ),
    )
  const bySet = ({ keys, numbers }: Grouped) => group(keys.map(setOf), numbers)
  return {
    ...rest,
    goals: moved(goals),
    besides: besides.map(setOf),
    asked: moved(asked),
    program: {
      ...kept,
      code,
      sets: renumbered(program.sets, setOf),
      busy: Math.min(SET.mostBusy, program.tested),
      classesBySet: bySet(program.classesBySet),
      membersBySet: bySet(program.membersBySet),
      memberRoots: program.memberRoots.map(offsetOf),
    },
  }
}

/** By number, its place when all are sorted by how often they were met. */
function placesByCount(counts: Uint32Array): Int32Array {
  const places = new Int32Array(counts.length)
  const sorted = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)
  for (const [place, number] of sorted.entries()) places[number] = place
  return places
}

/** Puts what runs most first, and answers where each piece of code lies now. */
function moveCode({ code }: Program, ran: Uint32Array, setOf: (set: number) => number) {
  const pieces: number[] = []
  for (let offset = 0; offset < code.length; offset += sizeOf(code, offset)) pieces.push(offset)
  pieces.sort((a, b) => ran[b] - ran[a] || a - b)
  const offsets = new Int32Array(code.length)
  let length = 0
  for (const offset of pieces) {
    offsets[offset] = length
    length += sizeOf(code, offset)
  }
  const offsetOf = (offset: number) => offsets[offset]
  const moved = new Int32Array(code.length)
  for (const offset of pieces) {
    const operands = code.subarray(offset, offset + sizeOf(code, offset))
    moved.set(moveOperands(operands, setOf, offsetOf), offsets[offset])
  }
  return { code: moved, offsetOf }
}

function moveOperands(
  piece: Int32Array,
  setOf: (set: number) => number,
  offsetOf: (offset: number) => number,
): ArrayLike<number> {
  switch (piece[0]) {
    case OP.set:
      return [OP.set, setOf(piece[1])]
    case OP.class:
      return [OP.class, piece[1], setOf(piece[2])]
    case OP.optional:
    case OP.not:
      return [piece[0], offsetOf(piece[1])]
    case OP.choice:
      return piece.map((operand, i) => (i < 2 ? operand : offsetOf(operand)))
    case OP.sequence: {
      const partOf = (part: number) =>
        (part & 1) === 1 ? 2 * setOf((part - 1) / 2) + 1 : 2 * offsetOf(part / 2)
      return piece.map((operand, i) => (i === 2 ? setOf(operand) : i < 5 ? operand : partOf(operand)))
    }
    default:
      return piece
  }
}

function sizeOf(code: Int32Array, offset: number): number {
  switch (code[offset]) {
    case OP.set:
    case OP.optional:
    case OP.not:
      return 2
    case OP.class:
      return 3
    case OP.gap:
      return 4
    case OP.choice:
      return 2 + code[offset + 1]
    case OP.sequence:
      return 5 + code[offset + 1]
    default:
      return 1
  }
}

function renumbered(
  { words, exact, prefixes, suffixes }: WordSets,
  setOf: (set: number) => number,
): WordSets {
  const parts = (map: WordSets['prefixes']): WordSets['prefixes'] =>
    new Map([...map].map(([key, list]) => [key, list.map(([part, set]) => [part, setOf(set)] as const)]))
  return {
    words: { ...words, numbers: words.numbers.map(setOf) },
    exact: new Map([...exact].map(([key, sets]) => [key, sets.map(setOf)])),
    prefixes: parts(prefixes),
    suffixes: parts(suffixes),
  }
}
