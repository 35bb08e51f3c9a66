import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml'
import type { z } from 'zod'
import { UserError } from '../errors.js'

/** Limits of one lexicon file. */
export const LIMITS = { bytes: 256 * 1024, depth: 6 } as const

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** A lexicon file that fits its schema, with the way back to its lines. */
export interface ReadFile<T> {
  readonly value: T
  /** `file:line:col` of what stands at a path. */
  where(path: readonly PropertyKey[]): string
}

/**
 * Reads one YAML file strictly: no aliases, no unknown or dangerous keys, limited size and depth.
 * @param name as it shall appear in messages
 * @param pick chooses the schema by the file's top-level keys
 * @throws UserError for the first fault, with `file:line:col`
 */
export function readYaml<T>(
  name: string,
  source: string,
  pick: (keys: readonly string[]) => z.ZodType<T>,
): ReadFile<T> {
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  if (Buffer.byteLength(source) > LIMITS.bytes)
    throw new UserError(
      `${name}:1:1`,
      `${Math.ceil(Buffer.byteLength(source) / 1024)} KiB`,
      `at most ${LIMITS.bytes / 1024} KiB`,
      'Split the file by theme.',
    )

  const document = parseDocument(source, {
    ...{ lineCounter: lines, prettyErrors: false },
    // The parser compares each key with all before it: tens of thousands would take it a quarter of a minute.
    uniqueKeys: false,
    // Its warnings quote the file, on the console of the process.
    logLevel: 'error',
  })
  const fault = document.errors[0]
  if (fault)
    throw new UserError(
      at(fault.pos[0]),
      fault.message,
      'valid YAML',
      'Mend the line; quote texts that contain ": ", #, @, *, ! or {.',
    )

  visit(document, {
    Node(_key, node, path) {
      const where = at(node.range?.[0] ?? 0)
      if (isAlias(node) || (node as YamlNode & { anchor?: string }).anchor)
        throw new UserError(
          where,
          'an anchor or alias',
          'plain values',
          'Write the value out where it is needed.',
        )
      if (
        path.filter((parent) => parent !== document && 'range' in (parent as object)).length >
        LIMITS.depth * 2
      )
        throw new UserError(
          where,
          'deeper nesting',
          `at most ${LIMITS.depth} levels`,
          'Flatten it as lexicons/README.md shows.',
        )
      if (isMap(node)) refuseTwice(node, at)
    },
    Pair(_key, { key }) {
      if (isScalar(key) && FORBIDDEN_KEYS.has(String(key.value)))
        throw new UserError(
          at(key.range?.[0] ?? 0),
          `the key „${key.value}“`,
          'a field of lexicons/README.md',
          'Remove it; such keys are never read.',
        )
    },
  })

  if (!isMap(document.contents))
    throw new UserError(
      `${name}:1:1`,
      document.contents ? 'something that is no map' : 'an empty file',
      'fields such as label and entries',
      'See lexicons/README.md for the shape of a file.',
    )
  const where = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as YamlNode | undefined
      if (node?.range) return at(node.range[0])
    }
    return `${name}:1:1`
  }
  const value = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>
  const parsed = pick(Object.keys(value)).safeParse(value)
  if (!parsed.success) throw schemaFault(parsed.error.issues[0], value, where, document.contents, at)
  return { value: parsed.data, where }
}

function refuseTwice({ items }: YAMLMap, at: (offset: number) => string): void {
  const keys = new Set<string>()
  for (const { key } of items) {
    const name = isScalar(key) ? String(key.value) : String(key)
    if (keys.has(name))
      throw new UserError(
        at(isNode(key) ? (key.range?.[0] ?? 0) : 0),
        'Map keys must be unique',
        'valid YAML',
        'Mend the line; quote texts that contain ": ", #, @, *, ! or {.',
      )
    keys.add(name)
  }
}

function schemaFault(
  issue: z.core.$ZodIssue,
  value: unknown,
  where: ReadFile<unknown>['where'],
  contents: YamlNode,
  at: (offset: number) => string,
): UserError {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]
    const parent = issue.path.reduce<unknown>(
      (node, step) =>
        isMap(node) || (node !== null && typeof node === 'object' && 'get' in node)
          ? (node as { get(key: unknown, keep: true): unknown }).get(step, true)
          : undefined,
      contents,
    )
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined
    const position = isScalar(pair?.key) && pair.key.range ? at(pair.key.range[0]) : where(issue.path)
    return new UserError(
      position,
      `the unknown field „${key}“`,
      'a field of lexicons/README.md',
      'Check its spelling or remove it.',
    )
  }
  const found = issue.path.reduce<unknown>(
    (node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  )
  const shown =
    found === undefined
      ? 'nothing'
      : typeof found === 'object'
        ? Array.isArray(found)
          ? 'a list'
          : 'a map'
        : `„${String(found).slice(0, 60)}“`
  return new UserError(
    where(issue.path),
    `${shown}${issue.path.length ? ` in ${issue.path.map(String).join('.')}` : ''}`,
    issue.message.replace(/^Invalid (?:input|option): expected /, ''),
    'See lexicons/README.md.',
  )
}
