import type { Settings } from '../../../src/types.js'
import type { Words } from '../../../src/words/index.js'
import { labelNames } from '../../../src/words/labels.js'
import {
  betweenChoices,
  languageChoices,
  perDayChoices,
  toneChoices,
} from '../../../src/words/preferences.js'
import { mutedOf, TOPICS } from '../../../src/words/topics.js'
import {
  actionSet,
  chooseMany,
  chooseOne,
  columns,
  execute,
  type Part,
  run,
  runs,
  small,
  textBlock,
  timeInput,
  toggleInput,
} from './card.js'

/** Muted rules shown one by one. */
const MOST_MUTED = 10

/** Everything that a person can set, and one button that keeps it all. */
export function preferenceParts(settings: Settings, words: Words): readonly Part[] {
  const { home, language } = words
  return [
    ...(language === 'de' ? [chooseOne('tone', home.tone, toneChoices(words), settings.tone)] : []),
    chooseOne(
      'language',
      home.language,
      languageChoices(words).map(([value, text]) => [value, value === 'auto' ? home.languageAuto : text]),
      settings.language,
    ),
    chooseOne('per-day', home.perDay, perDayChoices(settings, words), String(settings.maxPerDay)),
    chooseOne('between', home.between, betweenChoices(settings, words), String(settings.minutesBetween)),
    timeInput('quiet-from', home.quietStart, settings.quietFrom),
    timeInput('quiet-to', home.quietEnd, settings.quietTo),
    small(home.quiet, { spacing: 'Small' }),
    toggleInput('praise', home.praiseLabel, home.praise, settings.praise),
    chooseMany(
      'topics',
      home.topicsLabel,
      TOPICS.map((label) => [label, labelNames[language][label]]),
      TOPICS.filter((label) => !settings.mutedLabels.includes(label)),
    ),
    actionSet([execute(home.save, 'save', {}, { style: 'positive' })]),
  ]
}

/** What is switched off beside the topics, each with a button that takes it back. */
export function mutedParts(settings: Settings, words: Words): readonly Part[] {
  const { home } = words
  const mutedLabels = settings.mutedLabels.filter((label) => !TOPICS.includes(label))
  const all = mutedOf({ ...settings, mutedLabels }, words)
  if (all.length === 0) return []
  return [
    textBlock(home.muted, { weight: 'Bolder', spacing: 'Large' }),
    ...all.slice(0, MOST_MUTED).map(({ value, text }) =>
      columns(
        [
          ['stretch', [runs([run(text)])]],
          [
            'auto',
            [
              actionSet([
                execute(
                  home.unmuteShort,
                  'unmute',
                  { muted: value },
                  {
                    associatedInputs: 'none',
                    tooltip: `${text}: ${home.unmute}`,
                  },
                ),
              ]),
            ],
          ],
        ],
        { spacing: 'Small' },
      ),
    ),
    ...(all.length > MOST_MUTED ? [small(home.mutedMore(all.length - MOST_MUTED))] : []),
  ]
}
