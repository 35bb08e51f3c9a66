import type { AuditEvent } from '../../../types.js'
import type { CouncilWords } from '../../words/council.js'

/** An office, with the pseudonym of whoever acted in it. */
export const Who = ({ role, actor, words }: Pick<AuditEvent, 'role' | 'actor'> & { words: CouncilWords }) => (
  <>
    {words.roles[role]}
    {role !== 'system' && (
      <>
        {' '}
        <code>{actor}</code>
      </>
    )}
  </>
)
