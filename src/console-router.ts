import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from './config.js'
import { createOffices, inventedOffices } from './console/access/offices.js'
import type { AgreementDesk } from './console/house.js'
import { createConsole } from './console/index.js'
import { allRoutes } from './console/routes/index.js'
import { createProviders } from './console/sign-in/providers.js'
import type { TuningCompiler } from './lexicon/tuning/compiler.js'
import { nameOf } from './name-of.js'
import type { LiveLexicon } from './tuning/live-lexicon.js'
import type { Adapter, Core, Store } from './types.js'
import { createWorkbench } from './workbench/create-workbench.js'
import { loadReserved } from './workbench/load-reserved.js'

interface Parts {
  readonly config: Pick<Config, 'timeZone' | 'summaryPeople' | 'nudgeDays'> &
    Partial<Pick<Config, 'console' | 'slack' | 'teams'>>
  readonly store: Store
  readonly core: Core
  readonly lexicon: LiveLexicon
  readonly compiler: TuningCompiler
  readonly agreement: AgreementDesk
  readonly adapters: readonly Adapter[]
  readonly log: Logger
  readonly clock: () => Date
}

/**
 * The console, with whatever ways in there are: the platforms that are connected, or, where there is none, the invented
 * people of the playground.
 * @throws UserError where the file of roles cannot be read
 */
export function consoleRouter(parts: Parts): Router {
  const { config, store, core, lexicon, compiler, agreement, adapters, log, clock } = parts
  const { console: own, slack, teams } = config
  const url = own?.url
  const { reserved, hash } = loadReserved()
  // Whoever reaches this machine from outside is somebody real.
  const isAlone = adapters.every(({ people }) => people) && !url?.startsWith('https:')
  const people = isAlone ? adapters.flatMap((adapter) => adapter.people ?? []) : []
  const invented = new Set(people.map(({ person }) => nameOf(person)))
  const byPlatform = new Map(adapters.map((adapter) => [adapter.platform, adapter]))

  return createConsole({
    house: {
      store,
      core,
      lexicon,
      workbench: createWorkbench({ lexicon, compiler, store, reserved, clock }),
      agreement,
      facts: {
        k: config.summaryPeople,
        nudgeDays: config.nudgeDays,
        rows: agreement.current.config,
        reserved: hash,
      },
      timeZone: config.timeZone,
      fourEyes: own?.fourEyes ?? false,
    },
    routes: allRoutes,
    signIn: {
      providers: url
        ? createProviders({
            slack: slack && (own?.slack ?? slack.oauth),
            teams: teams?.playground ? undefined : teams,
            standIn: own?.standIn,
          })
        : [],
      isKnown: async (person) =>
        (await byPlatform.get(person.platform)?.hasTenant?.(person.tenant)) ?? invented.has(nameOf(person)),
    },
    offices: own?.roles ? createOffices(own.roles, { clock, log }) : inventedOffices(people),
    url,
    people,
    log,
    clock,
  })
}
