import { UserError } from '../errors.js'

/** Letters, digits and a few marks, in one line: what units are called, and no sentence. */
const name = /^[\p{L}\p{N}][\p{L}\p{N} .,&()/'+-]{0,63}$/u

/**
 * Lets through what a unit may be called: 1 to 64 characters in one line.
 * @throws UserError where the name could be prose or would not fit; the name itself is not repeated
 */
export function checkName(value: string): string {
  if (name.test(value) && value.split(' ').length <= 8) return value
  throw new UserError(
    'name of a unit',
    `${value.length} characters`,
    "1 to 64 letters, digits, blanks and .,&()/'+- in at most eight words",
    'Give the unit a shorter name.',
  )
}
