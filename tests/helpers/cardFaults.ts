import { Ajv, type ErrorObject } from 'ajv'
import { adaptiveCard } from '../schemas/adaptiveCard.js'

/** Teams takes no larger card. */
const MOST_BYTES = 28 * 1024
/** Buttons that Teams shows of one set, and with those in the menu behind the three dots. */
const MOST_PRIMARY = 6
const MOST_ACTIONS = 15
/** What a card may say of itself in 1.5. */
const VERSION = /^1\.[0-5]$/
const IMAGES = ['iconUrl', 'image', 'poster'] as const

const fits = new Ajv({ allErrors: true, discriminator: true, strict: true, strictRequired: false }).compile(
  adaptiveCard,
)

type Part = Readonly<Record<string, unknown>>
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** Every object in a card with the way to it, outermost first; not what a button sends back. */
function* partsOf(value: unknown, path = ''): Generator<readonly [path: string, part: Part]> {
  if (Array.isArray(value)) for (const [at, inner] of value.entries()) yield* partsOf(inner, `${path}[${at}]`)
  else if (isPart(value)) {
    yield [path, value]
    for (const [key, inner] of Object.entries(value))
      if (key !== 'data' && key !== 'msteams') yield* partsOf(inner, path ? `${path}.${key}` : key)
  }
}

const at = (path: string, fault: string) => `${path || 'card'}: ${fault}`
const isHttps = (url: unknown) => typeof url === 'string' && /^https:\/\/[^\s/]/.test(url)
const isImage = (url: unknown) => isHttps(url) || (typeof url === 'string' && url.startsWith('data:image/'))

/** `/body/0/items` as `body[0].items`. */
const pathOf = (pointer: string) =>
  pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replace(/\/([^/[]+)/g, (_, key, start) => `${start ? '.' : ''}${key}`)

function schemaFault({ instancePath, message, params }: ErrorObject): string {
  const more = params.additionalProperty ?? params.allowedValues?.join(', ') ?? params.tagValue
  return at(pathOf(instancePath), `${message}${more === undefined ? '' : ` (${more})`}`)
}

function* actionFaults(path: string, actions: readonly unknown[]) {
  const primary = actions.filter((action) => !isPart(action) || !/^secondary$/i.test(`${action.mode}`))
  if (primary.length > MOST_PRIMARY)
    yield at(path, `${primary.length} primary actions, at most ${MOST_PRIMARY}`)
  if (actions.length > MOST_ACTIONS) yield at(path, `${actions.length} actions, at most ${MOST_ACTIONS}`)
}

function* partFaults(path: string, part: Part, ids: ReadonlyMap<unknown, string>) {
  const type = `${part.type}`
  if (type === 'TextBlock' && part.wrap !== true) yield at(path, 'does not wrap')
  if (type.startsWith('Input.') && type !== 'Input.Choice')
    for (const key of ['id', 'label']) if (!part[key]) yield at(path, `${type} without ${key}`)
  if (part.id !== undefined && ids.get(part.id) !== path)
    yield at(path, `id ${part.id} is also ${ids.get(part.id)}`)
  if (type === 'Action.OpenUrl' && !isHttps(part.url)) yield at(path, `opens ${part.url}, not https`)
  if (type !== 'Action.OpenUrl' && part.url !== undefined && !isImage(part.url))
    yield at(path, `shows ${part.url}, neither https nor data:image`)
  for (const key of IMAGES)
    if (part[key] !== undefined && !isImage(part[key]))
      yield at(path, `${key} is ${part[key]}, neither https nor data:image`)
  if (typeof part.backgroundImage === 'string' && !isImage(part.backgroundImage))
    yield at(path, `backgroundImage is ${part.backgroundImage}, neither https nor data:image`)
  if (Array.isArray(part.actions)) yield* actionFaults(path ? `${path}.actions` : 'actions', part.actions)
  if (type === 'Action.ToggleVisibility' && Array.isArray(part.targetElements))
    for (const target of part.targetElements) {
      const id = isPart(target) ? target.elementId : target
      if (!ids.has(id)) yield at(path, `toggles ${id}, which does not exist`)
    }
}

/**
 * What Teams, or anybody who reads with a screen reader or on a phone, would find wrong with an Adaptive Card. A line
 * each: path and fault, such as `body[0].items[1]: does not wrap`.
 */
export function cardFaults(card: unknown): string[] {
  const faults = fits(card) ? [] : (fits.errors ?? []).map(schemaFault)
  if (!isPart(card)) return faults
  const version = typeof card.version === 'string' && VERSION.test(card.version)
  if (!version) faults.push(at('version', `${card.version ?? 'none'}, expected 1.0 to 1.5`))
  const bytes = Buffer.byteLength(JSON.stringify(card))
  if (bytes > MOST_BYTES) faults.push(at('', `${bytes} bytes, at most ${MOST_BYTES}`))
  const ids = new Map<unknown, string>()
  for (const [path, { id }] of partsOf(card)) if (id !== undefined && !ids.has(id)) ids.set(id, path)
  for (const [path, part] of partsOf(card)) faults.push(...partFaults(path, part, ids))
  return faults
}
