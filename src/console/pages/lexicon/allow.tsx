import { Form } from '../form.js'
import type { Desk } from './desk.js'
import { type Filled, TextField } from './fields.js'
import { LexiconFrame } from './frame.js'
import { ScopeFields } from './scope-fields.js'

/** Allows a word for everybody, a unit or a channel. */
export function AllowPage({ desk, filled }: { desk: Desk; filled: Filled }) {
  const { allow } = desk.words
  return (
    <LexiconFrame desk={desk} here="home">
      <p>{allow.intro}</p>
      <Form visit={desk.visit} action="/lexicon/allow" class="card stack">
        <TextField {...filled} name="word" label={allow.word} hint={allow.wordHint} most={100} required />
        <ScopeFields desk={desk} filled={filled} />
        <button type="submit" class="button button--accent">
          {allow.save}
        </button>
      </Form>
      <p class="hint">{allow.stays}</p>
    </LexiconFrame>
  )
}
