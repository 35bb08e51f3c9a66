import type { Seeded } from '../seeded.js'
import type { Needle } from './createScanner.js'
import { encodingsOf, hashesOf } from './encodingsOf.js'

/** Where a canary may come back to whoever typed it, and to nobody else. */
export const OWN_ANSWER = 'own answer: '

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Sixteen characters that stand nowhere else, made for one place each. */
export function createCanaries(random: Seeded) {
  const wheres = new Map<string, string>()
  const texts = new Map<string, string>()

  const letters = (count: number) => Array.from({ length: count }, () => random.pick([...SIGNS])).join('')

  function mint(where: string, canary: string): string {
    wheres.set(canary, where)
    texts.set(canary, canary)
    return canary
  }

  return {
    /** Letters and digits alone. */
    plain: (where: string) => mint(where, letters(16)),
    /** With signs that change when they are escaped. */
    sharp: (where: string) => mint(where, `${letters(5)}ü"${letters(4)}/\\${letters(3)}`),
    /** A secret of 32 hex digits. */
    secret: (where: string) =>
      mint(where, Array.from({ length: 32 }, () => random.below(16).toString(16)).join('')),
    /** Something that is secret as it is, such as a token. */
    given: mint,
    /** Also tells hashes of the whole text, in which a canary stands. */
    inText(canary: string, text: string): string {
      texts.set(text, canary)
      return text
    },
    /** The last ones, for faults that repeat what was said. */
    latest: () => [...wheres.keys()].slice(-20).join(' '),
    all: () => wheres.keys(),
    whereOf: (canary: string) => wheres.get(canary) ?? 'nowhere',
    get count() {
      return wheres.size
    },
    /** Everything that must not be found; `secrets` key the hashes. */
    *needles(secrets: readonly string[]): Generator<Needle> {
      for (const canary of wheres.keys())
        for (const [way, bytes] of encodingsOf(canary)) yield { canary, way, bytes }
      for (const [text, canary] of texts)
        for (const secret of [undefined, ...secrets])
          for (const [way, bytes] of hashesOf(text, secret)) yield { canary, way, bytes }
    },
  }
}

export type Canaries = ReturnType<typeof createCanaries>
