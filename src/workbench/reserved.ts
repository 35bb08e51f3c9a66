import { UserError } from '../errors.js'
import { disguises } from './disguises.js'
import { plainLetters } from './plain-letters.js'

/** Answers the line that a term meets, or null. */
export type Reserved = (term: string) => string | null

interface Hit {
  readonly line: string
  /** How many letters the line asks for. */
  readonly letters: number
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

  return (term) => {
    for (const { words, joined, least } of disguises(term)) {
      for (const [at, word] of words.entries()) {
        const line = find(root, backwards, word, least) ?? phraseAt(phrases, words, at)
        if (line !== null) return line
      }
      for (const one of joined) {
        const line = find(root, backwards, one.word, one.least)
        if (line !== null) return line
      }
    }
    return null
  }
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
  const hit = { line, letters: body.length }
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
  const hit = { line, letters: plain.length }
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

function wordTest(part: string): (word: string) => boolean {
  const body = part.replace(/[=*]/g, '')
  if (part.endsWith('*')) return (word) => word.startsWith(body)
  if (part.startsWith('=')) return (word) => word === body
  return (word) => word.startsWith(body) && ENDINGS.includes(word.slice(body.length))
}

function phraseAt(
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  words: readonly string[],
  at: number,
): string | null {
  const met = phrases
    .get(words[at][0])
    ?.find((phrase) =>
      phrase.words.every((test, offset) => at + offset < words.length && test(words[at + offset])),
    )
  return met?.line ?? null
}

/** The line that a word meets, or that a word with this beginning (`wort*`) or end (`*wort`) could meet. */
function find(root: Node, backwards: Node, word: string, least: number): string | null {
  const letters = word.replace(/\*/g, '')
  for (let start = 0; start < letters.length; start++) {
    // Lines are short, so that this takes time linear in the word.
    let node: Node | undefined = root
    for (let at = start; node !== undefined && at < letters.length; at++) {
      node = node.next.get(letters[at])
      const last = at === letters.length - 1
      const hit: Hit | undefined =
        node?.within ?? (start === 0 ? (node?.begins ?? (last ? node?.whole : undefined)) : undefined)
      if (hit !== undefined && hit.letters >= least) return hit.line
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
