/**
 * Adaptive Cards 1.5 as a JSON schema, stricter than Microsoft's own: words as the documentation spells them, no
 * nulls, sizes in pixels. What Teams adds stands in `msteams`.
 */

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' }
const flag = { type: 'boolean' }
const number = { type: 'number' }
const listOf = (items: Schema) => ({ type: 'array', items })
const ref = (name: string) => ({ $ref: `#/definitions/${name}` })
const pixels = { type: 'string', pattern: '^[0-9]+px$' }

/** Either spelling of the documentation, `extraLarge` or `ExtraLarge`. */
const words = (...all: readonly string[]) => ({
  enum: [...all, ...all.map((word) => word[0]!.toUpperCase() + word.slice(1))],
})

/** An object with these properties and no other. */
const exactly = (type: string, properties: Schema, required: readonly string[] = []) => ({
  type: 'object',
  properties: { type: { const: type }, ...properties },
  required,
  additionalProperties: false,
})

/** One of these, told apart by `type`, so that a fault is named where it is. */
const oneOf = (...types: readonly string[]) => ({
  type: 'object',
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: types.map(ref),
})

const colors = words('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention')
const containerStyle = words('default', 'emphasis', 'good', 'attention', 'warning', 'accent')
const fontSize = words('default', 'small', 'medium', 'large', 'extraLarge')
const fontType = words('default', 'monospace')
const fontWeight = words('default', 'lighter', 'bolder')
const horizontal = words('left', 'center', 'right')
const imageSize = words('auto', 'stretch', 'small', 'medium', 'large')
const spacing = words('default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding')
const vertical = words('top', 'center', 'bottom')
const width = { anyOf: [words('auto', 'stretch'), pixels, number] }

const requires = { type: 'object', additionalProperties: text }
const fallback = (what: string) => ({ anyOf: [words('drop'), ref(what)] })
const toggleable = { id: text, isVisible: flag, requires }
const block = {
  ...toggleable,
  fallback: fallback('element'),
  height: words('auto', 'stretch'),
  separator: flag,
  spacing,
}

const element = (type: string, properties: Schema, required: readonly string[] = []) =>
  exactly(type, { ...block, ...properties }, ['type', ...required])

const input = (type: string, properties: Schema, required: readonly string[] = []) =>
  element(type, { errorMessage: text, isRequired: flag, label: text, ...properties }, ['id', ...required])

const action = (type: string, properties: Schema, required: readonly string[] = []) =>
  exactly(
    type,
    {
      title: text,
      iconUrl: text,
      id: text,
      style: words('default', 'positive', 'destructive'),
      fallback: fallback('action'),
      tooltip: text,
      isEnabled: flag,
      mode: words('primary', 'secondary'),
      requires,
      ...properties,
    },
    ['type', ...required],
  )

const data = { if: { type: 'string' }, else: { type: 'object' } }
const associatedInputs = words('auto', 'none')
const backgroundImage = { if: { type: 'string' }, else: ref('BackgroundImage') }
const inside = {
  selectAction: ref('selectAction'),
  style: containerStyle,
  verticalContentAlignment: vertical,
  bleed: flag,
  backgroundImage,
  minHeight: pixels,
  rtl: flag,
}
const cells = { horizontalCellContentAlignment: horizontal, verticalCellContentAlignment: vertical }
const ends = { min: text, max: text, placeholder: text, value: text }
const run = {
  text,
  color: colors,
  fontType,
  highlight: flag,
  isSubtle: flag,
  italic: flag,
  selectAction: ref('selectAction'),
  size: fontSize,
  strikethrough: flag,
  underline: flag,
  weight: fontWeight,
}

const ELEMENTS: Record<string, Schema> = {
  ActionSet: element('ActionSet', { actions: listOf(ref('action')) }, ['actions']),
  ColumnSet: element('ColumnSet', {
    columns: listOf(ref('Column')),
    selectAction: ref('selectAction'),
    style: containerStyle,
    bleed: flag,
    minHeight: pixels,
    horizontalAlignment: horizontal,
  }),
  Container: element('Container', { items: listOf(ref('element')), ...inside }, ['items']),
  FactSet: element('FactSet', { facts: listOf(ref('Fact')) }, ['facts']),
  Image: element(
    'Image',
    {
      url: text,
      altText: text,
      backgroundColor: text,
      height: { anyOf: [words('auto', 'stretch'), pixels] },
      horizontalAlignment: horizontal,
      selectAction: ref('selectAction'),
      size: imageSize,
      style: words('default', 'person'),
      width: pixels,
    },
    ['url'],
  ),
  ImageSet: element('ImageSet', { images: listOf(ref('Image')), imageSize }, ['images']),
  'Input.ChoiceSet': input('Input.ChoiceSet', {
    choices: listOf(ref('Input.Choice')),
    isMultiSelect: flag,
    style: words('compact', 'expanded', 'filtered'),
    value: text,
    placeholder: text,
    wrap: flag,
  }),
  'Input.Date': input('Input.Date', ends),
  'Input.Number': input('Input.Number', { min: number, max: number, placeholder: text, value: number }),
  'Input.Text': input('Input.Text', {
    isMultiline: flag,
    maxLength: number,
    placeholder: text,
    regex: text,
    style: words('text', 'tel', 'url', 'email', 'password'),
    inlineAction: ref('selectAction'),
    value: text,
  }),
  'Input.Time': input('Input.Time', ends),
  'Input.Toggle': input(
    'Input.Toggle',
    { title: text, value: text, valueOff: text, valueOn: text, wrap: flag },
    ['title'],
  ),
  Media: element('Media', { sources: listOf(ref('MediaSource')), poster: text, altText: text }, ['sources']),
  RichTextBlock: element(
    'RichTextBlock',
    {
      inlines: listOf({ if: { type: 'string' }, else: ref('TextRun') }),
      horizontalAlignment: horizontal,
    },
    ['inlines'],
  ),
  Table: element('Table', {
    columns: listOf(ref('TableColumnDefinition')),
    rows: listOf(ref('TableRow')),
    firstRowAsHeader: flag,
    showGridLines: flag,
    gridStyle: containerStyle,
    ...cells,
  }),
  TextBlock: element(
    'TextBlock',
    {
      text,
      color: colors,
      fontType,
      horizontalAlignment: horizontal,
      isSubtle: flag,
      maxLines: number,
      size: fontSize,
      weight: fontWeight,
      wrap: flag,
      style: words('default', 'heading'),
    },
    ['text'],
  ),
}

