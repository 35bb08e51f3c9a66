import { UserError } from '../errors.js'

/** No control characters, no line breaks of any kind, no half characters, nothing that turns the writing round. */
const LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]+$/u

/**
 * Lets through one line of text, for the few columns in which the company's own words may stand: those of its lexicon,
 * which everybody there may read.
 * @param field what it is, for the error; the text itself is never repeated
 * @throws UserError where it is empty, longer than `most` characters, or not one line
 */
export function checkText(field: string, value: string, most: number): string {
  if (value.length <= most && LINE.test(value) && value.trim() === value) return value
  throw new UserError(
    field,
    value.length === 0 || value.length > most
      ? `${value.length} characters`
      : 'a blank or a break where none can be',
    `1 to ${most} characters in one line`,
    'Write it shorter, or without the break.',
  )
}
