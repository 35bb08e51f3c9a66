import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { KeptTuningItem, TuningConflict, TuningStep } from '../../../types.js'
import type { House } from '../../house.js'
import { keyLine } from '../../pages/lexicon/desk.js'
import type { Checked } from '../../pages/lexicon/draft.js'
import { PAGE } from '../../pages/lexicon/pager.js'
import { currentItems } from './current-items.js'

/** Tells steps from others, so that nobody publishes what they have not seen. */
export const sealOf = (steps: readonly TuningStep[]): string =>
  createHash('sha256').update(JSON.stringify(steps)).digest('base64url')

/** Steps whose item somebody else has set otherwise since. */
export async function conflictsOf(house: House, steps: readonly TuningStep[]): Promise<TuningConflict[]> {
  const current = await currentItems(house.store.tuning, steps)
  return steps.flatMap((step) => {
    const item = current.get(keyLine(step)) ?? null
    const { scope, kind, name } = step
    return isConflict(step, item) ? [{ scope, kind, name, current: item, step }] : []
  })
}

const isConflict = (step: TuningStep, item: KeptTuningItem | null) =>
  step.base !== (item?.since ?? 0) && !isDeepStrictEqual(step.value, item?.value ?? null)

/** Steps with all that is to be known before they are published. */
export async function checkSteps(
  house: House,
  steps: readonly TuningStep[],
  wantedPage: number,
): Promise<Checked> {
  const { workbench, store } = house
  const page = Math.min(Math.max(1, wantedPage), Math.max(1, Math.ceil(steps.length / PAGE)))
  const shown = steps.slice((page - 1) * PAGE, page * PAGE)
  const current = await currentItems(store.tuning, shown)
  const faults = await workbench.check(steps)
  return {
    differences: shown.map((step) => {
      const { scope, kind, name, value } = step
      return { scope, kind, name, before: current.get(keyLine(step))?.value ?? null, after: value }
    }),
    page,
    total: steps.length,
    faults,
    preview: faults.length === 0 ? await workbench.preview(steps) : null,
    conflicting: (await conflictsOf(house, steps)).length > 0,
    seal: sealOf(steps),
  }
}
