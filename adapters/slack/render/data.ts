import type { types } from '@slack/bolt'
import type { PersonalData } from '../../../src/types.js'
import { ruleName } from '../../../src/words/labels.js'
import type { Words } from '../words/index.js'
import { context, literal, section } from './blocks.js'
import { modal } from './modals.js'

/** Characters of JSON in one block. */
const CHUNK = 2900
/** Characters of JSON in one window, as they are sent: Slack takes windows of 250,000 in all. */
const MOST = 225_000
const MOST_RULES = 15

/** All that is kept about a person: in words, then as JSON to take along. */
export function dataView(data: PersonalData, words: Words): types.ModalView {
  const shown = fitting(data)
  const older = data.sightings.length - shown.sightings.length
  const chunks = linesOf(shown).match(new RegExp(`[^]{1,${CHUNK}}`, 'g')) ?? []
  return modal(words.data.title, words, [
    section(words.data.intro),
    section(inWords(data, words)),
    context(words.data.copy),
    ...chunks.map(
      (text): types.RichTextBlock => ({
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
      }),
    ),
    ...(older > 0 ? [context(words.data.older(older))] : []),
  ])
}

function inWords({ sightings, nudges }: PersonalData, { data, language }: Words): string {
  if (sightings.length === 0) return data.none
  const counts = new Map<string, number>()
  for (const { rule } of sightings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_RULES)
  const list = rules.map(([rule, count]) => `• ${count} × ${literal(ruleName(rule, language))}`)
  return `*${data.sightings(sightings.length)}*, *${data.nudges(nudges.length)}*\n${list.join('\n')}`
}

/** The same with as many of the newest sightings as a window holds. */
function fitting(data: PersonalData): PersonalData {
  let room = MOST - sent(linesOf({ ...data, sightings: [] }))
  const past = data.sightings.findIndex((sighting) => (room -= sent(`,\n  ${JSON.stringify(sighting)}`)) < 0)
  return past < 0 ? data : { ...data, sightings: data.sightings.slice(0, past) }
}

/** Characters that a text takes inside of other JSON. */
const sent = (text: string): number => JSON.stringify(text).length

/** JSON with a line for each entry of a list. */
function linesOf(data: PersonalData): string {
  const list = (entries: readonly unknown[]) =>
    `[\n  ${entries.map((entry) => JSON.stringify(entry)).join(',\n  ')}\n ]`
  const shown = (value: unknown) =>
    Array.isArray(value) && value.length > 0
      ? list(value)
      : JSON.stringify(value, null, 1).replaceAll('\n', '\n ')
  return `{\n${Object.entries(data)
    .map(([name, value]) => ` ${JSON.stringify(name)}: ${shown(value)}`)
    .join(',\n')}\n}`
}
