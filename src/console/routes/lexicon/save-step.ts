import type { TuningKey, TuningStep } from '../../../types.js'
import { type Desk, drafted } from '../../pages/lexicon/desk.js'

/** Puts one step into the admin's draft. */
export const saveStep = (
  { visit: { house, actor } }: Desk,
  key: TuningKey,
  value: TuningStep['value'],
  base: number,
): Promise<void> => house.store.tuning.saveSteps(actor, [{ ...key, value, base }])

/** What an item's step is based on: as drafted, else as it stands. */
export async function baseOf(desk: Desk, key: TuningKey): Promise<number> {
  const step = drafted(desk, key)
  return step ? step.base : ((await desk.visit.house.store.tuning.item(key))?.since ?? 0)
}
