import type { Language } from '../types.js'
import { ABBREVIATIONS, MONTHS } from './abbreviations.js'
import type { Form } from './forms.js'

/** What a word form may do in a sentence, as bits. */
export const enum ROLE {
  /** Known: so that a form of no role is not asked again. */
  judged = 1 << 0,
  germanSubordinator = 1 << 1,
  englishSubordinator = 1 << 2,
  /** Nothing else than open a clause; in German only words that can do nothing else there: „die“ may stand for a thing. */
  germanOpener = 1 << 3,
  englishOpener = 1 << 4,
  /** Opens an English clause, wherever it stands. */
  opensSomewhere = 1 << 5,
  germanRelative = 1 << 6,
  germanPreposition = 1 << 7,
  /** A German clause may end with it as its verb; a noun ends it with a capital. */
  verbLike = 1 << 8,
  germanArticle = 1 << 9,
  /** Stands within an attribute of a German noun. */
  innerPreposition = 1 << 10,
  /** A noun made of a verb or a quality. */
  germanNominal = 1 << 11,
  englishNominal = 1 << 12,
  /** Between two such nouns, one of which hangs on the other. */
  germanLink = 1 << 13,
  englishLink = 1 << 14,
  /** A full stop behind it ends no sentence. */
  abbreviation = 1 << 15,
  /** After `3.` it continues the sentence, as months do. */
  month = 1 << 16,
}

/** Folded. */
const WORDS: readonly [role: ROLE, words: string][] = [
  [
    ROLE.germanSubordinator,
    `dass weil obwohl obschon obgleich wenn ob da damit sofern soweit solange sobald falls nachdem bevor ehe waehrend
     indem sodass wobei wodurch womit worauf wofuer wozu woran wonach wo wohingegen insofern als wie deren dessen denen`,
  ],
  [
    ROLE.englishSubordinator | ROLE.opensSomewhere,
    `which who whom whose that although though because while whereas unless until if when once since provided where
     after before as`,
  ],
  [ROLE.opensSomewhere, 'what'],
  [
    ROLE.germanOpener,
    `dass weil obwohl obschon wenn falls sofern soweit nachdem waehrend indem sodass welche welcher welches welchen
     welchem`,
  ],
  [ROLE.englishOpener, 'that who which whom whose because although though unless if whereas'],
  [
    ROLE.germanPreposition,
    'in an auf aus bei mit nach von vor zu fuer durch ueber unter um gegen ohne und oder',
  ],
  [ROLE.germanArticle, 'der die das den dem des eine einer eines einem einen'],
  [ROLE.innerPreposition, 'in im an am auf aus bei mit von vom vor zum zur durch unter neben dem den'],
  [
    ROLE.germanLink,
    `der des dieser dieses einer eines von vom zur zum fuer die den dem das bis nach ueber in im an am auf aus bei mit
     durch`,
  ],
  [ROLE.englishLink, 'of the a an for to in and this these our'],
  [ROLE.abbreviation, ABBREVIATIONS],
  [ROLE.month, MONTHS],
]

const ROLES = new Map<string, number>()
for (const [role, words] of WORDS)
  for (const word of words.split(/\s+/)) ROLES.set(word, (ROLES.get(word) ?? 0) | role)

const RELATIVE_DE = /^(?:d(?:er|ie|as|en|em)|welche[rsmn]?|jene[rsmn]?)$/
const VERB_LIKE = /(?:[^aeiou]t|et|en|ern|eln|ist|sind|war|waren|hat|soll|will|kann|muss|darf|wird|wurde|te)$/
const NOMINAL: Record<Language, RegExp> = {
  de: /.{2}(?:ung|ungen|heit|heiten|keit|keiten|ion|ionen|ierung|ierungen|tät|täten|nahme|nahmen|schaft|schluss|anz|enz)$/i,
  en: /.{3}(?:tion|tions|sion|sions|ment|ments|ance|ances|ence|ity|ities|ness|al)$/i,
}

function rolesOf({ key, text, capital }: Form): number {
  return (
    ROLE.judged |
    (ROLES.get(key) ?? 0) |
    (RELATIVE_DE.test(text) ? ROLE.germanRelative : 0) |
    (VERB_LIKE.test(key) ? ROLE.verbLike : 0) |
    (capital && NOMINAL.de.test(text) ? ROLE.germanNominal : 0) |
    (NOMINAL.en.test(text) ? ROLE.englishNominal : 0)
  )
}

/** Whether a form has one of some roles. */
export function hasRole(form: Form, roles: number): boolean {
  form.roles ??= rolesOf(form)
  return (form.roles & roles) !== 0
}
