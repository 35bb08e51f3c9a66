import { UserError } from '../errors.js'

/** What every stored word is made of: no blanks, so no prose; no `|`, which joins the parts of a key. */
const id = /^[\x21-\x7b\x7d\x7e]{1,64}$/

/**
 * Lets through what may stand in a column: 1 to 64 printable ASCII characters, no blank, no `|`.
 * @param field name of the value, for the error; the value itself is never repeated
 * @throws UserError where the value could be prose or would not fit
 */
export function checkId(field: string, value: string): string {
  if (typeof value === 'string' && id.test(value)) return value
  throw new UserError(
    `stored value "${field}"`,
    typeof value === 'string' ? describe(value) : `a value of type ${typeof value}`,
    '1 to 64 printable ASCII characters without blanks and "|"',
    'The adapter must hand over a shorter or plainer id.',
  )
}

const describe = (value: string) =>
  value.length === 0 || value.length > 64 ? `${value.length} characters` : 'a character that no id has'
