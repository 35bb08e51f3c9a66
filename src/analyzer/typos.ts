import { createRequire } from 'node:module'

interface Distances {
  DamerauLevenshteinDistance(source: string, target: string, options: { restricted: boolean }): number
}

// By its path: the root of this package reads `.env` and prints.
const { DamerauLevenshteinDistance } = createRequire(import.meta.url)(
  'natural/lib/natural/distance/levenshtein_distance.js',
) as Distances

/** Shorter words have too many neighbours. */
const SHORTEST = 9
const HALF = 4
/** From this length on a word with one letter wrong is still that word. */
const LONG = 11

// At its ends a word changes with its grammar, and K for C is German spelling. A wrong letter, unlike one that is
// missing, doubled or swapped, makes too many other words of all but the longest.
function isSlip(word: string, mistyped: string): boolean {
  const isWrongLetter =
    word.length === mistyped.length && [...word].sort().join('') !== [...mistyped].sort().join('')
  return (
    (!isWrongLetter || word.length >= LONG) &&
    word[0] === mistyped[0] &&
    word.slice(-2) === mistyped.slice(-2) &&
    word !== mistyped.replaceAll('k', 'c') &&
    word.replaceAll('c', 'k') !== mistyped
  )
}

// One slip leaves all letters but two as they are, from both ends. Most words differ in more, and are told here,
// without the distance itself, which is slow.
function isNear(word: string, mistyped: string): boolean {
  const shorter = Math.min(word.length, mistyped.length)
  const longer = Math.max(word.length, mistyped.length)
  if (longer > shorter + 1) return false
  let same = 0
  while (same < shorter && word.charCodeAt(same) === mistyped.charCodeAt(same)) same++
  for (let back = 1; same < shorter; back++, same++)
    if (word.charCodeAt(word.length - back) !== mistyped.charCodeAt(mistyped.length - back)) break
  return same >= longer - 2
}

/** Finds the word that somebody meant who mistyped one letter of a long word: left out, doubled, swapped or wrong. */
export function createTypoFinder(words: Iterable<string>): (mistyped: string) => string | undefined {
  // One wrong letter leaves the beginning or the end of a word as it is.
  const byBeginning = new Map<string, string[]>()
  const byEnd = new Map<string, string[]>()
  const put = (map: Map<string, string[]>, key: string, word: string) => {
    const list = map.get(key)
    if (list) list.push(word)
    else map.set(key, [word])
  }
  for (const word of words) {
    // A feminine form is rarer than its German neighbours: Winnerinnen, Wienerinnen.
    if (word.length < SHORTEST || /\s|in(?:nen)?$/.test(word)) continue
    put(byBeginning, word.slice(0, HALF), word)
    put(byEnd, word.slice(-HALF), word)
  }
  const nearest = (mistyped: string, candidates: readonly string[] | undefined) =>
    candidates?.find(
      (word) =>
        isNear(word, mistyped) &&
        DamerauLevenshteinDistance(mistyped, word, { restricted: true }) === 1 &&
        isSlip(word, mistyped),
    )
  return (mistyped) =>
    mistyped.length < SHORTEST - 1
      ? undefined
      : (nearest(mistyped, byBeginning.get(mistyped.slice(0, HALF))) ??
        nearest(mistyped, byEnd.get(mistyped.slice(-HALF))))
}
