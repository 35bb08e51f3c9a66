import type { Breakage } from './createBreakage.js'

/** Something that goes wrong while people write. */
export interface Stage<House> {
  readonly name: string
  begin(house: House): void
}

/** A house in which parts can be put out of order. */
interface Breakable {
  readonly breakage: Breakage
}

const STORE: readonly (readonly [name: string, work: readonly string[]])[] = [
  ['takes no sight', ['record', 'history', 'forget']],
  ['knows no settings', ['settings', 'saveSettings', 'nudge', 'saveAnswer']],
  ['lets nothing out', ['claim', 'removals', 'removed', 'expire']],
  ['cannot tell how a delivery ended', ['settle', 'unknowns', 'personalData', 'teamTerms']],
  ['has lost its tokens', ['vault']],
]

/** What goes wrong inside of Klartext, one after the other. */
export const stages: readonly Stage<Breakable>[] = [
  { name: 'all is well', begin: () => {} },
  { name: 'the core throws', begin: ({ breakage }) => void (breakage.core = true) },
  { name: 'the analyzer throws', begin: ({ breakage }) => void (breakage.analyzer = true) },
  ...STORE.map(([name, work]) => ({
    name: `the store ${name}`,
    begin: ({ breakage }: Breakable) => void (breakage.store = new Set(work)),
  })),
]

/** All is well again. */
export const mend = ({ breakage }: Breakable): void =>
  void Object.assign(breakage, { core: false, analyzer: false, store: new Set() })
