import { csvRows } from '../../summary/render/csv-rows.js'
import type { AuditRecord, Role } from '../../types.js'
import { AgreementCard, HeldNotice, LIFT } from '../pages/council/agreement.js'
import { AuditLog, actionName } from '../pages/council/audit-log.js'
import { LexiconHistory, Retention, Setup } from '../pages/council/setup.js'
import { CouncilTabs } from '../pages/council/tabs.js'
import type { Reply, Route, Visit } from '../route.js'
import { councilWords } from '../words/council.js'
import { ownActors } from './own-actors.js'

const OFFICES: readonly Role[] = ['works-council', 'admin']

type Office = 'admin' | 'works-council'

const LAST_VERSIONS = 5
const PAGE = 50
/** Records that are read at once for a download. */
const AT_ONCE = 1000

/** What the works council may see, and what it decides together with the administration. */
export const councilRoutes: readonly Route[] = [
  { method: 'get', path: '/council', roles: OFFICES, handle: overview },
  { method: 'get', path: '/council/audit', roles: OFFICES, handle: log },
  { method: 'get', path: '/council/audit/csv', roles: OFFICES, handle: download },
  {
    method: 'post',
    path: '/council/propose',
    roles: OFFICES,
    handle: (visit) => propose(visit, visit.house.agreement.current),
  },
  {
    method: 'post',
    path: '/council/propose-lift',
    roles: OFFICES,
    handle: (visit) => propose(visit, { hash: null, config: {} }),
  },
  { method: 'post', path: '/council/confirm', roles: OFFICES, handle: confirm },
  { method: 'post', path: '/council/withdraw', roles: OFFICES, handle: withdraw },
]

async function overview(visit: Visit): Promise<Reply> {
  const words = councilWords[visit.language]()
  const { store } = visit.house
  const parts = { visit, words, ...(await store.console.agreement()) }
  const versions = await store.tuning.versions(LAST_VERSIONS)
  return {
    title: words.title,
    area: 'council',
    body: (
      <>
        <CouncilTabs here="overview" words={words} />
        <p>{words.intro}</p>
        <HeldNotice {...parts} />
        <AgreementCard {...parts} />
        <Setup visit={visit} words={words} />
        <div class="columns">
          <Retention visit={visit} words={words} />
          <LexiconHistory visit={visit} words={words} versions={versions} />
        </div>
      </>
    ),
  }
}

async function log(visit: Visit): Promise<Reply> {
  const words = councilWords[visit.language]()
  const { store, timeZone } = visit.house
  const before = /^\d{1,9}$/.test(visit.query('before')) ? Number(visit.query('before')) : undefined
  // One more than is shown tells whether there are older ones.
  const found = await store.console.auditRecords(PAGE + 1, before)
  const [newest = null] = await store.console.auditRecords(1)
  return {
    title: words.audit.title,
    area: 'council',
    body: (
      <>
        <CouncilTabs here="audit" words={words} />
        <AuditLog
          words={words}
          timeZone={timeZone}
          records={found.slice(0, PAGE)}
          newest={newest}
          fault={await store.console.auditFault()}
          more={found.length > PAGE}
        />
      </>
    ),
  }
}

/** Who reads or downloads the log is not recorded: nobody shall watch the works council at its work. */
async function download(visit: Visit): Promise<Reply> {
  const words = councilWords[visit.language]()
  const { audit } = words
  const rows: string[][] = [
    [audit.number, audit.at, audit.role, audit.code, audit.what, audit.subject, audit.hash],
  ]
  let records: readonly AuditRecord[] = []
  do {
    records = await visit.house.store.console.auditRecords(AT_ONCE, records.at(-1)?.number)
    for (const { number, at, role, actor, action, subject, hash } of records)
      rows.push([
        ...[String(number), at.toISOString(), words.roles[role], actor],
        ...[actionName(action, words), subject, hash],
      ])
  } while (records.length === AT_ONCE)
  return {
    download: csvRows(rows, visit.language),
    type: 'text/csv; charset=utf-8',
    name: `klartext-${visit.now.toISOString().slice(0, 10)}.csv`,
  }
}

/** The office in which somebody acts; of two, the one that is wanted. */
function officeOf({ roles }: Visit, wanted: Office = 'admin'): Office {
  return roles.has(wanted) ? wanted : wanted === 'admin' ? 'works-council' : 'admin'
}

async function propose(
  visit: Visit,
  { hash, config }: { readonly hash: string | null; readonly config: Readonly<Record<string, string>> },
): Promise<Reply> {
  const { house, actor, now } = visit
  const { inForce, waiting } = await house.store.console.agreement()
  if (waiting) return { goTo: '/council', said: 'council-waiting' }
  if ((inForce?.hash ?? null) === hash) return { goTo: '/council', said: 'council-already' }
  const role = officeOf(visit)
  await house.store.console.propose({
    ...{ hash, config, proposedBy: actor, proposedRole: role, proposedAt: now },
  })
  await note(visit, role, 'agreement.propose', hash)
  return { goTo: '/council', said: 'council-proposed' }
}

/** Only the other office confirms, and somebody else: for its own proposal, an office is refused. */
async function confirm(visit: Visit): Promise<Reply> {
  const { house, actor, now } = visit
  const waiting = await proposalMeant(visit)
  if (!waiting) return { goTo: '/council', said: 'council-gone' }
  const role = officeOf(visit, waiting.proposedRole === 'admin' ? 'works-council' : 'admin')
  if (role === waiting.proposedRole || (await ownActors(visit)).includes(waiting.proposedBy))
    return { refuse: 403 }
  if (!(await house.store.console.confirm(waiting.hash, actor, role, now)))
    return { goTo: '/council', said: 'council-gone' }
  await note(visit, role, waiting.hash === null ? 'agreement.lift' : 'agreement.confirm', waiting.hash)
  return { goTo: '/council', said: waiting.hash === null ? 'council-lifted' : 'council-confirmed' }
}

/** Taken back by whoever made it, or declined by the other side. */
async function withdraw(visit: Visit): Promise<Reply> {
  const waiting = await proposalMeant(visit)
  if (!waiting) return { goTo: '/council', said: 'council-gone' }
  if (!(await visit.house.store.console.withdraw(waiting.hash)))
    return { goTo: '/council', said: 'council-gone' }
  await note(visit, officeOf(visit, waiting.proposedRole), 'agreement.withdraw', waiting.hash)
  return { goTo: '/council', said: 'council-withdrawn' }
}

/** The proposal that the form was about, as long as it is the one that waits. */
async function proposalMeant({ house, field }: Visit) {
  const { waiting } = await house.store.console.agreement()
  return waiting && (waiting.hash ?? LIFT) === field('hash') ? waiting : null
}

async function note({ house, actor, now }: Visit, role: Office, action: string, hash: string | null) {
  await house.store.console.audit({ actor, role, action, subject: hash ?? '-' }, now)
  await house.agreement.refresh()
}
