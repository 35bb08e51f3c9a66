import { readFileSync } from 'node:fs'
import { isNode, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { UserError } from '../../errors.js'
import { nameOf } from '../../name-of.js'
import type { Person } from '../../types.js'
import type { Offices } from '../house.js'
import { accountOf } from './account.js'

/** Longest file, in bytes. */
const LONGEST = 256 * 1024

/** Milliseconds after which the file is looked at again. */
const FRESH = 15_000

const ACCOUNT =
  'an account such as slack/T024BE7LD/U024BE7LH or teams/<tenant>/<object id>, with the ids of the platform'

const accounts = z
  .array(
    z.string(ACCOUNT).transform((text, context) => {
      const person = accountOf(text)
      if (!person) context.addIssue({ code: 'custom', message: ACCOUNT })
      return person ?? z.NEVER
    }),
    'a list of accounts',
  )
  .nullish()
  .transform((list) => list ?? [])

const schema = z.strictObject({ admins: accounts, 'works-council': accounts })

type Office = ReturnType<Offices['rolesOf']>[number]

/**
 * Reads who holds which office.
 * @throws UserError that names every fault, each with file, line and column
 */
export function parseOffices(file: string, text: string): ReadonlyMap<string, Office> {
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const fault = (faults: readonly string[]) =>
    new UserError(
      file,
      faults.join('; '),
      'the lists „admins“ and „works-council“ with accounts',
      'Correct these lines; docs/console.en.md has an example.',
    )
  if (Buffer.byteLength(text) > LONGEST)
    throw fault([`${file}: ${Buffer.byteLength(text)} bytes, at most ${LONGEST}`])
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true })
  if (document.errors.length > 0)
    throw fault(document.errors.map(({ pos }) => `${at(pos[0])}: a line that is no YAML`))
  visit(document, {
    Alias(_key, node) {
      throw fault([`${at(node.range?.[0] ?? 0)}: an alias, where values are to be written out`])
    },
  })
  /** Where the value of a path begins; of its closest parent where it has none. */
  const whereOf = (path: readonly PropertyKey[]): string => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
    if (isNode(node) && node.range) return at(node.range[0])
    return path.length === 0 ? `${file}:1:1` : whereOf(path.slice(0, -1))
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {})
  if (!parsed.success)
    throw fault(
      parsed.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys'
          ? `${whereOf([...issue.path, issue.keys[0]!])}: the unknown name „${issue.keys[0]}“, expected admins or works-council`
          : `${whereOf(issue.path)}: expected ${issue.message}`,
      ),
    )
  const offices = new Map<string, Office>()
  for (const person of parsed.data.admins) offices.set(nameOf(person), 'admin')
  for (const [index, person] of parsed.data['works-council'].entries()) {
    if (offices.get(nameOf(person)) === 'admin')
      throw fault([
        `${whereOf(['works-council', index])}: an account that is an admin as well, expected different people, as an agreement takes two`,
      ])
    offices.set(nameOf(person), 'works-council')
  }
  return offices
}

/** The parts around the file. */
export interface OfficesParts {
  readonly clock: () => Date
  readonly log: { error(what: object, text: string): void }
}

/**
 * Follows a file of offices: a change counts within seconds, and one that cannot be read changes nothing.
 * @throws UserError where it cannot be read at the start
 */
export function createOffices(file: string, { clock, log }: OfficesParts): Offices {
  let text = read(file)
  let offices = parseOffices(file, text)
  let checkedAt = clock().getTime()
  let reported: string | null = null

  function refresh(): void {
    const now = clock().getTime()
    if (now < checkedAt + FRESH) return
    checkedAt = now
    try {
      const fresh = read(file)
      if (fresh !== text) offices = parseOffices(file, fresh)
      text = fresh
      reported = null
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (error.message !== reported)
        log.error(
          { fault: error.message },
          'the file of roles cannot be used; what it said before goes on counting',
        )
      reported = error.message
    }
  }

  return {
    rolesOf(person) {
      refresh()
      const office = offices.get(nameOf(person))
      return office ? [office] : []
    },
  }
}

/** The offices of invented people. */
export function inventedOffices(
  people: readonly { readonly person: Person; readonly offices: readonly Office[] }[],
): Offices {
  const known = new Map(people.map(({ person, offices }) => [nameOf(person), offices]))
  return { rolesOf: (person) => known.get(nameOf(person)) ?? [] }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UserError(
      `KLARTEXT_ROLES: ${file}`,
      'no file that Klartext may read',
      'a file of roles in YAML',
      'Check the path and its permissions; docs/console.en.md has an example.',
      { cause },
    )
  }
}
