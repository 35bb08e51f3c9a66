import type { Knex } from 'knex'

/** What the parts of a store share. */
export interface Database {
  readonly db: Knex
  /** For what only reads: it need not wait for the commit of another. Sees all that was committed before. */
  readonly reads: Knex
  /** Keys the pseudonyms and what is sealed; see `personKey` and `vault`. */
  readonly secret: string
  /** Days for which a delivered nudge stands in the chat. */
  readonly nudgeDays: number
  /** Makes deleted bytes unreadable; see `Client`. */
  readonly scrub: (db: Knex) => Promise<void>
}
