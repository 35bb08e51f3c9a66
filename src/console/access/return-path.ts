/** The longest address that is kept, in characters. */
const LONGEST = 1000

/** Backslashes and what browsers drop or trim: they would read another address than we do. */
const ODD = /[^!-~]|\\/

/** A part that means another folder, or that would be one for whoever decodes it once more. */
const STEP = /\/\/|\/\.{1,2}(?:\/|$)|[\\%\p{Cc}]/u

/** Pages to which nobody returns. */
const PASSING = /^\/console\/sign-(?:in|out)(?:\/|$)/

/**
 * Where to go after signing in: a path of the console with its query, as given; null where it would lead anywhere
 * else, however written.
 */
export function returnPath(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > LONGEST || ODD.test(given)) return null
  if (!/^\/console(?:[/?]|$)/.test(given) || !URL.canParse(given, 'http://here.invalid')) return null
  const { origin, pathname, search } = new URL(given, 'http://here.invalid')
  if (origin !== 'http://here.invalid' || !/^\/console(?:\/|$)/.test(pathname)) return null
  let plain: string
  try {
    plain = decodeURIComponent(pathname)
  } catch {
    return null
  }
  return STEP.test(plain) || PASSING.test(pathname) ? null : pathname + search
}
