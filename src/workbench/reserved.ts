import { UserError } from '../errors.js'
import { disguises, TOGETHER } from './disguises.js'
import { plainLetters } from './plain-letters.js'

/** Tells what no company may look for. */
export interface Reserved {
  /** Answers the line that a term meets, or null. */
  (term: string): string | null
  /** The same, names apart. */
  butNames(term: string): string | null
  /** Answers the line that words in a row meet, the first of them at this place, or null. */
  row(place: Place): string | null
}

/** A place of a pattern: words of which any may stand there, with the star of a beginning or an end. */
export interface Place {
  readonly words: readonly string[]
  /** The places that may come next, whatever the pattern lets stand between. */
  readonly next: Iterable<Place>
}

interface Hit {
  readonly line: string
  /** How many letters the line asks for. */
  readonly letters: number
  readonly name: boolean
}

/** A tree of letters. */
interface Node {
  readonly next: Map<string, Node>
  /** Lines met by a word that ends here, that begins so, or that has this within. */
  whole?: Hit
  begins?: Hit
  within?: Hit
  /** Some line, a name apart, that goes on from here. */
  onwards?: Hit
}

interface Phrase {
  readonly line: string
  readonly words: readonly ((word: string) => boolean)[]
}

const ENDINGS = ['', 's', 'e', 'en', 'er', 'es', 'n']
const LINE = /^(?:=?[\p{L}\p{N}]+|\*?[\p{L}\p{N}]+\*)$/u
const NAME = /^\p{L}+$/u

/**
 * Reads the list of reserved terms; its head says how lines are written. What it answers takes time linear in the term
 * and knows a term however it is dressed up: in parts, hyphens, look-alike letters, digits for letters. Patterns may be
 * given as they are written: `gewerksch*` meets every line that such a word could meet.
 * @throws UserError for a line that cannot be read
 */
export function parseReserved(text: string): Reserved {
  const root = nodeOf()
  const backwards = nodeOf()
  const phrases = new Map<string, Phrase[]>()
  let names = false
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line === '[names]') names = true
    else if (names) addName(line, at + 1, root)
    else addLine(line, at + 1, root, backwards, phrases)
  }

  const lineOf = (term: string, names: boolean): string | null => {
    for (const { words, joined, least } of disguises(term)) {
      const places = placesOf(words)
      for (const [at, word] of words.entries()) {
        const line = find(root, backwards, word, least, names) ?? phraseAt(phrases, places[at]!)
        if (line !== null) return line
      }
      for (const one of joined) {
        const line = find(root, backwards, one.word, one.least, names)
        if (line !== null) return line
      }
    }
    return null
  }
  // Two neighbours may be one word that was taken apart.
  const pairAt = ({ words, next }: Place): string | null => {
    for (const { words: others } of next)
      for (const one of words)
        for (const other of others) {
          const word = `${one}${other}`.replace(/\*/g, '')
          const line = word.length < TOGETHER ? null : find(root, backwards, word, TOGETHER, false)
          if (line !== null) return line
        }
    return null
  }
  return Object.assign((term: string) => lineOf(term, true), {
    butNames: (term: string) => lineOf(term, false),
    row: (place: Place) => phraseAt(phrases, place) ?? pairAt(place),
  })
}

function placesOf(words: readonly string[]): Place[] {
  const places = words.map((word) => ({ words: [word], next: [] as Place[] }))
  for (const [at, { next }] of places.entries()) next.push(...places.slice(at + 1, at + 2))
  return places
}

function nodeOf(): Node {
  return { next: new Map() }
}

