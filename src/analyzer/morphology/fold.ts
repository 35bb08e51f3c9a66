const FOLDS: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['’', "'"],
  ['ʼ', "'"],
  ['‘', "'"],
])
const FOLDABLE = /[äöüß’ʼ‘]/g

/** The key under which a word is looked up: lower case, with ae/oe/ue/ss for ä/ö/ü/ß. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  return FOLDABLE.test(lower) ? lower.replace(FOLDABLE, (letter) => FOLDS.get(letter)!) : lower
}
