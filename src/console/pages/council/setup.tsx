import type { TuningVersion } from '../../../types.js'
import type { Visit } from '../../route.js'
import type { CouncilWords } from '../../words/council.js'
import { settingWords } from '../../words/council-settings.js'
import { When } from '../changes/when.js'

interface SetupParts {
  readonly visit: Visit
  readonly words: CouncilWords
}

/** In which order the settings are read; by the end of their names. */
const ORDER = [
  ...['platforms', 'TENANT', 'ONLY_IN', 'NOT_IN', 'SHARED_CHANNELS', 'AUDIENCES', '_TEAMS'],
  ...['SUMMARY_PEOPLE', 'SUMMARY_NOISE', 'NUDGE_DAYS', 'SETTLE_SECONDS', 'FOUR_EYES', 'TIME_ZONE'],
]

const placeOf = (name: string): number => {
  const place = ORDER.findIndex((end) => name.endsWith(end))
  return place < 0 ? ORDER.length : place
}

/** How Klartext is set up, in plain words and, for technicians, as it is written down. */
export function Setup({ visit, words }: SetupParts) {
  const { facts } = visit.house
  const rows = Object.entries(facts.rows).sort(([one], [other]) => placeOf(one) - placeOf(other))
  const { setup } = words
  return (
    <section class="card stack" aria-labelledby="setup">
      <h2 id="setup">{setup.title}</h2>
      <p class="hint">{setup.text}</p>
      <Facts
        rows={rows.map(([name, value]) => {
          const setting = settingWords(name, visit.language)
          return [setting.title, setting.value(value)]
        })}
      />
      <details>
        <summary>{setup.technical}</summary>
        <pre class="setup-lines">
          <code>{rows.map(([name, value]) => `${name}=${value}`).join('\n')}</code>
        </pre>
      </details>
      <h3>{setup.always}</h3>
      <Facts rows={setup.fixed} />
    </section>
  )
}

/** How long everything is kept. */
export const Retention = ({ visit, words }: SetupParts) => (
  <section class="card stack" aria-labelledby="retention">
    <h2 id="retention">{words.retention.title}</h2>
    <Facts rows={words.retention.rows(visit.house.facts.nudgeDays)} />
  </section>
)

/** The version of the lexicon that is in force, and the last changes with their reasons. */
export function LexiconHistory({
  visit,
  words,
  versions,
}: SetupParts & { versions: readonly TuningVersion[] }) {
  const { lexicon, timeZone, facts } = visit.house
  return (
    <section class="card stack" aria-labelledby="lexicon">
      <h2 id="lexicon">{words.lexicon.title}</h2>
      <p>
        {words.lexicon.version}: <code>{lexicon.current().version}</code>
      </p>
      {facts.reserved && (
        <p>
          {words.lexicon.reserved}: <code>{facts.reserved}</code>
        </p>
      )}
      {versions.length === 0 ? (
        <p>{words.lexicon.none}</p>
      ) : (
        <>
          <ul class="list">
            {versions.map(({ version, at, reason }) => (
              <li class="stack stack--tight">
                <span class="row">
                  <a href={`/console/changes/${version}`}>{words.lexicon.entry(version)}</a>
                  <span class="muted">
                    <When at={at} locale={words.locale} timeZone={timeZone} />
                  </span>
                </span>
                <q>{reason}</q>
              </li>
            ))}
          </ul>
          <p>
            <a href="/console/changes">{words.lexicon.all}</a>
          </p>
        </>
      )}
    </section>
  )
}

const Facts = ({ rows }: { rows: readonly (readonly [string, string])[] }) => (
  <dl class="facts">
    {rows.map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