const ACTIONS: Record<string, Schema> = {
  'Action.Execute': action('Action.Execute', { verb: text, data, associatedInputs }),
  'Action.OpenUrl': action('Action.OpenUrl', { url: text }, ['url']),
  'Action.ShowCard': action('Action.ShowCard', { card: ref('AdaptiveCard') }),
  'Action.Submit': action('Action.Submit', { data, associatedInputs }),
  'Action.ToggleVisibility': action(
    'Action.ToggleVisibility',
    { targetElements: listOf({ if: { type: 'string' }, else: ref('TargetElement') }) },
    ['targetElements'],
  ),
}

const PARTS: Record<string, Schema> = {
  AdaptiveCard: exactly(
    'AdaptiveCard',
    {
      version: text,
      refresh: ref('Refresh'),
      authentication: ref('Authentication'),
      body: listOf(ref('element')),
      actions: listOf(ref('action')),
      selectAction: ref('selectAction'),
      fallbackText: text,
      backgroundImage,
      minHeight: pixels,
      rtl: flag,
      speak: text,
      lang: { type: 'string', pattern: '^[a-z]{2}$' },
      verticalContentAlignment: vertical,
      $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
      msteams: {
        type: 'object',
        properties: { width: words('full'), entities: listOf({ type: 'object' }) },
        additionalProperties: false,
      },
    },
    ['type'],
  ),
  AuthCardButton: {
    type: 'object',
    properties: { type: text, title: text, image: text, value: text },
    required: ['type', 'value'],
    additionalProperties: false,
  },
  Authentication: exactly('Authentication', {
    text,
    connectionName: text,
    tokenExchangeResource: ref('TokenExchangeResource'),
    buttons: listOf(ref('AuthCardButton')),
  }),
  BackgroundImage: exactly(
    'BackgroundImage',
    {
      url: text,
      fillMode: words('cover', 'repeatHorizontally', 'repeatVertically', 'repeat'),
      horizontalAlignment: horizontal,
      verticalAlignment: vertical,
    },
    ['url'],
  ),
  Column: exactly('Column', {
    ...toggleable,
    fallback: fallback('Column'),
    separator: flag,
    spacing,
    items: listOf(ref('element')),
    ...inside,
    width,
  }),
  Fact: exactly('Fact', { title: text, value: text }, ['title', 'value']),
  'Input.Choice': exactly('Input.Choice', { title: text, value: text }, ['title', 'value']),
  MediaSource: exactly('MediaSource', { mimeType: text, url: text }, ['mimeType', 'url']),
  Refresh: exactly('Refresh', { action: ref('Action.Execute'), userIds: listOf(text) }),
  TableCell: exactly('TableCell', { items: listOf(ref('element')), ...inside }, ['items']),
  TableColumnDefinition: exactly('TableColumnDefinition', { width: { anyOf: [pixels, number] }, ...cells }),
  TableRow: exactly('TableRow', { cells: listOf(ref('TableCell')), style: containerStyle, ...cells }),
  TargetElement: exactly('TargetElement', { elementId: text, isVisible: flag }, ['elementId']),
  TextRun: exactly('TextRun', run, ['type', 'text']),
  TokenExchangeResource: exactly('TokenExchangeResource', { id: text, uri: text, providerId: text }, [
    'id',
    'uri',
    'providerId',
  ]),
}

/** The schema of a whole card. */
export const adaptiveCard = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: {
    ...PARTS,
    ...ELEMENTS,
    ...ACTIONS,
    element: oneOf(...Object.keys(ELEMENTS)),
    action: oneOf(...Object.keys(ACTIONS)),
    selectAction: oneOf(...Object.keys(ACTIONS).filter((name) => name !== 'Action.ShowCard')),
  },
  ...ref('AdaptiveCard'),
}
