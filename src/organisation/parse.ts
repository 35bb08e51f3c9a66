import { parse as parseCsv } from 'csv-parse/sync'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { UserError } from '../errors.js'
import type { Organisation, Person, PlatformName, TeamAddress, Unit } from '../types.js'
import { isUnitName } from './unit-name.js'

/** One entry of a file: a unit, or somebody in it. */
interface Entry {
  /** File and line, for messages. */
  readonly where: string
  readonly unit: string
  readonly name?: string | undefined
  readonly parent?: string | undefined
  readonly from?: string | undefined
  /** Accounts of one person, separated by blanks. */
  readonly person?: string | undefined
  readonly manages: boolean
}

/** Longest file, in bytes. */
const LONGEST = 8 * 1024 * 1024

const ID = /^[A-Za-z0-9][\w.-]{0,63}$/
const PLATFORMS: readonly string[] = ['slack', 'teams', 'playground'] satisfies PlatformName[]
const WORD = /^[\x21-\x7b\x7d\x7e]{1,64}$/

const fault = (where: string, found: string, expected: string, remedy: string) =>
  new UserError(where, found, expected, remedy)

/**
 * Reads an organisation from CSV or YAML, by the ending of its name.
 * @throws UserError that names every fault at once, each with its line
 */
export function parseOrganisation(file: string, text: string): Organisation {
  if (Buffer.byteLength(text) > LONGEST)
    throw fault(file, `${Buffer.byteLength(text)} bytes`, `at most ${LONGEST}`, 'Split the file.')
  const entries = /\.ya?ml$/i.test(file) ? yamlEntries(file, text) : csvEntries(file, text)
  return organisationOf(file, entries)
}

function csvEntries(file: string, text: string): Entry[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parseCsv(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';'],
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    const { lines = 1 } = error as { lines?: number }
    throw fault(
      `${file}:${lines}`,
      'a line that is no CSV',
      'values separated by commas',
      'Correct the line.',
    )
  }
  return rows.map(({ record, info }) => ({
    where: `${file}:${info.lines}`,
    unit: record.unit ?? '',
    name: record.name || undefined,
    parent: record.parent || undefined,
    from: record.from || undefined,
    person: record.person || undefined,
    manages: record.role?.toLowerCase() === 'manager',
  }))
}

function yamlEntries(file: string, text: string): Entry[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true })
  const whereOf = (node: { range?: readonly number[] | null } | null | undefined) =>
    `${file}:${lines.linePos(node?.range?.[0] ?? 0).line}`
  const [broken] = document.errors
  if (broken) {
    const { line } = lines.linePos(broken.pos[0])
    throw fault(`${file}:${line}`, 'a line that is no YAML', 'a list „units:“', 'Correct the line.')
  }
  visit(document, {
    Alias(_key, node) {
      throw fault(whereOf(node), 'an alias', 'plain values', 'Write the value out.')
    },
  })
  const units = document.get('units', true)
  if (!isSeq(units)) throw fault(file, 'no list „units:“', 'one', 'Begin the file with „units:“.')
  return units.items.flatMap((unit): Entry[] => {
    const where = whereOf(unit as { range?: readonly number[] })
    if (!isMap(unit))
      throw fault(where, 'something else', 'a unit with „id“ and „name“', 'Correct the entry.')
    const word = (key: string) => {
      const value: unknown = unit.get(key)
      return value === undefined || value === null ? undefined : String(value)
    }
    const own = { where, unit: word('id') ?? '' }
    const people = (key: 'members' | 'managers'): Entry[] => {
      const list = unit.get(key, true)
      if (list === undefined || (isScalar(list) && list.value === null)) return []
      if (!isSeq(list)) throw fault(whereOf(list as never), `no list „${key}“`, 'one', 'Correct the entry.')
      return list.items.map((item) => ({
        ...own,
        where: whereOf(item as { range?: readonly number[] }),
        person: isSeq(item) ? item.items.map(String).join(' ') : String(item),
        manages: key === 'managers',
      }))
    }
    const first = { ...own, name: word('name'), parent: word('parent'), from: word('from'), manages: false }
    return [first, ...people('managers'), ...people('members')]
  })
}

function organisationOf(file: string, entries: readonly Entry[]): Organisation {
  const faults: string[] = []
  const units = new Map<string, { unit: Unit & { from?: TeamAddress }; where: string }>()
  const members: { unit: string; accounts: readonly Person[]; manages: boolean }[] = []
  for (const { where, unit: id, name, parent, from, person, manages } of entries) {
    if (!ID.test(id)) {
      faults.push(`${where}: found „${id}“, expected an id of letters, digits, dots and dashes`)
      continue
    }
    const known = units.get(id)
    if (name !== undefined && known) faults.push(`${where}: found „${id}“ once more, expected each unit once`)
    else if (name !== undefined && !isUnitName(name))
      faults.push(`${where}: found a name of ${name.length} characters, expected at most 64 in eight words`)
    else if (name !== undefined) {
      const team = from === undefined ? undefined : teamOf(from)
      if (team === null)
        faults.push(`${where}: found „${from}“, expected a team such as slack:T024BE7LD:S0614TZR7`)
      units.set(id, { where, unit: { id, name, parent: parent ?? null, ...(team ? { from: team } : {}) } })
    } else if (!known) faults.push(`${where}: found „${id}“, expected a unit that was named before`)
    if (person === undefined) continue
    const accounts = person.split(/\s+/).map(accountOf)
    if (accounts.some((account) => account === null))
      faults.push(`${where}: found „${person}“, expected accounts such as slack:T024BE7LD:U024BE7LH`)
    else members.push({ unit: id, accounts: accounts as Person[], manages })
  }
  for (const { unit, where } of units.values()) {
    if (unit.parent !== null && !units.has(unit.parent))
      faults.push(`${where}: found the parent „${unit.parent}“, expected a unit of this file`)
    else if (isCircular(unit, units))
      faults.push(`${where}: found „${unit.id}“ within itself, expected a tree`)
  }
  if (units.size === 0) faults.push(`${file}: found no unit, expected one with id and name`)
  if (faults.length > 0)
    throw fault(file, faults.join('; '), 'an organisation', 'Correct these lines; nothing was changed.')
  return { units: [...units.values()].map(({ unit }) => unit), members }
}

function isCircular(unit: Unit, units: ReadonlyMap<string, { readonly unit: Unit }>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = unit.id; at !== null; at = units.get(at)?.unit.parent ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** `slack:T1:U1`; what follows the second colon may hold more of them. */
function partsOf(text: string): readonly [PlatformName, string, string] | null {
  const [platform = '', tenant = '', ...rest] = text.split(':')
  const id = rest.join(':')
  if (!PLATFORMS.includes(platform) || !WORD.test(tenant) || !WORD.test(id)) return null
  return [platform as PlatformName, tenant, id]
}

function accountOf(text: string): Person | null {
  const parts = partsOf(text)
  if (!parts) return null
  const [platform, tenant, user] = parts
  // Microsoft writes its ids in capitals here and there.
  return platform === 'teams'
    ? { platform, tenant: tenant.toLowerCase(), user: user.toLowerCase() }
    : { platform, tenant, user }
}

function teamOf(text: string): TeamAddress | null {
  const parts = partsOf(text)
  return parts && { platform: parts[0], tenant: parts[1], team: parts[2] }
}
