import type { Fields } from '../types.js'
import { cardParts } from './cardParts.js'

type Check = (input: Fields, value: string) => boolean

const isSet = (value: string | undefined): value is string => value !== undefined && value !== ''

const between: Check = ({ min, max }, value) =>
  (min === undefined || value >= String(min)) && (max === undefined || value <= String(max))

/** What a client lets through, by the kind of input. */
const CHECKS: Readonly<Record<string, Check>> = {
  'Input.Text': ({ regex, maxLength }, value) =>
    (typeof regex !== 'string' || new RegExp(regex).test(value)) && value.length <= Number(maxLength ?? 1e6),
  'Input.Number': ({ min, max }, value) =>
    value.trim() !== '' && Number(value) >= Number(min ?? -1e308) && Number(value) <= Number(max ?? 1e308),
  'Input.Date': (input, value) => /^\d{4}-\d\d-\d\d$/.test(value) && between(input, value),
  'Input.Time': (input, value) => /^\d\d:\d\d$/.test(value) && between(input, value),
  'Input.Toggle': ({ valueOn = 'true', valueOff = 'false' }, value) => [valueOn, valueOff].includes(value),
  'Input.ChoiceSet': ({ choices, isMultiSelect, style }, value) => {
    const known = new Set(((choices ?? []) as Fields[]).map((choice) => choice.value))
    if (style === 'filtered' && known.size === 0) return true
    return (isMultiSelect ? value.split(',') : [value]).every((one) => known.has(one))
  },
}

const shown = (input: Fields, value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined
  if (input.type === 'Input.Toggle' && typeof value === 'boolean')
    return String(value ? (input.valueOn ?? 'true') : (input.valueOff ?? 'false'))
  return Array.isArray(value) ? value.join(',') : String(value)
}

/** What an input holds before anybody has touched it. */
const initial = (input: Fields) =>
  shown(input, input.value ?? (input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : undefined))

/** The inputs whose values go with a button, by their ids: of its card and of those around it, hidden ones too. */
function inputsFor(card: Fields, action: Fields): ReadonlyMap<string, Fields> {
  const behind = (inner: Fields) => [...cardParts(inner)].includes(action)
  const parts = [...cardParts(card, { hidden: true, behind })]
  const inputs = parts.filter(({ type }) => String(type) in CHECKS)
  return new Map(inputs.map((input) => [String(input.id), input]))
}

/** Whether somebody has put something in: a required toggle has to be on. */
const isFilled = ({ type, valueOff = 'false' }: Fields, value: string) =>
  !(type === 'Input.Toggle' && value === valueOff)

/**
 * What a client sends of a card's inputs with a button: strings, those that stay empty left out.
 * Throws where it would not let the person send: a required input is empty, or a value does not fit.
 */
export function cardInputs(card: Fields, action: Fields, filled: Fields = {}): Record<string, string> {
  if (action.associatedInputs === 'none') return {}
  const sent: Record<string, string> = {}
  const inputs = inputsFor(card, action)
  const seen = new Set(cardParts(card))
  for (const id of Object.keys(filled))
    if (!seen.has(inputs.get(id) ?? {})) throw new Error(`no input ${id} to fill in`)
  for (const [id, input] of inputs) {
    const value = id in filled ? shown(input, filled[id]) : initial(input)
    const said = input.errorMessage ?? 'no errorMessage'
    if (input.isRequired === true && !(isSet(value) && isFilled(input, value)))
      throw new Error(`${id} is required: ${said}`)
    if (!isSet(value)) continue
    if (!CHECKS[String(input.type)]!(input, value)) throw new Error(`${id} does not take ${value}: ${said}`)
    sent[id] = value
  }
  return sent
}
