import type { Scope } from '../../../types.js'
import type { Desk } from '../../pages/lexicon/desk.js'
import type { FieldFault } from '../../pages/lexicon/fields.js'
import type { Typed } from '../../pages/lexicon/typed.js'

/** As the store takes it. */
const CHANNEL =
  /^(?:playground|slack|teams)\/[\x21-\x2e\x30-\x7b\x7d\x7e]{1,64}\/[\x21-\x2e\x30-\x7b\x7d\x7e]{1,64}$/

/** Reads whom something is for; what is wrong goes to `faults`. */
export function readScope(typed: Typed, desk: Desk, faults: Map<string, FieldFault[]>): Scope {
  const { words, units } = desk
  const kind = typed.one('scope')
  if (kind === 'unit') {
    const unit = typed.one('unit')
    if (!units.some(({ id }) => id === unit)) faults.set('unit', [{ text: words.badUnit }])
    return `unit/${unit}`
  }
  if (kind === 'channel') {
    const channel = typed
      .one('channel')
      .trim()
      .replace(/^channel\//, '')
    if (!CHANNEL.test(channel)) faults.set('channel', [{ text: words.badChannel }])
    return `channel/${channel}`
  }
  return 'company'
}
