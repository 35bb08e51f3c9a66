import assert from 'node:assert/strict'
import type { Label, Message } from '../src/types.js'
import { shippedAnalyzer } from './helpers/lexicons.js'

/** What the coaching guidance says of each kind of wording, in sentences of our own. */
const CASES: readonly [passage: string, message: Message, expected: readonly Label[]][] = [
  [
    'buzzword small talk',
    { text: 'New Work, Industrie 4.0 und Neues Denken: Wir müssen die Synergien heben.' },
    ['jargon'],
  ],
  [
    'many anglicisms',
    { text: 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.' },
    ['anglicism'],
  ],
  [
    'foreign words for an intellectual colouring',
    { text: 'Die inhärente Dichotomie dieser Prämisse ist evident.' },
    ['foreign-words'],
  ],
  [
    'special experiences woven in',
    { text: 'Ich kenne das Problem. Bei meinem letzten Aufenthalt in Singapur hatte ich das auch.' },
    ['impression'],
  ],
  [
    'no author',
    { text: 'Aus gegebenem Anlass wird darauf hingewiesen, dass die Küche sauber zu halten ist.' },
    ['facade'],
  ],
  ['justification', { text: 'Ich bin nicht dazu gekommen, weil so viel los war.' }, ['justification']],
  ['passing on blame', { text: 'Der Vertrieb hat das mal wieder verbockt.' }, ['blame']],
  ['impatience', { text: 'Wie ich bereits dreimal erklärt habe, steht das im Handbuch.' }, ['condescension']],
  [
    'hiding behind rules',
    {
      text: 'Unsere Bestimmungen lassen das nicht zu. Da kann ich nichts machen.',
      audience: 'customer-facing',
    },
    ['silo'],
  ],
  [
    'the customer as a nuisance',
    { text: 'Der Querulant von gestern nervt schon wieder.' },
    ['customer-disrespect'],
  ],
  [
    'standing by a mistake',
    { text: 'Mein Fehler, ich habe die Liste übersehen. Ich korrigiere es bis 15 Uhr.' },
    ['ownership'],
  ],
  [
    'caring',
    {
      text: 'Ich kümmere mich darum und melde mich bis 16 Uhr bei Ihnen, auch wenn ich noch keine Lösung habe.',
    },
    ['care'],
  ],
  ['taking the fault off somebody', { text: 'Das ist nicht deine Schuld, die Datei war schon leer.' }, []],
  ['a neutral cause', { text: 'Der Import ist fehlgeschlagen, weil die Datei leer war.' }, []],
  ['a plain process', { text: 'Der Server wird nachts neu gestartet.' }, []],
  ['established words', { text: 'Das Team trifft sich zum Training, die E-Mail kommt vom Chef.' }, []],
  ['mere politeness', { text: 'Danke! VG' }, []],
]

describe('the guidance', () => {
  for (const [passage, message, expected] of CASES) {
    it(`${passage}: ${expected.join(', ') || 'nothing'}`, () => {
      const { labels } = shippedAnalyzer().analyze({ audience: 'cross-team', ...message })
      // A sentence may deserve a second label; one that deserves none gets none.
      assert.deepEqual(
        expected.length === 0 ? labels : labels.filter((label) => expected.includes(label)),
        expected,
      )
    })
  }
})
