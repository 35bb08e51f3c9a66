import type { TuningDifference, TuningVersion } from '../../../types.js'
import { Form } from '../form.js'
import type { Desk } from './desk.js'
import { Difference } from './difference.js'
import { type Filled, TextField } from './fields.js'
import { at, LexiconFrame } from './frame.js'
import { versionLine } from './who.js'

/** All versions that are kept. */
export function HistoryPage({ desk, versions }: { desk: Desk; versions: readonly TuningVersion[] }) {
  const { history } = desk.words
  return (
    <LexiconFrame desk={desk} here="history">
      {versions.length === 0 ? (
        <p class="card">{history.none}</p>
      ) : (
        <>
          <p>{history.text}</p>
          <ol class="card list" reversed>
            {versions.map((version, index) => (
              <li class="stack stack--tight">
                <div class="row">
                  <h2>
                    <a href={at(`/lexicon/history/${version.version}`)}>{history.version(version.version)}</a>
                  </h2>
                  {index === 0 && <span class="tag tag--accent">{history.now}</span>}
                </div>
                <p>{version.reason}</p>
                <p class="muted small">
                  {versionLine(version, desk)} ·{' '}
                  {history.counts(version.added, version.changed, version.removed)}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </LexiconFrame>
  )
}

/** What a version changed, and the way back to it. */
export function VersionPage(props: {
  desk: Desk
  version: TuningVersion
  differences: readonly TuningDifference[]
  cut: boolean
  /** Null where it is the state now. */
  back: Filled | null
}) {
  const { desk, version, differences, cut, back } = props
  const { history } = desk.words
  return (
    <LexiconFrame desk={desk} here="history">
      <div>
        <p>
          {history.reason}: <strong>{version.reason}</strong>
        </p>
        <p class="muted">{versionLine(version, desk)}</p>
      </div>
      <section class="card stack" aria-labelledby="what">
        <h2 id="what">{history.what}</h2>
        <ul class="list">
          {differences.map((one) => (
            <li>
              <Difference desk={desk} of={one} />
            </li>
          ))}
        </ul>
        {cut && <p class="muted">{history.more}</p>}
      </section>
      {back && (
        <section class="card stack" aria-labelledby="back">
          <h2 id="back">{history.back}</h2>
          <p>{history.backText}</p>
          <Form visit={desk.visit} action={`/lexicon/history/${version.version}/back`}>
            <TextField {...back} name="reason" label={history.reason} most={200} required />
            <button type="submit" class="button">
              {history.back}
            </button>
          </Form>
        </section>
      )}
    </LexiconFrame>
  )
}
