import { mondayOf } from '../../own-weeks.js'
import { managedUnits, managedWeeks, publishedSummary } from '../../summary/managed.js'
import { csvOf } from '../../summary/render/csv.js'
import { summaryWords } from '../../summary/wording/index.js'
import type { SummaryText, Unit } from '../../types.js'
import { mondayName, TeamPage } from '../pages/team/team-page.js'
import type { Reply, Route, Visit } from '../route.js'
import { teamWords } from '../words/team.js'

/** The summaries of the units that somebody manages. Whatever else is asked for is not there. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/team',
    roles: ['manager'],
    async handle(visit) {
      const units = await unitsOf(visit)
      const words = teamWords[visit.language](visit.tone)
      return units[0]
        ? show(visit, units, units[0])
        : { title: words.title, area: 'team', body: <p class="notice">{words.noUnits}</p> }
    },
  },
  {
    method: 'get',
    path: '/team/:unit',
    roles: ['manager'],
    handle: (visit) => ofUnit(visit, (units, unit) => show(visit, units, unit)),
  },
  {
    method: 'get',
    path: '/team/:unit/:monday',
    roles: ['manager'],
    handle: (visit) => ofUnit(visit, (units, unit) => show(visit, units, unit, visit.param('monday'))),
  },
  {
    method: 'get',
    path: '/team/:unit/:monday/csv',
    roles: ['manager'],
    handle: (visit) => ofUnit(visit, (_, unit) => table(visit, unit)),
  },
]

/** The units that the person manages this week, in the order of the organisation. */
const unitsOf = ({ house, person, now }: Visit): Promise<readonly Unit[]> =>
  managedUnits(house.store, person, mondayOf(now, house.timeZone))

async function ofUnit(
  visit: Visit,
  then: (units: readonly Unit[], unit: Unit) => Promise<Reply>,
): Promise<Reply> {
  const units = await unitsOf(visit)
  const unit = units.find(({ id }) => id === visit.param('unit'))
  return unit ? then(units, unit) : { refuse: 404 }
}

const weeksOf = ({ house, person }: Visit, unit: Unit): Promise<readonly Date[]> =>
  managedWeeks(house.store, person, unit)

/** What the gate published of a unit's week, in the visitor's words; null where nothing was. */
const textOf = ({ house, language, tone }: Visit, unit: Unit, week: Date): Promise<SummaryText | null> =>
  publishedSummary(
    { store: house.store, entries: house.lexicon.current().entries, timeZone: house.timeZone },
    unit,
    week,
    summaryWords(language, tone),
  )

/** The summary of that Monday, the newest without one. */
async function show(visit: Visit, units: readonly Unit[], unit: Unit, monday?: string): Promise<Reply> {
  const weeks = await weeksOf(visit, unit)
  const week = monday === undefined ? weeks[0] : weeks.find((each) => mondayName(each) === monday)
  const text = week ? await textOf(visit, unit, week) : null
  if (monday !== undefined && !text) return { refuse: 404 }
  const words = teamWords[visit.language](visit.tone)
  return {
    title: unit.name,
    area: 'team',
    body: <TeamPage words={words} units={units} unit={unit} weeks={weeks} text={text} />,
  }
}

async function table(visit: Visit, unit: Unit): Promise<Reply> {
  const weeks = await weeksOf(visit, unit)
  const week = weeks.find((each) => mondayName(each) === visit.param('monday'))
  const text = week ? await textOf(visit, unit, week) : null
  if (!text) return { refuse: 404 }
  return {
    download: csvOf([text], summaryWords(visit.language, visit.tone)),
    type: 'text/csv; charset=utf-8',
    name: `klartext-${unit.id}-${text.monday}.csv`,
  }
}
