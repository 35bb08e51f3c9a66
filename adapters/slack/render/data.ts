import type { types } from '@slack/bolt'
import type { PersonalData } from '../../../src/types.js'
import { ruleName } from '../../../src/words/labels.js'
import { dataLines, ruleCounts } from '../../common/data-lines.js'
import type { Words } from '../words.js'
import { context, literal, section } from './blocks.js'
import { modal } from './modals.js'

/** Characters of JSON in one block. */
const CHUNK = 2900
/** Characters of JSON in one window, as they are sent: Slack takes windows of 250,000 in all. */
const MOST = 225_000

/** All that is kept about a person: in words, then as JSON to take along. */
export function dataView(data: PersonalData, words: Words): types.ModalView {
  const shown = fitting(data)
  const older = data.sightings.length - shown.sightings.length
  const chunks = dataLines(shown).match(new RegExp(`[^]{1,${CHUNK}}`, 'g')) ?? []
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

function inWords(kept: PersonalData, { data, language }: Words): string {
  const { sightings, nudges } = kept
  if (sightings.length === 0) return data.none
  const list = ruleCounts(kept).map(([rule, count]) => `• ${count} × ${literal(ruleName(rule, language))}`)
  return `*${data.sightings(sightings.length)}*, *${data.nudges(nudges.length)}*\n${list.join('\n')}`
}

/** The same with as many of the newest sightings as a window holds. */
function fitting(data: PersonalData): PersonalData {
  let room = MOST - sent(dataLines({ ...data, sightings: [] }))
  const past = data.sightings.findIndex((sighting) => (room -= sent(`,\n  ${JSON.stringify(sighting)}`)) < 0)
  return past < 0 ? data : { ...data, sightings: data.sightings.slice(0, past) }
}

/** Characters that a text takes inside of other JSON. */
const sent = (text: string): number => JSON.stringify(text).length
