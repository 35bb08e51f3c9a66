import type { Label, PersonWeek, UnitWeek } from '../../../src/types.js'

/** People with these numbers of findings of a label, ten messages each. */
export function people(
  counts: readonly number[],
  { label = 'blame', name = 'p', messages = 10 }: { label?: Label; name?: string; messages?: number } = {},
): PersonWeek[] {
  return counts.map((count, index) => ({
    person: `${name}${index}`,
    messages,
    findings: count > 0 ? { [label]: count } : {},
    rules: [],
  }))
}

/** As many people, half of whom have the label once. */
export const team = (size: number, name: string, label: Label = 'blame'): PersonWeek[] =>
  people(
    Array.from({ length: size }, (_, index) => (index % 2 === 0 ? 1 : 0)),
    { name, label },
  )

export const unit = (id: string, parent: string | null, own: readonly PersonWeek[]): UnitWeek => ({
  id,
  name: id.toUpperCase(),
  parent,
  people: own,
})
