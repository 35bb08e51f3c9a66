import type { Band, Figures, Label } from '../../types.js'
import { isGood, labelNames } from '../../words/labels.js'
import { weekNumber } from '../week.js'
import { type Exercise, exercises } from './index.js'

/** Bands at which a label is worth an exercise, the most urgent first. */
const BANDS_WORTH_IT: readonly Band[] = [3, 2]

const LABELS = Object.keys(labelNames.de) as Label[]

/**
 * The exercise for a unit's next meeting. It fits the label with the highest band, or strengthens a good sign where
 * nothing is high; among equals the week decides, so that all of them get their turn.
 * @param figures as they left the gate, so that the choice tells nothing else
 * @param past ids suggested to the unit within the weeks in which none may come again
 * @param week Monday's midnight in the company's time zone, in UTC
 * @returns the id
 */
export function exerciseFor(figures: Figures | null, past: readonly string[], week: Date): string {
  const lately = new Set(past)
  const turn = weekNumber(week)
  for (const label of wanted(figures, turn)) {
    const fresh = exercises.filter(({ id, labels }) => labels.includes(label) && !lately.has(id))
    if (fresh.length > 0) return inTurn(fresh, turn).id
  }
  // Only where so many weeks are given that every exercise for the good signs has been suggested in them.
  return inTurn(exercises, turn).id
}

/** The labels worth an exercise, the most urgent first; the good ones come last, or alone. */
function wanted(figures: Figures | null, turn: number): readonly Label[] {
  const critical = LABELS.filter((label) => !isGood(label))
  const high = BANDS_WORTH_IT.flatMap((band) =>
    rotated(
      critical.filter((label) => figures?.labels[label]?.band === band),
      turn,
    ),
  )
  return [...high, ...rotated(LABELS.filter(isGood), turn)]
}

const inTurn = (choices: readonly Exercise[], turn: number): Exercise => choices[turn % choices.length]!

/** The same in a circle, beginning elsewhere each week. */
function rotated<T>(list: readonly T[], turn: number): readonly T[] {
  const start = list.length === 0 ? 0 : turn % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}
