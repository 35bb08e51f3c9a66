import type { UserError } from '../../errors.js'
import type { FrameWords } from '../words/frame.js'
import { type Kept, Typed } from './kept-text.js'

/** What is wrong with what somebody gave us, in its four parts, with what they typed. */
export function Fault({
  error,
  fields,
  words,
}: {
  error: UserError
  fields: Kept['fields']
  words: FrameWords
}) {
  const rows = [
    [words.fault.where, error.where],
    [words.fault.found, error.found],
    [words.fault.expected, error.expected],
    [words.fault.remedy, error.remedy],
  ]
  return (
    <>
      <p>{words.fault.intro}</p>
      <dl class="card card--fault facts">
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Typed fields={fields} words={words} />
    </>
  )
}
