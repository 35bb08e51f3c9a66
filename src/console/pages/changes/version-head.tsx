import type { TuningVersion } from '../../../types.js'
import type { ChangesWords } from '../../words/changes.js'
import { When } from './when.js'

/** When, why and by which office; never by whom. */
export function VersionHead({
  version,
  words,
  timeZone,
}: {
  version: TuningVersion
  words: ChangesWords
  timeZone: string
}) {
  const { at, author, approver, reason, added, changed, removed, backTo } = version
  return (
    <>
      <p class="muted">
        <When at={at} locale={words.locale} timeZone={timeZone} /> · {words.count(added + changed + removed)}
      </p>
      <p>
        {words.reason}: <q>{reason}</q>
      </p>
      <p class="hint">
        {words.by(author === 'klartext' ? words.klartext : words.office)}
        {approver !== null && ` ${words.approved}`}
        {backTo !== null && ` ${words.backTo(backTo)}`}
      </p>
    </>
  )
}
