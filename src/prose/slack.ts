import { type ObjectKind, type Prose, ProseBuilder } from './builder.js'

const ENTITY: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
])

/** What may be masked at one place. */
export interface Mask {
  readonly kind: ObjectKind
  /** Sticky; bounded, or stops at the line's end. */
  readonly pattern: RegExp
  /** The characters that it may begin with; left out where there are many. */
  readonly begins?: string
}

export const SHARED_MASKS: readonly Mask[] = [
  { kind: 'code', begins: '`', pattern: /`[^`\n]+`/y },
  { kind: 'link', begins: 'hH', pattern: /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)"'“”»]/iy },
  { kind: 'link', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/y },
]

const SLACK_MASKS: readonly Mask[] = [
  { kind: 'mention', begins: '<', pattern: /<[@!#][^<>\n]{1,200}>/y },
  { kind: 'link', begins: '<', pattern: /<(?:https?|mailto|tel|slack):[^<>\n]{1,3000}>/iy },
  { kind: 'emoji', begins: ':', pattern: /:[a-z0-9_+'-]{1,60}:(?::skin-tone-[2-6]:)?/iy },
  { kind: 'quote', begins: '~', pattern: /~[^~\n\s](?:[^~\n]*[^~\n\s])?~(?![\p{L}\p{N}])/uy },
  ...SHARED_MASKS,
]

// Where something that is no plain word may begin. An address may begin with any word, but only in a line that has one
// of its marks.
const CANDIDATE = /[<:~`&*_>@]/g
const CANDIDATE_OR_WORD = /[<:~`&*_>@\w]/g
const ADDRESS = /[\w.+-]@|:\/\//
const WORDLIKE = /[\p{L}\p{N}]/u
// Nothing but a word goes on within a word.
const WORD = /[\p{L}\p{N}]+/uy

/** The prose of Slack's mrkdwn: code, quotations, struck text, mentions, links and emoji masked, entities decoded. */
export function slackProse(text: string): Prose {
  const prose = new ProseBuilder()
  maskFences(text, prose, (from, to) => slackLines(text, from, to, prose))
  return prose.build()
}

/** Masks ``` blocks and hands the rest on; a fence that never closes is plain text. */
export function maskFences(
  text: string,
  prose: ProseBuilder,
  rest: (from: number, to: number) => void,
): void {
  let from = 0
  for (;;) {
    const open = text.indexOf('```', from)
    const close = open < 0 ? -1 : text.indexOf('```', open + 3)
    if (close < 0) break
    rest(from, open)
    prose.mask('code', open, close + 3)
    from = close + 3
  }
  rest(from, text.length)
}

function slackLines(text: string, from: number, to: number, prose: ProseBuilder): void {
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline >= to ? to : newline
    const head = text.slice(start, Math.min(end, start + 12))
    if (head.startsWith('&gt;&gt;&gt;') || head.startsWith('>>>')) {
      prose.mask('quote', start, to)
      return
    }
    if (/^(?:&gt;|>)/.test(head)) prose.mask('quote', start, end)
    else inline(text, start, end, prose, SLACK_MASKS, true)
    if (end < to) prose.add('\n', end, end + 1)
    start = end + 1
  }
}

/** Reads one line: masks what a pattern recognises, decodes entities and drops formatting marks where asked. */
export function inline(
  text: string,
  from: number,
  to: number,
  prose: ProseBuilder,
  masks: readonly Mask[],
  formatted: boolean,
): void {
  const line = text.slice(from, to)
  const candidate = ADDRESS.test(line) ? CANDIDATE_OR_WORD : CANDIDATE
  for (let at = from; at < to; ) {
    candidate.lastIndex = at - from
    const next = candidate.test(line) ? from + candidate.lastIndex - 1 : to
    prose.addRun(text.slice(at, next), at)
    at = next < to ? read(next) : to
  }

  /** Reads what may be no plain text; answers where it ends. */
  function read(at: number): number {
    const masked = maskAt(text, at, to, masks)
    if (masked) {
      prose.mask(masked.kind, at, masked.end)
      return masked.end
    }
    WORD.lastIndex = at
    if (WORD.test(text)) {
      const end = Math.min(WORD.lastIndex, to)
      prose.addRun(text.slice(at, end), at)
      return end
    }
    const entity =
      formatted && text[at] === '&' ? text.slice(at, at + 5).match(/^&(?:amp|lt|gt);/)?.[0] : undefined
    const end = at + (entity?.length ?? 1)
    if (entity) prose.add(ENTITY.get(entity)!, at, end)
    else if (!formatted || !isMark(text, at, from, to)) prose.add(text[at], at, end)
    return end
  }
}

function maskAt(
  text: string,
  at: number,
  to: number,
  masks: readonly Mask[],
): { kind: ObjectKind; end: number } | undefined {
  const insideWord = at > 0 && WORDLIKE.test(text[at - 1])
  for (const { pattern, kind, begins } of masks) {
    if (begins !== undefined && !begins.includes(text[at])) continue
    if (insideWord && (kind === 'link' || kind === 'emoji' || kind === 'quote') && text[at] !== '<') continue
    pattern.lastIndex = at
    const hit = pattern.exec(text)
    if (hit && at + hit[0].length <= to) return { kind, end: at + hit[0].length }
  }
  return undefined
}

// `*bold*` and `_italic_`: a mark touches a word on one side and none on the other.
function isMark(text: string, at: number, from: number, to: number): boolean {
  if (text[at] !== '*' && text[at] !== '_') return false
  const before = at > from && WORDLIKE.test(text[at - 1])
  const after = at + 1 < to && WORDLIKE.test(text[at + 1])
  return !(before && after)
}
