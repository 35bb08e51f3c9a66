import type { EntryLine } from '../../../workbench/workbench.js'
import type { Desk } from './desk.js'

const TONES: Readonly<Record<EntryLine['status'], string>> = {
  active: 'tag--accent',
  probation: 'tag--warm',
  retired: 'tag--fault',
  established: '',
}

/** How an entry stands. */
export function StatusTag({ desk, status }: { desk: Desk; status: EntryLine['status'] }) {
  return <span class={`tag ${TONES[status]}`}>{desk.words.statuses[status]}</span>
}
