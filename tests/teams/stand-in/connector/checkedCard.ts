import { Refusal } from '../Refusal.js'
import type { Fields } from '../types.js'

/** The content type of Adaptive Cards. */
export const CARD = 'application/vnd.microsoft.card.adaptive'

/** Bytes of a card that Teams still takes. */
const MOST_BYTES = 28 * 1024

/** Says what is wrong with a card, in words. */
export type CheckCard = (card: unknown) => string[] | Promise<string[]>

/** A card that Teams would show; throws a refusal for any other. */
export async function checkedCard(check: CheckCard, card: unknown): Promise<Fields> {
  const size = Buffer.byteLength(JSON.stringify(card ?? null))
  if (size > MOST_BYTES)
    throw new Refusal(413, 'MessageSizeTooBig', `The card has ${size} bytes.`, { fault: true })
  const messages = await check(card)
  if (messages.length === 0) return card as Fields
  throw new Refusal(400, 'BadSyntax', 'The card cannot be shown.', { fault: true, messages })
}
