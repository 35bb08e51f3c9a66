import type { Fields } from '../types.js'

/** Under these names cards hold further elements. */
const INSIDE = ['body', 'items', 'columns', 'actions', 'inlineAction', 'selectAction', 'rows', 'cells']

export interface PartOptions {
  /** Also what is hidden. */
  readonly hidden?: boolean
  /** Whether to look into the card behind a ShowCard button; into each unless told. */
  readonly behind?: (card: Fields) => boolean
}

/** Everything in a card, outermost first; what is hidden hides what is in it. */
export function* cardParts(part: unknown, options: PartOptions = {}): Generator<Fields> {
  const { hidden = false, behind = () => true } = options
  if (Array.isArray(part)) for (const one of part) yield* cardParts(one, options)
  else if (typeof part === 'object' && part !== null) {
    const { isVisible, card, ...rest } = part as Fields
    if (isVisible === false && !hidden) return
    yield part as Fields
    for (const key of INSIDE) yield* cardParts(rest[key], options)
    if (card && behind(card as Fields)) yield* cardParts(card, options)
  }
}
