import type { Markup } from '../types.js'
import { identity, isProse, type Prose } from './builder.js'
import { plainProse } from './plain.js'
import { slackProse } from './slack.js'
import { teamsProse } from './teams.js'

export { OBJECTS, type ObjectKind, type Prose } from './builder.js'

const READERS: Record<Markup, (text: string) => Prose> = {
  slack: slackProse,
  teams: teamsProse,
  plain: plainProse,
}

// Characters that could begin markup, a link or a mask in any of the languages above; a colon before a space cannot.
const MARKUP = /[<>&`~*_@\r]|:\S/

/** Turns what a platform delivers into the writer's own words; never throws, takes time linear in the text. */
export function toProse(text: string, markup: Markup): Prose {
  return !MARKUP.test(text) && isProse(text) ? identity(text) : READERS[markup](text)
}
