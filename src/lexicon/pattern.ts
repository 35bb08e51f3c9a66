import { englishForms } from '../analyzer/morphology/english.js'
import { fold } from '../analyzer/morphology/fold.js'
import { germanForms } from '../analyzer/morphology/german.js'
import type { Language } from '../types.js'
import { canBeginAnywhere, hasWord } from './pattern-checks.js'

/** A compiled pattern: plain data, matched by the analyzer in linear time. */
export type Node =
  | { readonly is: 'word'; readonly key: string }
  | { readonly is: 'exact'; readonly text: string }
  | { readonly is: 'words'; readonly keys: readonly string[] }
  | { readonly is: 'prefix' | 'suffix'; readonly part: string }
  | { readonly is: 'class'; readonly name: string }
  | { readonly is: 'sequence' | 'choice'; readonly items: readonly Node[] }
  | { readonly is: 'optional' | 'not'; readonly item: Node }
  | { readonly is: 'gap'; readonly most: number }
  | { readonly is: 'noun' | 'abbreviation' }
  | { readonly is: 'object'; readonly kind: 'mention' | 'number' | 'link' | 'code' }
  | {
      readonly is:
        | 'any'
        | 'comma'
        | 'clause-start'
        | 'clause-end'
        | 'sentence-start'
        | 'question'
        | 'exclamation'
        | 'reply'
    }

/** A fault in a pattern; `offset` counts characters from its beginning. */
export class PatternError extends Error {
  constructor(
    readonly offset: number,
    readonly found: string,
    readonly expected: string,
    readonly remedy: string,
  ) {
    super(`${found} at ${offset}`)
  }
}

const MARKERS: ReadonlyMap<string, Node> = new Map<string, Node>([
  [',', { is: 'comma' }],
  ['^', { is: 'clause-start' }],
  ['^^', { is: 'sentence-start' }],
  ['$', { is: 'clause-end' }],
  ['?', { is: 'question' }],
  ['!', { is: 'exclamation' }],
  ['_', { is: 'any' }],
  ['<mention>', { is: 'object', kind: 'mention' }],
  ['<number>', { is: 'object', kind: 'number' }],
  ['<link>', { is: 'object', kind: 'link' }],
  ['<reply>', { is: 'reply' }],
  ['<noun>', { is: 'noun' }],
  ['<abbreviation>', { is: 'abbreviation' }],
  ['<code>', { is: 'object', kind: 'code' }],
])

