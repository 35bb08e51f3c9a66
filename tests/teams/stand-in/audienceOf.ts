import type { Place } from './types.js'

/** The ids of those who see a place. */
export function audienceOf(place: Place): ReadonlySet<string> {
  return place.kind === 'chat' ? new Set([place.user.id]) : (place.members ?? place.team.members)
}
