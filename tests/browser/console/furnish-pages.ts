import type { Nudge, Person } from '../../../src/types.js'
import type { Client } from '../../console/house.js'
import type { OpenedLexicon } from '../../console/lexicon/open-lexicon.js'
import { cast, live, plant as organisation, week } from '../../console/scene.js'

const slack = (user: string): Person => ({ platform: 'slack', tenant: 'T024BE7LD', user })

const company = 'company'

/** What stands in the drafts of admins: one to be published, one with faults, one that waits, one out of date. */
async function draft(
  { store, actorOf, clock }: OpenedLexicon,
  admins: Record<'leon' | 'nina' | 'olga' | 'mira', Client>,
) {
  const save = (who: Client, ...steps: Parameters<typeof store.tuning.saveSteps>[1]) =>
    store.tuning.saveSteps(actorOf(who), steps)
  const instead = ['absagen', 'ausfallen lassen', 'verschieben, wenn es einen neuen Termin gibt']
  await save(
    admins.leon,
    { scope: company, kind: 'change', name: 'anglicism-canceln', value: { instead, weight: 0.5 }, base: 0 },
    { scope: 'unit/montage', kind: 'allow', name: 'Update', value: {}, base: 0 },
    {
      ...{ scope: company, kind: 'entry', name: 'eigen-sitzung', base: 0 },
      value: {
        ...{
          label: 'blame',
          language: 'de',
          noun: 'Termin',
          why: 'Nur damit viel neu auffällt.',
          instead: [],
        },
      },
    },
  )
  await save(
    admins.nina,
    { scope: company, kind: 'allow', name: 'Gibtesnichtwort', value: {}, base: 0 },
    {
      ...{ scope: company, kind: 'entry', name: 'eigen-alles', base: 0 },
      value: {
        ...{
          label: 'jargon',
          language: 'de',
          patterns: ['(der | die | das)', 'offen ('],
          why: 'Weil.',
          instead: [],
        },
        ...{ flag: ['Guten Morgen.'], allow: ['Das ist gut.'] },
      },
    },
  )
  await save(admins.olga, {
    scope: company,
    kind: 'change',
    name: 'anglicism-launch',
    value: { status: 'retired' },
    base: 0,
  })
  await store.tuning.submit(actorOf(admins.olga), 'In der Halle sagen das alle', clock())
  await save(
    admins.mira,
    { scope: company, kind: 'threshold', name: 'jargon', value: { weight: 2 }, base: 0 },
    { scope: company, kind: 'change', name: 'anglicism-mindset', value: { instead: ['Haltung'] }, base: 0 },
  )
}

/** Answers of many to one rule, which most of them dislike. */
async function annoy({ store, clock }: OpenedLexicon): Promise<void> {
  const rule = 'anglicism-deadline'
  const nudge: Nudge = { kind: 'hint', label: 'anglicism', rules: [rule], language: 'de' }
  const at = clock()
  for (let number = 0; number < 9; number++) {
    await store.record({
      author: slack(`U0N${number}`),
      address: {
        platform: 'slack',
        tenant: 'T024BE7LD',
        channel: 'C024BE91L',
        message: `annoying.${number}`,
      },
      ...{
        revision: 'r1',
        sightings: [{ label: 'anglicism', rule }],
        language: 'de',
        lexiconVersion: 'test',
      },
      ...{ nudge, at, dueAt: at, week: week('2026-03-10') },
    })
    const [claimed] = await store.claim(at, 1)
    await store.settle(claimed!.id, 'sent', at)
    const answer = number < 5 ? 'not-helpful' : number < 7 ? 'team-term' : 'helpful'
    await store.saveAnswer(claimed!.id, answer, at)
  }
}

/** Fills the plant with all that its pages can show; answers people who are signed in, by name. */
export async function furnishPages(plant: OpenedLexicon) {
  const { store, core, signIn } = plant
  await store.saveOrganisation(
    {
      units: [
        ...organisation.units,
        { id: 'lager', name: 'Lager und Wareneingangskontrolle', parent: 'werk' },
      ],
      members: [...organisation.members, { unit: 'lager', accounts: [cast.bernd], manages: true }],
    },
    week('2026-03-09'),
  )
  await live(plant, cast.jana)
  await core.change(cast.bernd, {
    ...{ optedIn: true, tone: 'sie', mutedLabels: ['justification', 'care'] },
    mutedRules: ['anglicism-canceln', 'jargon-de-synergien'],
  })
  await core.pause(cast.bernd)
  const people = {
    jana: await signIn(cast.jana),
    murat: await signIn(cast.murat),
    kim: await signIn(slack('U0KIM')),
    katrin: await signIn(cast.katrin),
    bernd: await signIn(cast.bernd),
    leon: await signIn(cast.leon, 'admin'),
    olga: await signIn(cast.olga, 'admin'),
    nina: await signIn(slack('U0NINA'), 'admin'),
    mira: plant.mira,
    tom: await signIn(slack('U0TOM'), 'admin'),
    sofie: await signIn(cast.sofie, 'works-council'),
  }
  await draft(plant, people)
  await annoy(plant)
  return people
}
