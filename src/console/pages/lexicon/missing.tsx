import type { Desk } from './desk.js'
import { at, LexiconFrame, type Part } from './frame.js'

/** Something that is not there, and where to go from here. */
export function MissingPage({ desk, here, text }: { desk: Desk; here: Part; text: string }) {
  return (
    <LexiconFrame desk={desk} here={here}>
      <p>{text}</p>
      <p>
        <a href={at('/lexicon')}>{desk.words.home.search}</a>
      </p>
    </LexiconFrame>
  )
}
