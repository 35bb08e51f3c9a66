/** What a person may ask of Klartext by typing. */
export type Deed = 'check' | 'on' | 'off' | 'pause' | 'data' | 'erase' | 'home' | 'help'

/** `language` where the word tells in which one to answer. */
export interface Known {
  readonly deed: Deed
  readonly language?: 'de' | 'en'
}

/** Each word that may follow the command. */
const DEEDS: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['prüfen', { deed: 'check', language: 'de' }],
  ['pruefen', { deed: 'check', language: 'de' }],
  ['check', { deed: 'check', language: 'en' }],
  ['an', { deed: 'on', language: 'de' }],
  ['on', { deed: 'on', language: 'en' }],
  ['aus', { deed: 'off', language: 'de' }],
  ['off', { deed: 'off', language: 'en' }],
  ['pause', { deed: 'pause' }],
  ['daten', { deed: 'data', language: 'de' }],
  ['data', { deed: 'data', language: 'en' }],
  ['löschen', { deed: 'erase', language: 'de' }],
  ['loeschen', { deed: 'erase', language: 'de' }],
  ['delete', { deed: 'erase', language: 'en' }],
  ['einstellungen', { deed: 'home', language: 'de' }],
  ['settings', { deed: 'home', language: 'en' }],
  ['hilfe', { deed: 'help', language: 'de' }],
  ['help', { deed: 'help', language: 'en' }],
  ['', { deed: 'help' }],
])

/** What a text asks for: its first word, and what follows that. `known` is undefined where the word is no command. */
export function commandIn(text: string): { readonly known: Known | undefined; readonly rest: string } {
  const typed = text.trim()
  const [word = ''] = typed.split(/\s/, 1)
  return { known: DEEDS.get(word.normalize('NFC').toLowerCase()), rest: typed.slice(word.length).trim() }
}
