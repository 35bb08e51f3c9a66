import type { AuditRecord } from '../../../types.js'
import type { CouncilWords } from '../../words/council.js'
import { When } from '../changes/when.js'
import { Who } from './who.js'

interface AuditParts {
  readonly words: CouncilWords
  readonly timeZone: string
  /** Of this page, newest first. */
  readonly records: readonly AuditRecord[]
  /** The newest of all; null where there is none. */
  readonly newest: AuditRecord | null
  /** The first record that does not fit. */
  readonly fault: number | null
  /** Whether there are older ones. */
  readonly more: boolean
}

/** What an action is called; its code where there are no words. */
export const actionName = (action: string, { actions }: CouncilWords): string =>
  Object.hasOwn(actions, action) ? actions[action]! : action

/** What was done in the offices, and whether the chain of records is whole. */
export function AuditLog({ words, timeZone, records, newest, fault, more }: AuditParts) {
  const { audit } = words
  return (
    <>
      <p>{audit.intro}</p>
      <p class={fault === null ? 'notice' : 'notice notice--fault'}>
        {fault === null ? audit.whole : audit.broken(fault)}
      </p>
      {newest && (
        <div class="stack stack--tight">
          <p>
            {audit.newest(newest.number)}: <code>{newest.hash}</code>
          </p>
          <p class="hint">{audit.note}</p>
        </div>
      )}
      {records.length === 0 ? (
        <p>{audit.none}</p>
      ) : (
        <Records words={words} timeZone={timeZone} records={records} />
      )}
      <nav class="pager" aria-label={audit.pages}>
        {newest && records[0] && records[0].number !== newest.number && (
          <a class="button button--small" href="/console/council/audit">
            {audit.newestPage}
          </a>
        )}
        {more && (
          <a
            class="button button--small"
            href={`/console/council/audit?before=${records.at(-1)!.number}`}
            rel="next"
          >
            {audit.older}
          </a>
        )}
      </nav>
      <div class="row">
        <a class="button" href="/console/council/audit/csv">
          {audit.download}
        </a>
        <p class="hint">{audit.downloadNote}</p>
      </div>
    </>
  )
}

function Records({ words, timeZone, records }: Pick<AuditParts, 'words' | 'timeZone' | 'records'>) {
  const { audit } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section class="table-box" aria-label={audit.title} tabIndex={0}>
      <table class="audit folds">
        <thead>
          <tr>
            <th scope="col" class="number">
              {audit.number}
            </th>
            <th scope="col">{audit.at}</th>
            <th scope="col">{audit.who}</th>
            <th scope="col">{audit.what}</th>
            <th scope="col">{audit.subject}</th>
            <th scope="col">{audit.hash}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ number, at, role, actor, action, subject, hash }) => (
            <tr>
              <td class="number" data-label={audit.number}>
                {number}
              </td>
              <td>
                <When at={at} locale={words.locale} timeZone={timeZone} short />
              </td>
              <td>
                <Who role={role} actor={actor} words={words} />
              </td>
              <td>{actionName(action, words)}</td>
              <td data-label={subject === '-' ? undefined : audit.subject}>
                <Subject subject={subject} words={words} />
              </td>
              <td data-label={audit.hash}>
                <code>{short(hash)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Subject({ subject, words }: { subject: string; words: CouncilWords }) {
  if (subject === '-') return null
  if (Object.hasOwn(words.subjects, subject)) return <>{words.subjects[subject]}</>
  return <code>{subject.length > 40 ? short(subject) : subject}</code>
}

const short = (hash: string): string => `${hash.slice(0, 12)}…`
