import type { Post, Snapshot } from '../../proofs/crash/history.js'
import { readShown, shownBy } from '../shuffled/readShown.js'
import type { Teams } from '../stand-in/index.js'

/** The nudges that people saw, with what they are about. */
export function postsOf(teams: Teams, snapshots: readonly Snapshot[]): Post[] {
  const begun = new Map(
    teams.calls
      .filter(({ name }) => name === 'sendToConversation')
      .map(({ answer, at }) => [(answer as { id?: string } | undefined)?.id, at]),
  )
  const removed = new Map(
    teams.sightings
      .filter(({ kind, via }) => kind === 'deletion' && via === 'deleteActivity')
      .map(({ place, id, at }) => [`${place} ${id}`, at]),
  )
  // As they were last seen: after a day they are gone.
  const states = new Map(snapshots.flatMap(({ rows }) => rows.map(({ message, state }) => [message, state])))
  const shown = readShown(teams, new Map(), (id) => teams.user(id).aadObjectId)
  return shownBy(teams).nudges.map(({ place, id, at }, nth): Post => {
    const { link, readers } = shown[nth]!
    const message = link?.split(' ').at(-1) ?? null
    return {
      message,
      seenBy: readers,
      begun: begun.get(id) ?? at,
      at,
      removed: removed.get(`${place} ${id}`) ?? null,
      // Its answer was lost, and with it what it is called.
      isFleeting: message !== null && states.get(message) === 'unknown',
    }
  })
}
