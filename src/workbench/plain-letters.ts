import { fold } from '../analyzer/morphology/fold.js'

/** Letters that look like Latin ones, each row beside what it passes for. */
const LOOK_ALIKES = new Map(
  (
    [
      // Cyrillic.
      ['АВЕЅІЇЈКМНОРСТУХҮҺԌԚԜ', 'ABESIIJKMHOPCTYXYHGQW'],
      ['авеѕіїјкмнорстухүһԍԛԝгпиьӏԁ', 'abesiijkmhopctyxyhgqwrnubld'],
      // Greek.
      ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ', 'ABEZHIKMNOPTYXC'],
      ['αβεζηικμνορτυχωγςϲ', 'abeznikmvoptuxwysc'],
      // Small capitals and letters of other alphabets that decompose into nothing.
      ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
      ['øØłŁđĐħıɑɡꞵ', 'oOlLdDhiagb'],
    ] as const
  ).flatMap(([from, to]) => [...from].map((letter, at) => [letter, to[at]] as const)),
)
const FOREIGN = /[^\p{ASCII}äöüÄÖÜßẞ]/gu
const ASCII = /^[\x20-\x7e]*$/
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/**
 * A text as a person sees it, folded as the lexicons are: full-width and decorated letters plain, look-alikes of other
 * alphabets Latin, what nobody sees gone. What stays of accents is dropped, so that Zoë is zoe.
 */
export function plainLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const seen = text.normalize('NFKC').replace(INVISIBLE, '').replace(FOREIGN, latin).normalize('NFC')
  return fold(seen).normalize('NFD').replace(/\p{M}/gu, '')
}

function latin(letter: string): string {
  const [base, ...marks] = letter.normalize('NFD')
  return (LOOK_ALIKES.get(base) ?? base) + marks.join('')
}
