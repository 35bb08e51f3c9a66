import type { Markup } from '../types.js'
import { identity, isProse, type Prose } from './builder.js'
import { plainProse } from './plain.js'
import { slackProse } from './slack.js'
import { teamsProse } from './teams.js'

export { OBJECTS, type ObjectKind, type Prose } from './builder.js'

// A text without any of these reads as it stands, in each of the languages.
const IN_LINES = /[<>&`~*_@]|:\/\/|:[\w'+-]+:/
const READERS: Record<Markup, { markup: RegExp; read: (text: string) => Prose }> = {
  slack: { markup: IN_LINES, read: slackProse },
  teams: { markup: /[<&]/, read: teamsProse },
  plain: { markup: IN_LINES, read: plainProse },
}

/** Turns what a platform delivers into the writer's own words; never throws, takes time linear in the text. */
export function toProse(text: string, markup: Markup): Prose {
  const reader = READERS[markup]
  return !reader.markup.test(text) && isProse(text) ? identity(text) : reader.read(text)
}
