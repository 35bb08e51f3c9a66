import { createAgreementDesk, type RunningDesk } from '../../src/agreement.js'
import type { Agreeable } from '../../src/config/agreed.js'
import { mondayOf } from '../../src/own-weeks.js'
import type { Figures, Label, Organisation, Person, TuningStep } from '../../src/types.js'
import { type OpenedConsole, type Opening, openConsole } from './house.js'

const slack = (user: string): Person => ({ platform: 'slack', tenant: 'T024BE7LD', user })

/** People of an invented plant. */
export const cast = {
  jana: slack('U0JANA'),
  murat: slack('U0MURAT'),
  katrin: slack('U0KATRIN'),
  bernd: slack('U0BERND'),
  leon: slack('U0LEON'),
  olga: slack('U0OLGA'),
  sofie: slack('U0SOFIE'),
} as const

/** How the plant has set Klartext up. */
export const setUp: Agreeable = {
  timeZone: 'Europe/Berlin',
  settleSeconds: undefined,
  nudgeDays: 14,
  summaryPeople: 7,
  summaryNoise: false,
  fourEyes: true,
  playground: false,
  slack: {
    mode: 'socket',
    botToken: 'xoxb-secret-of-the-plant',
    appToken: 'xapp-secret-of-the-plant',
    signingSecret: undefined,
    oauth: undefined,
    onlyIn: ['C024BE91L', 'C0G9QF9GZ'],
    notIn: ['C0BETRIEB'],
    sharedChannels: false,
    audiences: new Map([['C024BE91L', 'company']]),
    admins: [cast.leon.user],
    teams: ['S0614TZR7'],
    console: undefined,
    apiUrl: undefined,
  },
  teams: undefined,
}

export const plant: Organisation = {
  units: [
    { id: 'werk', name: 'Werk Nord', parent: null },
    { id: 'montage', name: 'Montage Halle 2', parent: 'werk' },
    { id: 'versand', name: 'Versand', parent: 'werk' },
  ],
  members: [
    { unit: 'montage', accounts: [cast.katrin], manages: true },
    { unit: 'versand', accounts: [cast.bernd], manages: true },
    { unit: 'montage', accounts: [cast.jana], manages: false },
    { unit: 'montage', accounts: [cast.murat], manages: false },
  ],
}

/** The Monday of a day's week, at midnight in Berlin. */
export const week = (day: string): Date => mondayOf(new Date(`${day}T12:00:00Z`), 'Europe/Berlin')

const labels: Figures['labels'] = {
  jargon: { band: 2, direction: 'more' },
  anglicism: { band: 3, direction: 'same' },
  convoluted: { band: 1, direction: 'less' },
  blame: { band: 0, direction: 'less' },
  facade: { band: 2, direction: null },
  ownership: { band: 1, direction: 'more' },
  care: { band: 2, direction: 'same' },
}

const own = (label: Label, word: string, why: string, instead: readonly string[]) =>
  ({ label, language: 'de', why, instead, source: 'own', word, flag: [], allow: [] }) as const

const company = 'company'

/** What the plant has set about its lexicon, one version after the other. */
export const tunings: readonly {
  readonly by: string
  readonly reason: string
  readonly steps: readonly TuningStep[]
}[] = [
  {
    by: 'leon',
    reason: 'Begriffe, die in der Halle alle kennen',
    steps: [
      { scope: company, kind: 'allow', name: 'Shopfloor', value: {}, base: 0 },
      { scope: 'unit/montage', kind: 'allow', name: 'Pick', value: {}, base: 0 },
    ],
  },
  {
    by: 'leon',
    reason: 'Aus der Umfrage im Januar',
    steps: [
      {
        scope: company,
        kind: 'entry',
        name: 'eigen-rampdown',
        value: own('anglicism', 'Ramp-down', 'In der Halle versteht das kaum jemand.', ['Auslauf']),
        base: 0,
      },
      { scope: company, kind: 'threshold', name: 'jargon', value: { weight: 3 }, base: 0 },
    ],
  },
  {
    by: 'klartext',
    reason: 'Mehr als 10 % der Antworten nannten die Regel nicht hilfreich',
    steps: [
      {
        scope: company,
        kind: 'change',
        name: 'anglicism-mindset',
        value: { status: 'probation' },
        base: 0,
      },
    ],
  },
]

