import type { ConsoleStore } from '../types.js'
import { actorBy, actorOf } from './actor-of.js'
import { agreements } from './agreements.js'
import { audit } from './audit.js'
import type { Database } from './database.js'
import { inForce } from './organisation.js'
import { personKey } from './person-key.js'
import { sessions } from './sessions.js'
import { accountsOf } from './units-of.js'

/** What the console keeps; see `ConsoleStore`. */
export const consoleRows = (database: Database): ConsoleStore => ({
  actor: (person) => actorOf(database.secret, person),
  async actors(person, week) {
    const { reads, secret } = database
    const key = personKey(secret, person)
    const from = await inForce(reads, week)
    const accounts = from === null ? [key] : await accountsOf(reads, from, key)
    return accounts.map((account) => actorBy(secret, account))
  },
  ...sessions(database),
  ...audit(database),
  ...agreements(database),
})
