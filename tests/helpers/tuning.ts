import type { OwnEntry, TuningItem, TuningStep } from '../../src/types.js'

/** An own entry: a German noun that is jargon, unless told otherwise. */
export const ownEntry = (over: Partial<OwnEntry> = {}): OwnEntry => ({
  label: 'jargon',
  language: 'de',
  why: 'Außerhalb des Hauses kennt das niemand.',
  instead: ['für alle gleich kürzen'],
  ...(over.patterns || over.verb || over.word || over.adjective ? {} : { noun: 'Rasenmäherprinzip' }),
  // Alone enough for a hint.
  weight: 2,
  ...over,
})

/** An item that sets an own entry. */
export const entryItem = (
  name = 'eigen-rasenmaeherprinzip',
  over: Partial<OwnEntry> = {},
  scope = 'company',
): Extract<TuningItem, { kind: 'entry' }> => ({ scope, kind: 'entry', name, value: ownEntry(over) })

/** A step that sets an item which is not there yet, unless told otherwise. */
export const step = (item: TuningItem, base = 0): TuningStep => ({ ...item, base })

/** How a change is published where nothing else matters. */
export const how = (over: { at?: Date; author?: string; reason?: string } = {}) => ({
  at: new Date('2026-03-10T09:00:00Z'),
  author: 'aaaaaaaaaaaa',
  approver: null,
  reason: 'Test',
  backTo: null,
  ...over,
})
