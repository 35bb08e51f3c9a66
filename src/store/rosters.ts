import type { Store, TeamAddress } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'
import { personKey } from './person-key.js'
import { NOBODY } from './posted.js'

/** Who belongs to which team, week by week. */
export function rosters({ db, reads, secret }: Database): Pick<Store, 'saveRoster' | 'roster'> {
  return {
    async saveRoster(team, members, from) {
      const where = { ...columns(team), week: from.getTime() }
      const people = [...new Set(members.map((member) => personKey(secret, member)))]
      await db.transaction(async (trx) => {
        await trx('rosters').where(where).del()
        // Asked within the transaction: who was erased or opted out meanwhile does not come back by it.
        const taking: string[] = await trx('people')
          .whereIn('person', people)
          .where({ opted_in: 1 })
          .pluck('person')
        await trx.batchInsert(
          'rosters',
          // One that is nobody's says that the team was read, also where nobody of it takes part.
          [NOBODY, ...taking].map((person) => ({ ...where, person })),
          100,
        )
      })
    },

    async roster(team, week) {
      const where = columns(team)
      const last = await reads('rosters')
        .where(where)
        .where('week', '<=', week.getTime())
        .max({ week: 'week' })
        .first()
      const from = last?.['week']
      if (from === null || from === undefined) return []
      return reads('rosters')
        .where({ ...where, week: from })
        .whereNot({ person: NOBODY })
        .orderBy('person')
        .pluck('person')
    },
  }
}

const columns = ({ platform, tenant, team }: TeamAddress) => ({
  platform: checkId('platform', platform),
  tenant: checkId('tenant', tenant),
  team: checkId('team', team),
})