const LEXEME =
  /\s*(?:(\.{3}\d*)|(\^\^|[(|)^$,])|(!)(?=[(\p{L}@~<=*])|(<[a-z]+>)|([~=@]?\*?[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_&%]|['’.:/-](?=[\p{L}\p{N}]))*(?:\*|-(?=\s))?)|([?!_]))/uy

interface Lexeme {
  text: string
  at: number
}

/**
 * Compiles a pattern as lexicons/README.md describes it.
 * @param condition of an entry: it may consist of markers alone and begin with anything
 * @throws PatternError
 */
export function compilePattern(source: string, language: Language, condition = false): Node {
  const key = `${condition ? '?' : '='} ${source}`
  let node = elements[language].get(key)
  if (!node) {
    node = readPattern(source, language, condition)
    elements[language].set(key, node)
  }
  return node
}

function readPattern(source: string, language: Language, condition: boolean): Node {
  const lexemes = lex(source)
  let next = 0
  const peek = () => lexemes[next] as Lexeme | undefined
  const fail = (found: string, expected: string, remedy: string): never => {
    throw new PatternError(peek()?.at ?? source.length, found, expected, remedy)
  }

  const choice = (): Node => {
    const branches = [sequence()]
    while (peek()?.text === '|') {
      next++
      branches.push(sequence())
    }
    return branches.length === 1 ? branches[0] : eitherOf(branches)
  }
  const sequence = (): Node => {
    const items: Node[] = []
    for (let lexeme = peek(); lexeme && lexeme.text !== '|' && lexeme.text !== ')'; lexeme = peek())
      items.push(element())
    if (items.length === 0) fail('nothing', 'a word, class or group', 'Remove the empty branch or fill it.')
    return items.length === 1 ? items[0] : { is: 'sequence', items }
  }
  const element = (): Node => {
    const item = primary()
    const mark = peek()
    // `x?` without a space is optional; a `?` standing alone asks for a question.
    if (mark?.text === '?' && source[mark.at - 1] !== ' ') {
      next++
      return { is: 'optional', item }
    }
    return item
  }
  const primary = (): Node => {
    const lexeme = lexemes[next++]
    if (lexeme.text === '!' && /[(\p{L}@~<=*]/u.test(source[lexeme.at + 1] ?? ''))
      return { is: 'not', item: primary() }
    if (lexeme.text === '(') {
      const inner = choice()
      if (peek()?.text !== ')') fail('the end of the pattern', 'a closing )', 'Close the group.')
      next++
      return inner
    }
    if (lexeme.text.startsWith('...')) {
      const most = Number(lexeme.text.slice(3) || 4)
      if (most > 12)
        fail(lexeme.text, 'a gap of at most 12 words', 'Split the pattern or name the words between.')
      return { is: 'gap', most }
    }
    return MARKERS.get(lexeme.text) ?? word(lexeme, language)
  }

  const node = choice()
  if (next < lexemes.length)
    fail(`„${lexemes[next].text}“`, 'the end of the pattern', 'Remove it or open a group before it.')
  if (condition) return node
  if (!hasWord(node))
    throw new PatternError(
      0,
      'no word',
      'at least one word or class',
      'Name a word; markers and gaps alone match everything.',
    )
  if (canBeginAnywhere(node))
    throw new PatternError(
      0,
      'a beginning that fits any word',
      'a word, class, choice or marker first',
      'Put a word or class first.',
    )
  return node
}

function lex(source: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  const length = source.trimEnd().length
  for (let at = 0; at < length; at = LEXEME.lastIndex) {
    LEXEME.lastIndex = at
    if (!LEXEME.test(source))
      throw new PatternError(
        at,
        `„${source.slice(at).trim()[0]}“`,
        'an element of a pattern',
        'See lexicons/README.md for what a pattern may contain.',
      )
    const text = source.slice(at, LEXEME.lastIndex).trimStart()
    lexemes.push({ text, at: LEXEME.lastIndex - text.length })
  }
  return lexemes
}

// Equal patterns and elements are one object: lexicons repeat them by the thousand.
const elements: Record<Language, Map<string, Node>> = { de: new Map(), en: new Map() }

/** Lets go of what was kept to be shared; call it when a set of lexicons is compiled. */
export function forgetElements(): void {
  for (const kept of Object.values(elements)) kept.clear()
}

function word(lexeme: Lexeme, language: Language): Node {
  let node = elements[language].get(lexeme.text)
  if (!node) {
    node = readWord(lexeme, language)
    elements[language].set(lexeme.text, node)
  }
  return node
}

function readWord({ text, at }: Lexeme, language: Language): Node {
  const sign = /^[~=@]/.test(text) ? text[0] : ''
  const body = text.slice(sign.length)
  if (sign === '@') return { is: 'class', name: body }
  if (sign === '=') return { is: 'exact', text: body }
  if (sign === '~') return { is: 'words', keys: [...new Set(formsOf(body, language).map(fold))] }
  if (body.startsWith('*') || body.endsWith('*')) {
    const part = fold(body.replaceAll('*', ''))
    if (part.length < 4 || (body.startsWith('*') && body.endsWith('*')))
      throw new PatternError(
        at,
        `„${text}“`,
        'four letters or more with one *',
        'Write more of the word, or list its forms.',
      )
    return { is: body.startsWith('*') ? 'suffix' : 'prefix', part }
  }
  // A hyphen splits a word in texts and so in patterns.
  const parts = body.split(/[-/]/).filter(Boolean)
  const nodes = parts.map((part): Node => ({ is: 'word', key: fold(part) }))
  return nodes.length === 1 ? nodes[0] : { is: 'sequence', items: nodes }
}

function formsOf(lemma: string, language: Language): string[] {
  return language === 'de' ? germanForms(lemma) : englishForms(lemma)
}

// A choice between single words is one set of words.
function eitherOf(branches: readonly Node[]): Node {
  const keys = branches.map((branch) =>
    branch.is === 'word' ? [branch.key] : branch.is === 'words' ? branch.keys : null,
  )
  if (keys.includes(null)) return { is: 'choice', items: branches }
  return { is: 'words', keys: [...new Set(keys.flatMap((some) => some ?? []))] }
}
