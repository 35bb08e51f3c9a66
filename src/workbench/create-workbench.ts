import { DETECTORS } from '../analyzer/detectors/index.js'
import type { TuningCompiler } from '../lexicon/tuning/compiler.js'
import type { LiveLexicon } from '../tuning/live-lexicon.js'
import type { KeptTuningItem, Label, OwnEntry, Store, TuningKey } from '../types.js'
import { checkSteps } from './check.js'
import { entryDetail } from './entry-detail.js'
import { readItems, writeItems } from './file.js'
import { previewOf } from './preview.js'
import type { Reserved } from './reserved.js'
import { createSearch } from './search.js'
import { formsOfOwn } from './words-of.js'
import type { Workbench } from './workbench.js'

interface Parts {
  readonly lexicon: Pick<LiveLexicon, 'current' | 'base'>
  readonly compiler: Pick<TuningCompiler, 'tryOut' | 'source'>
  readonly store: Pick<Store, 'organisation'> & {
    readonly tuning: Pick<Store['tuning'], 'item' | 'items' | 'version'>
  }
  readonly reserved: Reserved
  readonly clock: () => Date
}

/** Items read at once. */
const PAGE = 1000

/** Makes what admins tend the lexicon with. */
export function createWorkbench({ lexicon, compiler, store, reserved, clock }: Parts): Workbench {
  const shipped = lexicon.base.entries
  const units = async () => new Set((await store.organisation(clock())).units.map(({ id }) => id))
  const parts = { lexicon, compiler, reserved, units }
  const thresholds = Object.fromEntries(
    DETECTORS.map(({ label, density }) => [label, density.threshold]),
  ) as Readonly<Record<Label, number>>
  return {
    search: createSearch(lexicon, shipped),
    entry: (id) => entryDetail({ lexicon, compiler, store }, id),
    formsOf: (value: OwnEntry) => formsOfOwn(value),
    thresholds: () => thresholds,
    async read(yaml) {
      const read = readItems(yaml)
      if ('faults' in read) return read
      const steps = []
      for (const item of read.items)
        steps.push({ ...item, base: (await store.tuning.item(item))?.since ?? 0 })
      return { steps }
    },
    async write() {
      const version = await store.tuning.version()
      const items: KeptTuningItem[] = []
      for (let after: TuningKey | null = null; ; after = items.at(-1)!) {
        const page: readonly KeptTuningItem[] = await store.tuning.items(version, after, PAGE)
        items.push(...page)
        if (page.length < PAGE) return writeItems(items)
      }
    },
    check: async (steps) => (await checkSteps(parts, steps)).faults,
    async preview(steps) {
      const before = lexicon.current()
      const { tuned } = await checkSteps(parts, steps)
      return previewOf(before, tuned, [...new Set(steps.map(({ scope }) => scope))])
    },
  }
}
