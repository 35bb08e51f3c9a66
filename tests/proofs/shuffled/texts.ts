/** Messages that get a hint, whoever reads them; the last one not where it answers somebody else. */
const LOADED: readonly string[] = [
  'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.',
  'Du hast schon wieder vergessen, die Zahlen zu schicken.',
  'Wie oft soll ich dir das noch erklären?',
  'Die Kunden sind einfach zu dumm dafür.',
  'Let us leverage our synergies to move the needle going forward.',
  'Das ist doch wohl selbsterklärend, das hätte jeder gesehen.',
]

/** Messages that get none. */
const PLAIN: readonly string[] = [
  'Ich komme um drei.',
  'Danke, bis morgen.',
  'Die Rechnung liegt im Ordner.',
  'I have moved the meeting to Friday.',
]

/** How a platform writes what is not the writer's own. */
export interface Marks {
  readonly quoted: (text: string) => string
  readonly code: (text: string) => string
}

/** What people write: loaded messages, and plain ones, among them some whose loaded words are not the writer's own. */
export function textsWith({ quoted, code }: Marks) {
  const plain = [...PLAIN, quoted(LOADED[0]!), code('Alignment Daily challengen Launch gecancelt')]
  return { LOADED, PLAIN: plain, all: [...LOADED, ...plain] } as const
}

export type Texts = ReturnType<typeof textsWith>
