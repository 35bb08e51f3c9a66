import { Parser } from 'htmlparser2'
import { type ObjectKind, type Prose, ProseBuilder } from './builder.js'

const MASKED: ReadonlyMap<string, ObjectKind> = new Map([
  ['at', 'mention'],
  ['a', 'link'],
  ['blockquote', 'quote'],
  ['s', 'quote'],
  ['strike', 'quote'],
  ['del', 'quote'],
  ['pre', 'code'],
  ['code', 'code'],
  ['codeblock', 'code'],
  ['attachment', 'quote'],
  ['emoji', 'emoji'],
  ['script', 'code'],
  ['style', 'code'],
])

/** What Teams calls a name that somebody was mentioned by, whatever tag it stands in. */
const MENTION = /^https?:\/\/schema\.skype\.com\/Mention/i

const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'td',
  'th',
  'table',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/** The prose of Teams' HTML: quotations, code, mentions, links and attachments masked, blocks as lines. */
export function teamsProse(html: string): Prose {
  const prose = new ProseBuilder()
  // Without a tag it is plain text, in which a line break means one.
  const hasTags = /<[a-z/!]/i.test(html)
  let inside: { tag: string; depth: number; kind: ObjectKind; start: number } | null = null
  const parser = new Parser(
    {
      onopentag(tag, { itemtype = '' }) {
        if (inside) {
          if (tag === inside.tag) inside.depth += 1
          return
        }
        const kind = MASKED.get(tag) ?? (MENTION.test(itemtype) ? 'mention' : undefined)
        if (kind) inside = { tag, depth: 1, kind, start: parser.startIndex }
        else if (tag === 'img') prose.mask('emoji', parser.startIndex, parser.endIndex + 1)
        else if (BLOCKS.has(tag)) prose.breakLine(parser.startIndex)
      },
      onclosetag(tag) {
        if (inside) {
          if (tag !== inside.tag || --inside.depth > 0) return
          const end = Math.max(parser.endIndex + 1, inside.start + 1)
          prose.mask(inside.kind, inside.start, Math.min(end, html.length))
          if (inside.kind === 'quote' || tag === 'pre') prose.breakLine(end)
          inside = null
        } else if (BLOCKS.has(tag)) prose.breakLine(parser.startIndex)
      },
      ontext(text) {
        if (inside) return
        const end = parser.endIndex + 1
        // What the parser leaves out, such as `</>`, it counts to the text behind.
        const from = end - text.length
        const start = html.slice(from, end) === text ? from : parser.startIndex
        // An entity arrives alone and is shorter than what stands for it.
        if (end - start !== text.length) for (const character of text) prose.add(character, start, end)
        else prose.addRun(hasTags ? text.replaceAll('\n', ' ') : text, start)
      },
    },
    { decodeEntities: html.includes('&'), lowerCaseTags: true, recognizeSelfClosing: true },
  )
  parser.end(html)
  return prose.build()
}
