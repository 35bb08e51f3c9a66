import assert from 'node:assert/strict'
import { cardFaults } from './cardFaults.js'

const card = (more: Record<string, unknown>) => ({ type: 'AdaptiveCard', version: '1.5', ...more })
const line = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
})
const button = (title: string, more: Record<string, unknown> = {}) => ({
  type: 'Action.Submit',
  title,
  data: { action: title, type: 'no element' },
  ...more,
})
const buttons = (count: number, more = {}) => Array.from({ length: count }, (_, at) => button(`b${at}`, more))

const GOOD: readonly [what: string, card: unknown][] = [
  ['nothing at all', card({})],
  [
    'a nudge',
    card({ body: [line('Geht das auch auf Deutsch?', { weight: 'bolder' })], actions: buttons(6) }),
  ],
  ['a menu behind dots', card({ actions: [...buttons(6), ...buttons(9, { mode: 'secondary' })] })],
  [
    'something to unfold',
    card({
      body: [
        {
          type: 'Container',
          id: 'why',
          isVisible: false,
          items: [{ type: 'FactSet', facts: [{ title: 'Regel', value: 'x' }] }],
        },
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', width: 'stretch', items: [line('links')] },
            { width: 2, items: [{ type: 'Image', url: 'https://example.com/a.png', altText: 'ein Bild' }] },
          ],
        },
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.ToggleVisibility', title: 'Warum?', targetElements: ['why'] }],
        },
      ],
      actions: [
        { type: 'Action.OpenUrl', title: 'Mehr', url: 'https://example.com' },
        { type: 'Action.ShowCard', title: 'Ruhe', card: { type: 'AdaptiveCard', body: [line('innen')] } },
      ],
      msteams: { width: 'Full' },
    }),
  ],
  [
    'every input',
    card({
      body: [
        { type: 'Input.Text', id: 'a', label: 'Entwurf', isMultiline: true, maxLength: 4000 },
        { type: 'Input.Toggle', id: 'b', label: 'Lob', title: 'Lob zeigen', value: 'true' },
        { type: 'Input.Time', id: 'c', label: 'von', value: '18:00' },
        { type: 'Input.ChoiceSet', id: 'd', label: 'Anrede', choices: [{ title: 'Du', value: 'du' }] },
        { type: 'Input.Number', id: 'e', label: 'am Tag', min: 0, max: 3, value: 3 },
      ],
    }),
  ],
  [
    'words and a table',
    card({
      body: [
        { type: 'RichTextBlock', inlines: ['fett: ', { type: 'TextRun', text: 'so', weight: 'Bolder' }] },
        {
          type: 'Table',
          columns: [{ width: 1 }],
          rows: [{ type: 'TableRow', cells: [{ items: [line('x')] }] }],
        },
      ],
    }),
  ],
]

const BAD: readonly [card: unknown, ...faults: (string | RegExp)[]][] = [
  ['a text', 'card: must be object'],
  [{ version: '1.5' }, /^card: must have required property 'type'/],
  [{ type: 'AdaptiveCard' }, 'version: none, expected 1.0 to 1.5'],
  [card({ version: '1.6' }), 'version: 1.6, expected 1.0 to 1.5'],
  [card({ title: 'x' }), 'card: must NOT have additional properties (title)'],
  [card({ body: [line('x', { wrap: false })] }), 'body[0]: does not wrap'],
  [card({ body: [{ type: 'TextBlock', text: 'x' }] }), 'body[0]: does not wrap'],
  [card({ body: [line('x', { weight: 'heavy' })] }), /^body\[0\]\.weight: must be equal to one of .*bolder/],
  [
    card({ body: [line('x', { isSubtel: true })] }),
    'body[0]: must NOT have additional properties (isSubtel)',
  ],
  [card({ body: [{ type: 'Textblock', text: 'x' }] }), /^body\[0\]: value of tag "type" must be in oneOf/],
  [card({ body: [{ type: 'Container' }] }), "body[0]: must have required property 'items'"],
  [
    card({ body: [{ type: 'Container', items: [{ type: 'Badge', text: 'neu' }] }] }),
    /^body\[0\]\.items\[0\]: value of tag "type" must be in oneOf \(Badge\)/,
  ],
  [card({ body: [{ type: 'Input.Text', id: 'a' }] }), 'body[0]: Input.Text without label'],
  [
    card({ body: [{ type: 'Input.Text', label: 'a' }] }),
    "body[0]: must have required property 'id'",
    'body[0]: Input.Text without id',
  ],
  [card({ body: [line('x', { id: 'a' }), line('y', { id: 'a' })] }), 'body[1]: id a is also body[0]'],
  [
    card({
      actions: [{ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['a', { elementId: 'b' }] }],
    }),
    'actions[0]: toggles a, which does not exist',
    'actions[0]: toggles b, which does not exist',
  ],
  [
    card({ actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'http://example.com' }] }),
    'actions[0]: opens http://example.com, not https',
  ],
  [
    card({ body: [{ type: 'Image', url: 'http://example.com/a.png' }] }),
    'body[0]: shows http://example.com/a.png, neither https nor data:image',
  ],
  [
    card({ actions: [button('x', { iconUrl: 'file:///a' })] }),
    'actions[0]: iconUrl is file:///a, neither https nor data:image',
  ],
  [card({ actions: buttons(7) }), 'actions: 7 primary actions, at most 6'],
  [
    card({ body: [{ type: 'ActionSet', actions: buttons(16, { mode: 'secondary' }) }] }),
    'body[0].actions: 16 actions, at most 15',
  ],
  [card({ body: [line('ä'.repeat(15_000))] }), /^card: \d+ bytes, at most 28672$/],
  [
    card({
      actions: [
        {
          type: 'Action.ShowCard',
          title: 'x',
          card: { type: 'AdaptiveCard', body: [line('y', { wrap: false })] },
        },
      ],
    }),
    'actions[0].card.body[0]: does not wrap',
  ],
  [
    card({ selectAction: { type: 'Action.ShowCard', card: { type: 'AdaptiveCard' } } }),
    /^selectAction: value of tag "type" must be in oneOf/,
  ],
]

describe('faults of cards', () => {
  for (const [what, good] of GOOD) it(`none in ${what}`, () => assert.deepEqual(cardFaults(good), []))

  for (const [bad, ...expected] of BAD)
    it(`${expected[0]}`, () => {
      const faults = cardFaults(bad)
      for (const fault of expected)
        assert.ok(
          faults.some((found) => (typeof fault === 'string' ? found === fault : fault.test(found))),
          `${fault} not in ${JSON.stringify(faults)}`,
        )
      assert.ok(faults.length <= expected.length + 1, JSON.stringify(faults))
    })
})
