import { Refusal } from '../Refusal.js'
import type { Fields } from '../types.js'
import { CARD, type CheckCard, checkedCard } from './checkedCard.js'

/** Bytes of a text that Teams still takes. */
const MOST_BYTES = 28 * 1024
const TYPES = ['message', 'typing']

const refuse = (status: number, code: string, message: string) =>
  new Refusal(status, code, message, { fault: true })

/** Reads an activity of the bot's; refuses what Teams would not take. */
export function createOutgoing(check: CheckCard) {
  return async function read(activity: Fields) {
    const { type, text = '', summary, attachments = [] } = activity
    if (!TYPES.includes(String(type))) throw refuse(400, 'BadSyntax', `Unknown activity type ${String(type)}`)
    if (typeof text !== 'string') throw refuse(400, 'BadSyntax', 'text must be a string')
    if (Buffer.byteLength(text) > MOST_BYTES)
      throw refuse(413, 'MessageSizeTooBig', 'Message size too large.')
    const all = (attachments ?? []) as Fields[]
    if (type === 'message' && !text && all.length === 0) throw refuse(400, 'BadSyntax', 'Nothing to show')
    const cards: Fields[] = []
    for (const { contentType, content } of all) {
      if (contentType !== CARD)
        throw refuse(400, 'BadArgument', `Unknown attachment type ${String(contentType)}`)
      cards.push(await checkedCard(check, content))
    }
    return {
      type: String(type),
      ...{ html: text, text, more: all },
      card: cards[0],
      summary: typeof summary === 'string' ? summary : undefined,
    }
  }
}

export type ReadOutgoing = ReturnType<typeof createOutgoing>
