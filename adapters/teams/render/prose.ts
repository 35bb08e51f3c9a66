import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'p div br li ul ol tr td th table hr h1 h2 h3 h4 h5 h6 blockquote pre codeblock'.split(' '),
)
/** A name that somebody was mentioned by, where it stands in another tag than `at`. */
const MENTION = /^https?:\/\/schema\.skype\.com\/Mention/i
/** Tags whose inside nobody reads. */
const UNSEEN = new Set(['attachment', 'script', 'style'])

/** Text that stands for a range of the HTML; as long as its range, character by character. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Teams' HTML as a person sees it: lines, names, characters in place of tags and entities.
 * @returns what stands for a range of the HTML; the ranges of a text side by side give it whole
 */
export function readable(html: string): (start: number, end: number) => string {
  const pieces = piecesOf(html)
  return (start, end) =>
    pieces
      .map((piece) => {
        if (piece.end - piece.start === piece.text.length)
          return piece.text.slice(Math.max(0, start - piece.start), Math.max(0, end - piece.start))
        // What cannot be divided belongs to where it begins.
        return start <= piece.start && piece.start < end ? piece.text : ''
      })
      .join('')
}

function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = []
  // Without a tag it is plain text, in which a line break means one.
  const hasTags = /<[a-z/!]/i.test(html)
  let unseen = 0
  const add = (text: string, start: number, end: number) => {
    if (text !== '' && unseen === 0) pieces.push({ start, end, text })
  }
  const breakLine = (start: number, end: number) => {
    const last = pieces.at(-1)
    if (last && !last.text.endsWith('\n')) add('\n', start, end)
  }
  const parser = new Parser(
    {
      onopentag(tag, { alt = '', itemtype = '' }) {
        const [start, end] = [parser.startIndex, parser.endIndex + 1]
        if (UNSEEN.has(tag)) unseen++
        if (BLOCKS.has(tag)) breakLine(start, end)
        if (tag === 'li') add('• ', start, end)
        if (tag === 'at' || MENTION.test(itemtype)) add('@', start, end)
        if (tag === 'img' || tag === 'emoji') add(alt, start, end)
      },
      onclosetag(tag) {
        if (UNSEEN.has(tag)) unseen--
        if (BLOCKS.has(tag)) breakLine(parser.startIndex, Math.max(parser.endIndex, parser.startIndex) + 1)
      },
      ontext(text) {
        const [start, end] = [parser.startIndex, parser.endIndex + 1]
        if (!hasTags) return add(text, start, end)
        // Between two blocks there is nothing to see.
        const begins = pieces.at(-1)?.text.endsWith('\n') ?? true
        if (!begins || !/^[ \t\r\n]*$/.test(text)) add(text.replace(/[\t\r\n]/g, ' '), start, end)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  )
  parser.end(html)
  while (pieces.at(-1)?.text === '\n') pieces.pop()
  return pieces
}
