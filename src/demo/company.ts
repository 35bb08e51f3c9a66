import type { Organisation, Person } from '../types.js'

/** The simulated company: departments with their teams, and how many people each team has. */
const DEPARTMENTS: readonly (readonly [name: string, teams: readonly (readonly [string, number])[]])[] = [
  [
    'Produktion',
    [
      ['Frühschicht', 16],
      ['Spätschicht', 14],
      ['Instandhaltung', 9],
    ],
  ],
  [
    'Vertrieb und Service',
    [
      ['Innendienst', 12],
      ['Außendienst', 11],
      ['Kundendienst', 13],
    ],
  ],
  [
    'Verwaltung',
    [
      ['Einkauf', 8],
      ['Buchhaltung', 9],
      ['IT', 10],
      ['Empfang', 4],
    ],
  ],
]

const person = (user: string): Person => ({ platform: 'playground', tenant: 'demo', user })

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ü', 'ue')
    .replaceAll('ä', 'ae')
    .replace(/[^a-z]+/g, '-')

/** 120 people: 106 in ten teams, a manager for each team and department, and one for the whole company. */
export function demoCompany(): Organisation & { readonly people: readonly Person[] } {
  const units: Organisation['units'][number][] = [{ id: 'firma', name: 'Beispiel GmbH', parent: null }]
  const members: Organisation['members'][number][] = []
  const manage = (unit: string) =>
    members.push({ unit, accounts: [person(`leitung-${unit}`)], manages: true })
  manage('firma')
  for (const [name, teams] of DEPARTMENTS) {
    const department = idOf(name)
    units.push({ id: department, name, parent: 'firma' })
    manage(department)
    for (const [team, count] of teams) {
      const unit = idOf(team)
      units.push({ id: unit, name: team, parent: department })
      manage(unit)
      for (let at = 1; at <= count; at++)
        members.push({ unit, accounts: [person(`${unit}-${at}`)], manages: false })
    }
  }
  return { units, members, people: members.flatMap(({ accounts }) => accounts) }
}
