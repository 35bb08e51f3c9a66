import type { Words } from '../../../src/words/index.js'

/** An Adaptive Card of version 1.5, as it goes over the wire. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: 'AdaptiveCard' }

/** A part of a card: an element, an input, an action or a run of text. */
export type Part<Type extends string = string> = Readonly<Record<string, unknown>> & { readonly type: Type }
export type Action = Part<'Action.Execute' | 'Action.Submit' | 'Action.OpenUrl' | 'Action.ToggleVisibility'>
export type Run = Part<'TextRun'>

/** Bytes that a card may take as JSON in UTF-8; Teams takes some more. */
export const LARGEST = 24_000

/** Bytes that a card takes as it is sent. */
export const sizeOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card))

/** A whole card; `fallback` is what is shown where cards of this version cannot be. */
export function card(
  { language }: Pick<Words, 'language'>,
  fallback: string,
  body: readonly Part[],
  actions: readonly Action[] = [],
): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: fallback,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  }
}

type Look = Readonly<{
  size?: 'Small' | 'Default' | 'Medium' | 'Large'
  weight?: 'Bolder'
  color?: 'Accent' | 'Good' | 'Warning' | 'Attention'
  isSubtle?: true
}>
type Place = Readonly<{
  id?: string
  isVisible?: false
  spacing?: 'None' | 'Small' | 'Medium' | 'Large'
  separator?: true
}>

/** Words of ours, in which Teams reads markdown; everything else goes into {@link runs}, where it reads none. */
export const textBlock = (text: string, look: Look & Place & { style?: 'heading' } = {}): Part => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
})

export const heading = (text: string, place: Place = {}): Part =>
  textBlock(text, { size: 'Medium', weight: 'Bolder', style: 'heading', ...place })

export const small = (text: string, place: Place = {}): Part =>
  textBlock(text, { size: 'Small', isSubtle: true, ...place })

/** Text as it stands: in runs no client reads markdown, while escapes do not hold on all phones. */
export const run = (
  text: string,
  look: Look & { italic?: true; fontType?: 'Monospace'; selectAction?: Action } = {},
): Run => ({ type: 'TextRun', text, ...look })

export const runs = (inlines: readonly Run[], place: Place = {}): Part => ({
  type: 'RichTextBlock',
  inlines,
  ...place,
})

export const container = (
  items: readonly Part[],
  more: Place & { style?: 'emphasis' | 'good' } = {},
): Part => ({ type: 'Container', items, ...more })

/** Columns side by side; two narrow ones at most, for phones. */
export const columns = (
  parts: readonly (readonly [width: 'auto' | 'stretch', items: readonly Part[]])[],
  place: Place = {},
): Part => ({
  type: 'ColumnSet',
  columns: parts.map(([width, items]) => ({
    type: 'Column',
    width,
    items,
    verticalContentAlignment: 'Center',
  })),
  ...place,
})

export const actionSet = (actions: readonly Action[], place: Place = {}): Part => ({
  type: 'ActionSet',
  actions,
  ...place,
})

type Further = Readonly<{
  mode?: 'secondary'
  style?: 'positive' | 'destructive'
  tooltip?: string
  /** `none`: sends no input along and asks for none. */
  associatedInputs?: 'none'
}>

/** A button that Klartext answers with a card in place of this one. */
export const execute = (title: string, verb: string, data: object = {}, further: Further = {}): Action => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...further,
})

/** A button inside of a dialog. */
export const submit = (title: string, data: object, further: Further = {}): Action => ({
  type: 'Action.Submit',
  title,
  data,
  ...further,
})

export const openUrl = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url })

/** Shows or hides elements, without the network. */
export const toggle = (title: string, ...targetElements: readonly string[]): Action => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements,
})

type Choices = readonly (readonly [value: string, title: string])[]

const choiceSet = (id: string, label: string, choices: Choices, more: object): Part => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  choices: choices.map(([value, title]) => ({ title, value })),
  wrap: true,
  ...more,
})

/**
 * A choice of one; the chosen value must be among the choices. Radio buttons would be one group with those of every
 * other card in the chat that has the same id.
 */
export const chooseOne = (id: string, label: string, choices: Choices, value: string): Part =>
  choiceSet(id, label, choices, { style: 'compact', value })

/** A choice of any; what is chosen comes back as one string with commas. */
export const chooseMany = (id: string, label: string, choices: Choices, values: readonly string[]): Part =>
  choiceSet(id, label, choices, { style: 'expanded', isMultiSelect: true, value: values.join(',') })

/** @param value `HH:MM` */
export const timeInput = (id: string, label: string, value: string): Part => ({
  type: 'Input.Time',
  id,
  label,
  value,
})

export const toggleInput = (id: string, label: string, title: string, on: boolean): Part => ({
  type: 'Input.Toggle',
  id,
  label,
  title,
  value: String(on),
  valueOn: 'true',
  valueOff: 'false',
  wrap: true,
})
