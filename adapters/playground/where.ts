import type { Request } from 'express'
import type { Language } from '../../src/types.js'
import { type Channel, type Colleague, channels, colleagues, findChannel, findColleague } from './rooms.js'
import { de, type Words } from './words/de.js'
import { en } from './words/en.js'

/** Who looks at which channel in which language; it stands in every address. */
export interface Where {
  readonly me: Colleague
  readonly channel: Channel
  readonly lang: Language
  readonly words: Words
}

/** Where a request wants to be; `exact` is false where something was missing or unknown and a default stands in. */
export function whereOf(req: Request): { readonly where: Where; readonly exact: boolean } {
  const me = findColleague(req.query.as)
  const channel = findChannel(req.query.in)
  const asked = req.query.lang
  const lang = asked === 'de' || asked === 'en' ? asked : undefined
  const chosen = lang ?? (req.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de')
  const words = chosen === 'de' ? de : en
  return {
    where: { me: me ?? colleagues[0], channel: channel ?? channels[0], lang: chosen, words },
    exact: me !== undefined && channel !== undefined && lang !== undefined,
  }
}

/** How dates and times are written: 24 hours in both languages. */
export function locale(lang: Language): string {
  return lang === 'de' ? 'de-DE' : 'en-GB'
}

/** The address of a page or action for this person, channel and language. */
export function address(where: Where, path: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ as: where.me.id, in: where.channel.id, lang: where.lang, ...more })
  return `${path}?${query}`
}

/** The chat itself, with somebody or something else in place of what is there. */
export function page(
  where: Where,
  other: { as?: string; in?: string; lang?: Language; edit?: string; try?: string } = {},
) {
  return address(where, '/', other)
}
