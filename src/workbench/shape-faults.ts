import type { z } from 'zod'
import { nameSchemas, scopeSchema, valueSchemas } from '../lexicon/tuning/item-schema.js'
import type { TuningStep } from '../types.js'
import { unseenFaults } from './unseen-faults.js'
import type { FaultShape, TuningFault } from './workbench.js'

/** Keys that schemas pass over. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** What does not fit the shape of a step; each with the field. */
export function shapeFaults(step: TuningStep): TuningFault[] {
  const { scope, kind, name, value } = step
  const key = { scope, kind, name }
  const parts = [
    { field: 'scope', given: scope, result: scopeSchema.safeParse(scope) },
    { field: 'name', given: name, result: nameSchemas[kind].safeParse(name) },
    ...(value === null ? [] : [{ field: '', given: value, result: valueSchemas[kind].safeParse(value) }]),
  ]
  const faults = parts.flatMap(({ field, given, result }) =>
    (result.error?.issues ?? []).map((issue): TuningFault => {
      const path = issue.path.map(String)
      const found = path.reduce<unknown>(
        (node, step) => (node as Record<string, unknown> | null | undefined)?.[step],
        given,
      )
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
      const shape = shapeOf(issue, found)
      return {
        ...{ key, code: 'schema', ...(shape && { shape }) },
        where:
          [field, ...path, ...(unknown === undefined ? [] : [unknown])].filter(Boolean).join('.') || kind,
        found: unknown === undefined ? shown(found) : `the unknown field „${unknown}“`,
        expected:
          unknown === undefined
            ? issue.message.replace(/^Invalid (?:input|option): expected /, '')
            : 'a field of lexicons/README.md',
        remedy: 'See lexicons/README.md for the fields of an entry.',
      }
    }),
  )
  const dangerous = value === null ? undefined : Object.keys(value).find((field) => FORBIDDEN.has(field))
  if (dangerous !== undefined)
    faults.push({
      key,
      code: 'schema',
      where: dangerous,
      found: `the key „${dangerous}“`,
      expected: 'a field of lexicons/README.md',
      remedy: 'Remove it; such keys are never read.',
    })
  if (kind === 'threshold' && scope !== 'company')
    faults.push({
      key,
      code: 'schema',
      where: 'scope',
      found: shown(scope),
      expected: 'company',
      remedy: 'Thresholds hold for the whole company.',
    })
  return faults.length > 0 ? faults : unseenFaults(step)
}

/** Which of the usual faults an issue is; undefined for the others, which say by themselves what they expect. */
function shapeOf(issue: z.core.$ZodIssue, found: unknown): FaultShape | undefined {
  if (issue.code === 'unrecognized_keys') return { kind: 'unknown-field' }
  if (found === undefined && issue.code !== 'custom') return { kind: 'missing' }
  switch (issue.code) {
    case 'invalid_type':
      return { kind: issue.expected === 'never' ? 'unknown-field' : 'wrong-kind' }
    case 'invalid_value':
      return { kind: 'not-one-of', limit: issue.values.map(String).join(', ') }
    case 'too_small':
      return issue.origin === 'number'
        ? { kind: 'out-of-range', limit: `${issue.inclusive ? '≥' : '>'} ${issue.minimum}` }
        : { kind: 'empty' }
    case 'too_big': {
      const limit = String(issue.maximum)
      if (issue.origin === 'number') return { kind: 'out-of-range', limit: `≤ ${limit}` }
      return { kind: issue.origin === 'string' ? 'too-long' : 'too-many', limit }
    }
    default:
      return undefined
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return value !== null && typeof value === 'object' ? 'a map' : `„${String(value).slice(0, 60)}“`
}
