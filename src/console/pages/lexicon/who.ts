import type { TuningVersion } from '../../../types.js'
import type { Desk } from './desk.js'

/** Who did something, by their pseudonym; to admins themselves as „von Ihnen“. */
export function whoIs(actor: string, { visit, words }: Desk): string {
  const { history } = words
  if (actor === 'klartext') return history.klartext
  return actor === visit.actor ? history.byYou[visit.tone] : history.by(actor)
}

/** Who published a version, when, and what kind of version it is. */
export function versionLine({ author, approver, at, backTo }: TuningVersion, desk: Desk): string {
  const { history } = desk.words
  return [
    desk.time(at),
    whoIs(author, desk),
    approver && history.approvedBy(whoIs(approver, desk)),
    backTo !== null && history.backTo(backTo),
  ]
    .filter(Boolean)
    .join(', ')
}
