import { stringify } from 'yaml'
import { z } from 'zod'
import { UserError } from '../errors.js'
import { readYaml } from '../lexicon/read.js'
import type { TuningItem, TuningKey } from '../types.js'
import { shapeFaults } from './shape-faults.js'
import { IMPORT, type TuningFault } from './workbench.js'

const KINDS = ['entry', 'allow', 'change', 'threshold'] as const

const fileSchema = z.strictObject({
  tuning: z
    .array(z.looseObject({ for: z.string().optional() }))
    .max(IMPORT.entries, `at most ${IMPORT.entries} items`),
})

/** Faults that are looked for; finding the line of each takes time. */
const MOST_FAULTS = 200

/** Reads a file of what a company has set; what stands in it has no faults of shape. */
export function readItems(
  source: string,
): { readonly items: readonly TuningItem[] } | { readonly faults: readonly TuningFault[] } {
  const read = parsed(source)
  if ('fault' in read) return { faults: [read.fault] }
  const items: TuningItem[] = []
  const faults: TuningFault[] = []
  for (const [index, { for: scope = 'company', ...rest }] of read.value.tuning.entries()) {
    if (faults.length >= MOST_FAULTS) break
    const at = (field: string) => read.where(['tuning', index, ...pathOf(field)]).replace(/^[^:]*:/, '')
    // The examples of an entry stand under `allow` as well, as a list.
    const kinds = KINDS.filter((kind) => kind in rest && !(kind === 'allow' && Array.isArray(rest[kind])))
    const [kind] = kinds
    if (kind === undefined || kinds.length > 1) {
      faults.push({
        ...{ key: { scope, kind: 'entry', name: '-' }, code: 'yaml', where: at('') },
        found: kinds.length === 0 ? 'an item of no kind' : `an item that is ${kinds.join(' and ')} at once`,
        expected: 'one of entry, allow, change and threshold',
        remedy: 'Begin the item as lexicons/README.md shows.',
      })
      continue
    }
    const { [kind]: name, ...value } = rest
    const item = { scope, kind, name: String(name), value } as TuningItem
    const wrong = shapeFaults({ ...item, base: 0 })
    faults.push(...wrong.map((fault) => ({ ...fault, where: at(fieldIn(kind, fault.where)) })))
    if (wrong.length === 0) items.push(item)
  }
  return faults.length > 0 ? { faults } : { items }
}

/** Writes items as a file that {@link readItems} takes. */
export function writeItems(items: readonly TuningItem[]): string {
  const tuning = items.map(({ scope, kind, name, value }) => ({
    [kind]: name,
    ...(scope === 'company' ? {} : { for: scope }),
    ...value,
  }))
  return stringify({ tuning }, { lineWidth: 0 })
}

const NOWHERE: TuningKey = { scope: 'company', kind: 'entry', name: '-' }

function parsed(source: string) {
  try {
    return readYaml('import', source, () => fileSchema)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { where, found, expected, remedy } = error
    const fault: TuningFault = {
      ...{ key: NOWHERE, code: 'yaml', where: where.replace(/^[^:]*:/, '') },
      ...{ found, expected, remedy },
    }
    return { fault }
  }
}

/** In a file, the name stands under the kind and the scope under `for`. */
const fieldIn = (kind: string, field: string): string =>
  field === 'name' ? kind : field === 'scope' ? 'for' : field === kind ? '' : field

const pathOf = (field: string): (string | number)[] =>
  field === '' ? [] : field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
