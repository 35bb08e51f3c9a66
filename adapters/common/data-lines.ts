import type { PersonalData } from '../../src/types.js'

const MOST_RULES = 15

/** How often each rule was found, the most frequent first; fifteen at most. */
export function ruleCounts({ sightings }: PersonalData): readonly (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const { rule } of sightings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_RULES)
}

/** An entry as JSON on one line, with spaces where a narrow screen may break it. */
export const spaced = (entry: unknown): string => JSON.stringify(entry, null, 1).replace(/\n */g, ' ')

/**
 * All that is kept about a person as JSON, with a line for each entry of a list.
 * @param entryText an entry as JSON on one line
 */
export function dataLines(
  data: PersonalData,
  entryText: (entry: unknown) => string = JSON.stringify,
): string {
  const list = (entries: readonly unknown[]) =>
    `[\n  ${entries.map((entry) => entryText(entry)).join(',\n  ')}\n ]`
  const shown = (value: unknown) =>
    Array.isArray(value) && value.length > 0
      ? list(value)
      : JSON.stringify(value, null, 1).replaceAll('\n', '\n ')
  return `{\n${Object.entries(data)
    .map(([name, value]) => ` ${JSON.stringify(name)}: ${shown(value)}`)
    .join(',\n')}\n}`
}
