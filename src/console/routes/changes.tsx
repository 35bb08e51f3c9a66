import { mondayOf } from '../../own-weeks.js'
import type { TuningVersion } from '../../types.js'
import { ChangeItem, type Telling } from '../pages/changes/change-item.js'
import { PagesNav } from '../pages/changes/pages-nav.js'
import { VersionHead } from '../pages/changes/version-head.js'
import type { Reply, Route, Visit } from '../route.js'
import { changesWords } from '../words/changes.js'

/** More versions than are kept: all of the last 90 days are. */
const KEPT = 5000
const VERSIONS_PER_PAGE = 10
/** Changes of a version that are shown in the list. */
const FIRST = 3
const CHANGES_PER_PAGE = 100

/** What changed in the lexicon: for everybody, every change, without saying who made it. */
export const changesRoutes: readonly Route[] = [
  { method: 'get', path: '/changes', roles: ['employee'], handle: list },
  { method: 'get', path: '/changes/:version', roles: ['employee'], handle: one },
]

async function list(visit: Visit): Promise<Reply> {
  const { tuning } = visit.house.store
  const telling = await tellingOf(visit)
  const { words } = telling
  const versions = await tuning.versions(KEPT)
  const last = Math.max(1, Math.ceil(versions.length / VERSIONS_PER_PAGE))
  const page = pageIn(visit, last)
  const shown = versions.slice((page - 1) * VERSIONS_PER_PAGE, page * VERSIONS_PER_PAGE)
  const differences = await Promise.all(shown.map(({ version }) => tuning.differences(version, FIRST)))
  return {
    title: words.title,
    area: 'changes',
    body: (
      <>
        <p>{words.intro}</p>
        {versions.length === 0 && <p class="notice">{words.none}</p>}
        {shown.map((version, index) => (
          <section class="card stack" aria-labelledby={`version-${version.version}`}>
            <div class="row">
              <h2 id={`version-${version.version}`}>{words.version(version.version)}</h2>
              {version === versions[0] && <span class="tag tag--accent">{words.now}</span>}
            </div>
            <VersionHead version={version} words={words} timeZone={visit.house.timeZone} />
            <div class="list">
              {differences[index]!.map((change) => (
                <ChangeItem telling={telling} change={change} />
              ))}
            </div>
            {countOf(version) > FIRST && (
              <p>
                <a href={`/console/changes/${version.version}`}>
                  {words.all(countOf(version))}
                  <span class="visually-hidden">: {words.version(version.version)}</span>
                </a>
              </p>
            )}
          </section>
        ))}
        <PagesNav
          path="/changes"
          page={page}
          last={last}
          words={words}
          back={words.newer}
          next={words.older}
        />
        {versions.length > 0 && <Terms {...telling} />}
      </>
    ),
  }
}

async function one(visit: Visit): Promise<Reply> {
  const { store, timeZone } = visit.house
  const versions = await store.tuning.versions(KEPT)
  const version = versions.find((each) => String(each.version) === visit.param('version'))
  if (!version) return { refuse: 404 }
  const telling = await tellingOf(visit)
  const { words } = telling
  const last = Math.max(1, Math.ceil(countOf(version) / CHANGES_PER_PAGE))
  const page = pageIn(visit, last)
  const changes = await store.tuning.differences(version.version, page * CHANGES_PER_PAGE)
  const path = `/changes/${version.version}`
  return {
    title: words.version(version.version),
    area: 'changes',
    body: (
      <>
        <p>
          <a href="/console/changes">{words.back}</a>
        </p>
        <div class="stack stack--tight">
          <VersionHead version={version} words={words} timeZone={timeZone} />
        </div>
        <div class="card">
          <div class="list">
            {changes.slice((page - 1) * CHANGES_PER_PAGE).map((change) => (
              <ChangeItem telling={telling} change={change} />
            ))}
          </div>
        </div>
        <PagesNav path={path} page={page} last={last} words={words} back={words.previous} next={words.next} />
        <Terms {...telling} />
      </>
    ),
  }
}

const Terms = ({ words }: Telling) => (
  <details>
    <summary>{words.termsTitle}</summary>
    <div class="stack">
      <dl class="facts">
        {words.terms.map(([term, meaning]) => (
          <div>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{words.kept}</p>
    </div>
  </details>
)

const countOf = ({ added, changed, removed }: TuningVersion): number => added + changed + removed

async function tellingOf(visit: Visit): Promise<Telling> {
  const { store, timeZone } = visit.house
  const { units } = await store.organisation(mondayOf(visit.now, timeZone))
  return {
    visit,
    words: changesWords[visit.language](),
    units: new Map(units.map(({ id, name }) => [id, name])),
  }
}

function pageIn(visit: Visit, last: number): number {
  const asked = /^\d{1,4}$/.test(visit.query('page')) ? Number(visit.query('page')) : 1
  return Math.min(Math.max(asked, 1), last)
}
