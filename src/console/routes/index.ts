import type { Route } from '../route.js'
import { changesRoutes } from './changes.js'
import { councilRoutes } from './council.js'
import { frameRoutes } from './frame.js'
import { lexiconRoutes } from './lexicon/index.js'
import { meRoutes } from './me.js'
import { teamRoutes } from './team.js'
import { tryRoutes } from './try.js'

/** All addresses of the console. What is not among them does not exist. */
export const allRoutes: readonly Route[] = [
  ...frameRoutes,
  ...meRoutes,
  ...tryRoutes,
  ...changesRoutes,
  ...teamRoutes,
  ...lexiconRoutes,
  ...councilRoutes,
]
