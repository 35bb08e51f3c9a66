import type { Knex } from 'knex'

/** What the parts of a store share. */
export interface Database {
  readonly db: Knex
  /** Keys the pseudonyms; see `personKey`. */
  readonly secret: string
  /** Makes deleted bytes unreadable; see `Client`. */
  readonly scrub: (db: Knex) => Promise<void>
}
