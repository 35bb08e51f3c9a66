/** Messages that get a hint, whoever reads them; the last one not where it answers somebody else. */
const LOADED: readonly string[] = [
  'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
  'Du hast schon wieder vergessen, die Zahlen zu schicken.',
  'Wie oft soll ich dir das noch erklären?',
  'Die Kunden sind einfach zu dumm dafür.',
  'Let us leverage our synergies to move the needle going forward.',
  'Das ist doch wohl selbsterklärend, das hätte jeder gesehen.',
]

/** Messages that get none: plain ones, and ones whose loaded words are not the writer's own. */
const PLAIN: readonly string[] = [
  'Ich komme um drei.',
  'Danke, bis morgen.',
  'Die Rechnung liegt im Ordner.',
  'I have moved the meeting to Friday.',
  '&gt; Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
  '`Alignment Daily challengen Launch gecancelt`',
]

export const texts = { LOADED, PLAIN, all: [...LOADED, ...PLAIN] } as const
