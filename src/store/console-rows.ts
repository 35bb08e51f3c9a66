import type { ConsoleStore } from '../types.js'
import { actorOf } from './actor-of.js'
import { agreements } from './agreements.js'
import { audit } from './audit.js'
import type { Database } from './database.js'
import { sessions } from './sessions.js'

/** What the console keeps; see `ConsoleStore`. */
export const consoleRows = (database: Database): ConsoleStore => ({
  actor: (person) => actorOf(database.secret, person),
  ...sessions(database),
  ...audit(database),
  ...agreements(database),
})
