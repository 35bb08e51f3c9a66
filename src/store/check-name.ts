import { UserError } from '../errors.js'
import { isUnitName } from '../organisation/unit-name.js'

/**
 * Lets through what a unit may be called: 1 to 64 characters in one line.
 * @throws UserError where the name could be prose or would not fit; the name itself is not repeated
 */
export function checkName(value: string): string {
  if (isUnitName(value)) return value
  throw new UserError(
    'name of a unit',
    `${value.length} characters`,
    "1 to 64 letters, digits, blanks and .,&()/'+- in at most eight words",
    'Give the unit a shorter name.',
  )
}
