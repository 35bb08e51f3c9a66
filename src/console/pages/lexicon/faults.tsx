import type { TuningFault } from '../../../workbench/workbench.js'
import type { Desk } from './desk.js'
import type { FieldFault, FieldFaults } from './fields.js'
import { itemName } from './item-fields.js'

/** How many faults a page lists. */
export const MOST_FAULTS = 200

interface Place {
  readonly field: string
  readonly line: number | null
  readonly character: number | null
}

/** Reads `patterns.2:14`: field, line and character, counted from 1; in faults of shape, lines count from 0. */
function placeOf({ where, code }: Pick<TuningFault, 'where' | 'code'>): Place {
  const [, field = where, line, character] = /^([a-z-]+)(?:\.(\d+))?(?::(\d+))?$/.exec(where) ?? []
  return {
    field,
    line: line === undefined ? null : Number(line) + (code === 'schema' ? 1 : 0),
    character: character === undefined ? null : Number(character),
  }
}

function whereOf(one: TuningFault, desk: Desk): string {
  const { fault, fields } = desk.words
  const inFile = /^(\d+):(\d+)$/.exec(one.where)
  if (inFile) return fault.line(inFile[1]!, inFile[2]!)
  const { field, line, character } = placeOf(one)
  // The name of an item stands in the heading already.
  if (field === 'name' && one.code !== 'schema') return ''
  const name = Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field
  return fault.inField(name, line, character)
}

/** What a fault is and what helps, in the reader's words. */
function textOf({ code, shape }: TuningFault, { words: { fault } }: Desk): readonly [string, string] {
  return shape ? fault.shapes[shape.kind](shape.limit ?? '') : fault.codes[code]
}

function whatOf(one: TuningFault, desk: Desk): string {
  const { code, found } = one
  const { fault } = desk.words
  const [what] = textOf(one, desk)
  const share = code === 'too-wide' ? /\d+(?:\.\d+)? ?%/.exec(found)?.[0] : undefined
  return share ? `${what} ${fault.share(share)}` : what
}

/** What stands where is told in the words of the lexicon, in English; what helps, in the reader's language. */
const remedyOf = (one: TuningFault, desk: Desk) =>
  desk.visit.language === 'en' && !one.shape ? one.remedy : textOf(one, desk)[1]

/** Every fault with its place, what stands there, what should, and what helps. */
export function FaultList({
  desk,
  faults,
  named,
}: {
  desk: Desk
  faults: readonly TuningFault[]
  named: boolean
}) {
  const { fault, draft } = desk.words
  return (
    <>
      <ul class="list">
        {faults.slice(0, MOST_FAULTS).map((one) => (
          <li class="stack stack--tight">
            <h3>
              {named && `${itemName(one.key.kind, one.key.name, desk)}: `}
              {whatOf(one, desk)}
            </h3>
            <dl class="facts">
              {whereOf(one, desk) && <Fact name={fault.where}>{whereOf(one, desk)}</Fact>}
              <Fact name={fault.found} english>
                {one.found}
              </Fact>
              <Fact name={fault.expected} english>
                {one.expected}
              </Fact>
              <Fact name={fault.remedy}>{remedyOf(one, desk)}</Fact>
            </dl>
          </li>
        ))}
      </ul>
      {faults.length > MOST_FAULTS && <p class="muted">{draft.more(faults.length - MOST_FAULTS)}</p>}
    </>
  )
}

function Fact({ name, english, children }: { name: string; english?: boolean; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{english ? <code lang="en">{children}</code> : children}</dd>
    </div>
  )
}

/** Faults of a step by the field of the form that they belong to; what belongs to none goes to `otherwise`. */
export function faultsByField(
  faults: readonly TuningFault[],
  desk: Desk,
  known: ReadonlySet<string>,
  otherwise: string,
): FieldFaults {
  const fields = new Map<string, FieldFault[]>()
  for (const fault of faults) {
    const { field, line, character } = placeOf(fault)
    // Of an entry, the id is called name as well; what meets it but for its shape is the wording itself.
    const isShape = fault.code === 'schema' || field !== 'name'
    const name = fault.code === 'taken-id' ? 'id' : isShape && known.has(field) ? field : otherwise
    const place = desk.words.fault.inField('', line, character)
    const text = [place && `${place}:`, whatOf(fault, desk), remedyOf(fault, desk)].filter(Boolean).join(' ')
    const detail = `${fault.where}: found ${fault.found}, expected ${fault.expected}`
    fields.set(name, [...(fields.get(name) ?? []), { text, detail }])
  }
  return fields
}
