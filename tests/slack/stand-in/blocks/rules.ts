import type { Fields } from '../types.js'

/** Checks a value and says what is wrong with it, in Slack's words. */
export type Rule = (value: unknown, at: string, out: string[]) => void

const wrong = (out: string[], at: string, message: string) =>
  void out.push(`[ERROR] ${message} [json-pointer:${at}]`)

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Bounds {
  readonly min?: number
  readonly max?: number
}

const text =
  ({ min = 1, max = Number.POSITIVE_INFINITY }: Bounds = {}): Rule =>
  (value, at, out) => {
    if (typeof value !== 'string') return wrong(out, at, 'must be a string')
    if (value.length < min) wrong(out, at, `must be more than ${min - 1} characters`)
    if (value.length > max) wrong(out, at, `must be less than ${max + 1} characters`)
  }

const list =
  (rule: Rule, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds = {}): Rule =>
  (value, at, out) => {
    if (!Array.isArray(value)) return wrong(out, at, 'must be an array')
    if (value.length < min) wrong(out, at, `no less than ${min} items allowed`)
    if (value.length > max) wrong(out, at, `no more than ${max} items allowed`)
    for (const [index, one] of value.entries()) rule(one, `${at}/${index}`, out)
  }

const flag: Rule = (value, at, out) => {
  if (typeof value !== 'boolean') wrong(out, at, 'must be a boolean')
}

const whole =
  ({ min = 0, max = Number.POSITIVE_INFINITY }: Bounds = {}): Rule =>
  (value, at, out) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    if (!fits) wrong(out, at, `must be a whole number from ${min} to ${max}`)
  }

const oneOf =
  (...allowed: readonly unknown[]): Rule =>
  (value, at, out) => {
    if (!allowed.includes(value)) wrong(out, at, `must be one of ${allowed.join(', ')}`)
  }

/** An object with these properties and no others. */
const object =
  (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  (value, at, out) => {
    if (!isObject(value)) return wrong(out, at, 'must be an object')
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) wrong(out, at, `missing required field: ${name}`)
    }
    for (const [name, one] of Object.entries(value)) {
      const rule = required[name] ?? optional[name]
      if (!rule) wrong(out, `${at}/${name}`, 'unknown property')
      else if (one !== undefined && one !== null) rule(one, `${at}/${name}`, out)
    }
  }

/** Picks the rule by `type`. */
const typed =
  (rules: Readonly<Record<string, Rule>>): Rule =>
  (value, at, out) => {
    if (!isObject(value)) return wrong(out, at, 'must be an object')
    const rule = Object.hasOwn(rules, String(value.type)) ? rules[String(value.type)] : undefined
    if (rule) rule(value, at, out)
    else wrong(out, `${at}/type`, `unsupported type: ${String(value.type)}`)
  }

const plain = (max: number, min = 1): Rule =>
  object({ type: oneOf('plain_text'), text: text({ min, max }) }, { emoji: flag })

const mrkdwn = (max: number): Rule =>
  object({ type: oneOf('mrkdwn'), text: text({ max }) }, { verbatim: flag })

const words = (max: number): Rule => typed({ plain_text: plain(max), mrkdwn: mrkdwn(max) })

const anything: Rule = () => {}

/** What block schemas are made of. */
export const rules = {
  text,
  list,
  flag,
  whole,
  oneOf,
  object,
  typed,
  plain,
  words,
  anything,
  wrong,
  isObject,
}
