import type { Knex } from 'knex'
import { time, word } from './columns.js'

/** Who belongs to which team in which week; only people who take part, by their pseudonym. */
export const rosters: Knex.Migration = {
  async up(db) {
    await db.schema.createTable('rosters', (table) => {
      for (const name of ['platform', 'tenant', 'team']) word(table, name).notNullable()
      // The Monday from which it holds.
      time(table, 'week').notNullable().index()
      word(table, 'person').notNullable().index()
      table.primary(['platform', 'tenant', 'team', 'week', 'person'])
    })
  },

  async down(db) {
    await db.schema.dropTable('rosters')
  },
}
