import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../errors.js'

/** Keys through which a value could reach into what all objects share. */
const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads JSON that is kept.
 * @param where what it is, for the error; the JSON itself is never repeated
 * @throws UserError where it has a key that no object may be given
 */
export function fromJson(where: string, text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => {
    if (!REFUSED.has(key)) return value
    throw new UserError(where, `the key "${key}"`, 'keys of its own', 'Give it another name.')
  })
}

/**
 * Makes JSON that may be kept.
 * @param most bytes at most
 * @throws UserError where it would be longer, or could not be read again
 */
export function toJson(where: string, value: object, most: number): string {
  const text = JSON.stringify(value)
  const bytes = Buffer.byteLength(text)
  if (bytes > most)
    throw new UserError(where, `${bytes} bytes of JSON`, `at most ${most}`, 'Make it shorter, or split it.')
  fromJson(where, text)
  return text
}

/** Whether two texts of JSON stand for the same, in whatever order their keys are. */
export const isSameJson = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && isDeepStrictEqual(JSON.parse(one), JSON.parse(other)))
