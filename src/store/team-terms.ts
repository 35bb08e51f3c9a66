import type { ChannelAddress, Store } from '../types.js'
import { checkId } from './check-id.js'
import type { Database } from './database.js'

/** The words that a channel has declared as its own: ids of lexicon entries. */
export function teamTerms({ db, reads }: Database): Pick<Store, 'teamTerms' | 'saveTeamTerms'> {
  return {
    teamTerms: (channel) => reads('team_terms').where(columns(channel)).orderBy('term').pluck('term'),

    async saveTeamTerms(channel, terms, allowed, at) {
      const where = columns(channel)
      const checked = [...new Set(terms)].map((term) => checkId('term', term))
      if (!allowed) await db('team_terms').where(where).whereIn('term', checked).del()
      else if (checked.length > 0)
        await db('team_terms')
          .insert(checked.map((term) => ({ ...where, term, at: at.getTime() })))
          .onConflict(['platform', 'tenant', 'channel', 'term'])
          .ignore()
    },
  }
}

const columns = ({ platform, tenant, channel }: ChannelAddress) => ({
  platform: checkId('platform', platform),
  tenant: checkId('tenant', tenant),
  channel: checkId('channel', channel),
})
