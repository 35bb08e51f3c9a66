import type { Fields } from '../types.js'
import { cardParts } from './cardParts.js'

const isAction = ({ type }: Fields) => String(type).startsWith('Action.')

/**
 * The button with such a title, verb or id that a person can see, or the first one that sends something.
 * Throws where there is none to press.
 */
export function findAction(card: Fields, which?: string): Fields {
  const all = [...cardParts(card)].filter(isAction)
  const found = all.find(({ title, verb, id, type }) =>
    which === undefined ? type === 'Action.Submit' : [title, verb, id].includes(which),
  )
  const seen = all.map(({ title, verb }) => title ?? verb).join(', ')
  if (!found) throw new Error(`no button ${which ?? 'to send with'}, only: ${seen}`)
  if (found.isEnabled === false) throw new Error(`${which} cannot be pressed`)
  return found
}