/** A console over the plant: its units, six published weeks, its lexicon and its agreement desk. */
export async function openScene(
  opening: Opening & { readonly config?: Agreeable } = {},
): Promise<OpenedConsole & { readonly desk: RunningDesk }> {
  const config = opening.config ?? setUp
  let desk: RunningDesk | undefined
  const quiet = { info() {}, warn() {}, error() {} }
  const house = await openConsole({
    ...opening,
    parts: (made) => {
      desk = createAgreementDesk({ store: made.store, config, log: quiet })
      return {
        agreement: desk,
        facts: {
          k: config.summaryPeople,
          nudgeDays: config.nudgeDays,
          rows: desk.current.config,
          reserved: '0123456789abcdef',
        },
        fourEyes: config.fourEyes,
        ...opening.parts?.(made),
      }
    },
  })
  await desk!.refresh()
  return Object.assign(house, { desk: desk! })
}

/** Fills the plant with what half a year leaves behind. */
export async function furnish({ store, clock }: OpenedConsole): Promise<void> {
  await store.saveOrganisation(plant, week('2026-01-05'))
  for (const day of ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23', '2026-03-02']) {
    const monday = week(day)
    const figures: Figures[] = [
      { unit: 'werk', labels: { jargon: { band: 1, direction: null } }, terms: [] },
      { unit: 'montage', labels, terms: ['anglicism-mindset', 'anglicism-commitment'] },
    ]
    await store.publish(
      monday,
      figures,
      [
        { id: `m-${day}`, to: cast.katrin, unit: 'montage', week: monday, exercise: 'glossary-round' },
        { id: `v-${day}`, to: cast.bernd, unit: 'versand', week: monday, exercise: 'glossary-round' },
      ],
      [],
      new Date(monday.getTime() + 8 * 24 * 3_600_000),
    )
  }
  for (const [index, { by, reason, steps }] of tunings.entries()) {
    const author = by === 'klartext' ? by : store.console.actor(cast.leon)
    const approver = by === 'klartext' ? null : store.console.actor(cast.olga)
    const at = new Date(clock().getTime() - (tunings.length - index) * 5 * 24 * 3_600_000)
    const published = await store.tuning.publish(steps, { at, author, approver, reason, backTo: null })
    if (!('version' in published)) throw new Error('a version was not published')
    await store.console.audit(
      {
        actor: author,
        role: by === 'klartext' ? 'system' : 'admin',
        action: 'lexicon.publish',
        subject: String(published.version),
      },
      at,
    )
  }
}

/** Some weeks of somebody's own, with hints and praise. */
export async function live(
  { store, core }: OpenedConsole,
  person: Person,
  rules: readonly string[] = ['anglicism-mindset', 'jargon-de-synergien', 'ownership-de-mein-fehler'],
): Promise<void> {
  await core.change(person, { optedIn: true })
  const days = ['2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03', '2026-03-09']
  for (const [index, day] of days.entries())
    for (let message = 0; message <= (index * 2) % 5; message++) {
      const at = new Date(`${day}T09:${10 + message}:00Z`)
      const rule = rules[message % rules.length]!
      await store.record({
        author: person,
        address: {
          platform: 'slack',
          tenant: person.tenant,
          channel: 'C024BE91L',
          message: `${person.user}.${day}.${message}`,
        },
        revision: 'r1',
        sightings: [{ label: rule.split('-')[0] as Label, rule }],
        language: 'de',
        lexiconVersion: 'test',
        nudge: null,
        at,
        dueAt: at,
        week: week(day),
      })
    }
}
