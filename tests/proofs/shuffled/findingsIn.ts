import assert from 'node:assert/strict'
import type { Audience, Core, Message, Person } from '../../../src/types.js'
import type { FindingsOf } from './createExpectation.js'
import type { Written } from './happenings.js'
import type { Texts } from './texts.js'

/** A message with what else counts for its analysis. */
export type Answering = Written & { readonly reply?: 'own' | 'other' }

/** Asks the analyzer once for each text, audience and place in a thread; a person without limits does. */
export function findingsIn(
  core: Core,
  person: Person,
  markup: NonNullable<Message['markup']>,
): FindingsOf<Answering> {
  const known = new Map<string, Promise<number>>()
  return (text, { place, reply }) => {
    const audience = place.audience as Audience
    const key = [text, audience, reply].join('|')
    const message = { text, markup, audience, ...(reply ? { reply } : {}) }
    const count =
      known.get(key) ?? core.check(person, message).then((check) => check.analysis.findings.length)
    known.set(key, count)
    return count
  }
}

/** The texts do what a test believes, in every channel that is read. */
export async function checkTexts(
  texts: Texts,
  audiences: Iterable<string | null>,
  findingsOf: FindingsOf<Answering>,
): Promise<void> {
  for (const audience of audiences)
    for (const text of audience === null ? [] : texts.all) {
      const post = { key: '', author: { kind: 'free' }, place: { audience }, isForeignHand: false } as const
      assert.equal((await findingsOf(text, post)) > 0, texts.LOADED.includes(text), text)
    }
}
