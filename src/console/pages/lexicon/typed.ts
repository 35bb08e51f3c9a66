import type { Visit } from '../../route.js'

/** What stands in the fields of a form. */
export interface Typed {
  one(name: string): string
  all(name: string): readonly string[]
}

/** As somebody sent it. */
export const typedBy = (visit: Visit): Typed => ({
  one: (name) => visit.field(name),
  all: (name) => visit.fields(name),
})

/** As it stands before anybody has typed. */
export function typedFrom(values: Readonly<Record<string, string | readonly string[] | undefined>>): Typed {
  const fields = new Map(Object.entries(values))
  const all = (name: string) => [fields.get(name) ?? []].flat()
  return { one: (name) => all(name).join('\n'), all }
}

/** The lines of a field, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A number with a comma or a point; NaN where it is none. */
export const numberOf = (text: string): number =>
  /^\d{1,4}(?:[.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN
