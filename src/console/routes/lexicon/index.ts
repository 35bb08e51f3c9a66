import type { Route } from '../../route.js'
import { allowRoutes } from './allow.js'
import { approvalRoutes } from './approvals.js'
import { createRoutes } from './create.js'
import { draftRoutes } from './draft.js'
import { entryRoutes } from './entry.js'
import { fileRoutes } from './files.js'
import { historyRoutes } from './history.js'
import { homeRoutes } from './home.js'
import { thresholdRoutes } from './thresholds.js'

/** All addresses of the lexicon workbench. */
export const lexiconRoutes: readonly Route[] = [
  ...homeRoutes,
  ...entryRoutes,
  ...allowRoutes,
  ...createRoutes,
  ...thresholdRoutes,
  ...draftRoutes,
  ...approvalRoutes,
  ...historyRoutes,
  ...fileRoutes,
]
