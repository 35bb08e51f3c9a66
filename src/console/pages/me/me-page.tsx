import type { OwnWeek } from '../../../types.js'
import { Consent, type ConsentParts } from './consent.js'
import { Muted } from './muted.js'
import { OwnData, Sessions } from './own-data.js'
import type { PreferenceFaults, PreferenceValues } from './preference-values.js'
import { Preferences } from './preferences.js'
import { ruleTitle } from './rule-title.js'
import { Status } from './status.js'
import { Weeks } from './weeks.js'

interface MeParts extends ConsentParts {
  readonly weeks: readonly OwnWeek[]
  readonly values: PreferenceValues
  readonly faults: PreferenceFaults
}

/** One person's own page: consent, own weeks, settings, own data. */
export function MePage({ weeks, values, faults, ...parts }: MeParts) {
  const { visit, chat, words } = parts
  const { settings } = visit
  return (
    <>
      <p class="muted">{words.private}</p>
      {Object.keys(faults).length > 0 && (
        <p class="notice notice--fault" role="alert">
          {words.nothingSaved}
        </p>
      )}
      {visit.house.agreement.isHeld() && <p class="notice notice--warm">{words.held}</p>}
      {settings.optedIn ? (
        <>
          <div class="columns">
            <div class="stack">
              <Status {...parts} />
              <Changes {...parts} />
            </div>
            <Weeks weeks={weeks} chat={chat} words={words} nameOf={ruleTitle(visit.house)} />
          </div>
          <Preferences
            visit={visit}
            settings={settings}
            chat={chat}
            words={words}
            values={values}
            faults={faults}
          />
          <Muted {...parts} />
        </>
      ) : (
        <Consent {...parts} />
      )}
      <div class="columns">
        <OwnData {...parts} />
        {!settings.optedIn && <Changes {...parts} />}
        <Sessions {...parts} />
      </div>
    </>
  )
}

const Changes = ({ words }: Pick<MeParts, 'words'>) => (
  <section class="card stack" aria-labelledby="changes">
    <h2 id="changes">{words.changes}</h2>
    <p>{words.changesText}</p>
    <a class="button" href="/console/changes">
      {words.changesLink}
    </a>
  </section>
)
