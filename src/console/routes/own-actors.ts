import { mondayOf } from '../../own-weeks.js'
import type { Visit } from '../route.js'

/** The pseudonyms under which somebody may have acted: two accounts of one person are no second pair of eyes. */
export const ownActors = ({ house, person, now }: Visit): Promise<readonly string[]> =>
  house.store.console.actors(person, mondayOf(now, house.timeZone))