function addLine(
  line: string,
  number: number,
  root: Node,
  backwards: Node,
  phrases: Map<string, Phrase[]>,
): void {
  const parts = line.split(/[\s\-.'’]+/).map(plainLetters)
  const alone = parts.length === 1
  if (!parts.every((part) => LINE.test(part) && (alone || !part.startsWith('*'))))
    throw fault(line, number, 'a word, =word, word*, *word*, or several, none of these with a * before it')
  if (alone) addWord(root, backwards, parts[0], line)
  else {
    const first = parts[0].replace(/^[=*]/, '')[0]
    phrases.set(first, [...(phrases.get(first) ?? []), { line, words: parts.map(wordTest) }])
    // co-determination is also written as one word.
    if (!/\s/.test(line)) addWord(root, backwards, parts.join(''), line)
  }
}

function addWord(root: Node, backwards: Node, part: string, line: string): void {
  const body = part.replace(/[=*]/g, '')
  const hit = { line, letters: body.length, name: false }
  const end = grow(root, body, hit)
  if (part.startsWith('*')) end.within ??= hit
  else if (part.endsWith('*')) end.begins ??= hit
  else for (const ending of part.startsWith('=') ? [''] : ENDINGS) grow(root, body + ending).whole ??= hit
  if (part.startsWith('*') || !part.endsWith('*')) grow(backwards, [...body].reverse().join(''), hit)
}

function addName(line: string, number: number, root: Node): void {
  const plain = plainLetters(line)
  if (!NAME.test(plain)) throw fault(line, number, 'a name of one word')
  // Özgür is also written Ozgur.
  const bare = plainLetters(line.normalize('NFD').replace(/\p{M}/gu, ''))
  const hit = { line, letters: plain.length, name: true }
  for (const name of [plain, bare]) for (const ending of ['', 's']) grow(root, name + ending).whole ??= hit
}

function fault(line: string, number: number, expected: string): UserError {
  return new UserError(`reserved.txt:${number}`, `"${line}"`, expected, 'Mend or remove the line.')
}

function grow(from: Node, letters: string, onwards?: Hit): Node {
  let node = from
  for (const letter of letters) {
    let next = node.next.get(letter)
    if (next === undefined) node.next.set(letter, (next = nodeOf()))
    node = next
    if (onwards) node.onwards ??= onwards
  }
  return node
}

/** Whether a word meets a part of a phrase, or a word with this beginning or end could. */
function wordTest(part: string): (word: string) => boolean {
  const body = part.replace(/[=*]/g, '')
  const forms = part.startsWith('=') || part.endsWith('*') ? [body] : ENDINGS.map((ending) => body + ending)
  const goesOn = part.endsWith('*')
  return (word) => {
    if (word.endsWith('*')) {
      const begins = word.slice(0, -1)
      return forms.some((form) => form.startsWith(begins)) || (goesOn && begins.startsWith(body))
    }
    if (word.startsWith('*')) return forms.some((form) => form.endsWith(word.slice(1)))
    return goesOn ? word.startsWith(body) : forms.includes(word)
  }
}

function phraseAt(phrases: ReadonlyMap<string, readonly Phrase[]>, place: Place): string | null {
  const goesOn = (tests: Phrase['words'], { words, next }: Place): boolean => {
    const [test, ...rest] = tests
    if (!words.some(test!)) return false
    if (rest.length === 0) return true
    for (const each of next) if (goesOn(rest, each)) return true
    return false
  }
  // An end of a word may be that of any first word.
  const first = place.words.some((word) => word.startsWith('*'))
    ? phrases.values()
    : [...new Set(place.words.map(([letter]) => letter!))].map((letter) => phrases.get(letter) ?? [])
  for (const some of first) for (const { line, words } of some) if (goesOn(words, place)) return line
  return null
}

/** The line that a word meets, or that a word with this beginning (`wort*`) or end (`*wort`) could meet. */
function find(root: Node, backwards: Node, word: string, least: number, names: boolean): string | null {
  const letters = word.replace(/\*/g, '')
  for (let start = 0; start < letters.length; start++) {
    // Lines are short, so that this takes time linear in the word.
    let node: Node | undefined = root
    for (let at = start; node !== undefined && at < letters.length; at++) {
      node = node.next.get(letters[at])
      const last = at === letters.length - 1
      const hit: Hit | undefined =
        node?.within ?? (start === 0 ? (node?.begins ?? (last ? node?.whole : undefined)) : undefined)
      if (hit !== undefined && hit.letters >= least && (names || !hit.name)) return hit.line
    }
  }
  if (word.endsWith('*')) return walk(root, letters)?.onwards?.line ?? null
  if (word.startsWith('*')) return walk(backwards, [...letters].reverse().join(''))?.onwards?.line ?? null
  return null
}

function walk(from: Node, letters: string): Node | undefined {
  let node: Node | undefined = from
  for (const letter of letters) node = node?.next.get(letter)
  return node
}
