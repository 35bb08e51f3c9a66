import { pageOf } from '../../../summary/render/page.js'
import { mondayInUtc } from '../../../summary/week.js'
import type { SummaryText, Unit } from '../../../types.js'
import type { TeamWords } from '../../words/team.js'

/** A Monday as it stands in addresses: `YYYY-MM-DD`. */
export const mondayName = (week: Date): string => mondayInUtc(week).toISOString().slice(0, 10)

interface TeamParts {
  readonly words: TeamWords
  readonly units: readonly Unit[]
  readonly unit: Unit
  /** Of the unit, newest first. */
  readonly weeks: readonly Date[]
  /** Null where nothing was published yet. */
  readonly text: SummaryText | null
}

/** One summary of a unit, and the way to its other weeks. */
export function TeamPage({ words, units, unit, weeks, text }: TeamParts) {
  const open = weeks.find((week) => mondayName(week) === text?.monday)
  return (
    <>
      {units.length > 1 && (
        <nav class="tabs" aria-label={words.units}>
          {units.map(({ id, name }) => (
            <a href={`/console/team/${id}`} aria-current={id === unit.id ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      )}
      {text ? (
        <>
          <div dangerouslySetInnerHTML={{ __html: pageOf(text, 2) }} />
          <div class="row no-print">
            <a class="button" href={`/console/team/${unit.id}/${text.monday}/csv`}>
              {words.table}
            </a>
            {open !== weeks[0] && (
              <a class="button" href={`/console/team/${unit.id}`}>
                {words.newest}
              </a>
            )}
            <p class="hint">{words.print}</p>
          </div>
        </>
      ) : (
        <p class="notice">{words.none}</p>
      )}
      {weeks.length > 1 && <Weeks words={words} unit={unit} weeks={weeks} open={open} />}
    </>
  )
}

function Weeks({
  words,
  unit,
  weeks,
  open,
}: Pick<TeamParts, 'words' | 'unit' | 'weeks'> & { open: Date | undefined }) {
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <nav class="card stack no-print" aria-labelledby="weeks">
      <div class="stack stack--tight">
        <h2 id="weeks">{words.weeks}</h2>
        <p class="hint">{words.weeksNote}</p>
      </div>
      <ul class="past-weeks">
        {weeks.map((week) => (
          <li>
            <a
              href={`/console/team/${unit.id}/${mondayName(week)}`}
              aria-current={week === open ? 'page' : undefined}
            >
              {words.week(day.format(mondayInUtc(week)))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
