import type { EntryLine, EntryPage, EntryQuery } from '../../../workbench/workbench.js'
import { type Annoyance, Annoying } from './annoying.js'
import type { Desk } from './desk.js'
import { entryName } from './entry-name.js'
import { SelectField, TextField } from './fields.js'
import { at, LexiconFrame } from './frame.js'
import { Pager } from './pager.js'
import { scopeName } from './scope-name.js'
import { StatusTag } from './status-tag.js'
import { TableBox } from './table-box.js'
import { typedFrom } from './typed.js'

const NO_FAULTS = new Map()

/** What annoys, and below it the lexicon to look things up in. */
export function Home(props: {
  desk: Desk
  annoying: readonly Annoyance[]
  query: EntryQuery
  found: EntryPage
}) {
  const { desk, annoying, query, found } = props
  const { home } = desk.words
  return (
    <LexiconFrame desk={desk} here="home">
      <Annoying desk={desk} rules={annoying} />
      <section class="stack" aria-labelledby="search">
        <h2 id="search">{home.search}</h2>
        <Search desk={desk} query={query} />
        <Results desk={desk} query={query} found={found} />
      </section>
      <section class="card row row--spread" aria-labelledby="permit">
        <div class="stack stack--tight">
          <h2 id="permit">{home.allow}</h2>
          <p>{home.allowText}</p>
        </div>
        <a class="button" href={at('/lexicon/allow')}>
          {home.allow}
        </a>
      </section>
    </LexiconFrame>
  )
}

function Search({ desk, query }: { desk: Desk; query: EntryQuery }) {
  const { home, fields, languages, origins } = desk.words
  const typed = typedFrom({
    text: query.text,
    label: query.label,
    language: query.language,
    origin: query.origin,
    touched: query.touched ? '1' : '',
  })
  const filled = { typed, faults: NO_FAULTS }
  const all = ['', home.all] as const
  return (
    <form method="get" action={at('/lexicon')} class="card stack">
      <TextField {...filled} name="text" label={home.text} hint={home.textHint} most={100} />
      <div class="columns">
        <SelectField
          {...filled}
          name="label"
          label={fields.label}
          options={[all, ...Object.entries(desk.labels)]}
        />
        <SelectField
          {...filled}
          name="language"
          label={fields.language}
          options={[all, ...Object.entries(languages)]}
        />
        <SelectField
          {...filled}
          name="origin"
          label={home.origin}
          options={[all, ...Object.entries(origins)]}
        />
      </div>
      <div class="row row--spread">
        <label class="choice">
          <input type="checkbox" name="touched" value="1" checked={query.touched} />
          <span>{home.touched}</span>
        </label>
        <button type="submit" class="button button--accent">
          {home.find}
        </button>
      </div>
    </form>
  )
}

function Results({ desk, query, found }: { desk: Desk; query: EntryQuery; found: EntryPage }) {
  const { home, fields } = desk.words
  if (found.total === 0)
    return (
      <p role="status">
        {home.nothingFound}{' '}
        {query.text && (
          <a href={at(`/lexicon/new?term=${encodeURIComponent(query.text)}`)}>{home.nothingFoundAdd}</a>
        )}
      </p>
    )
  return (
    <>
      <p class="muted" role="status">
        {home.found(found.total, desk.number(found.total))}
      </p>
      <TableBox name={home.search}>
        <thead>
          <tr>
            <th scope="col">{home.entry}</th>
            <th scope="col">{fields.label}</th>
            <th scope="col">{fields.status}</th>
            <th scope="col">{fields.instead}</th>
          </tr>
        </thead>
        <tbody>
          {found.lines.map((line) => (
            <Line desk={desk} line={line} />
          ))}
        </tbody>
      </TableBox>
      <Pager desk={desk} path="/lexicon" query={queryFields(query)} page={query.page} total={found.total} />
    </>
  )
}

function Line({ desk, line }: { desk: Desk; line: EntryLine }) {
  const { words } = desk
  return (
    <tr>
      <th scope="row">
        <a href={at(`/lexicon/entry/${line.id}`)}>{entryName(line, desk)}</a>
        {line.origin === 'own' && (
          <>
            {' '}
            <span class="tag">
              {line.scope === 'company' ? words.origins.own : scopeName(line.scope, desk)}
            </span>
          </>
        )}
      </th>
      <td>{desk.labels[line.label]}</td>
      <td>
        <StatusTag desk={desk} status={line.status} />{' '}
        {line.touched && <span class="tag">{words.home.changed}</span>}
      </td>
      <td lang={line.language}>{line.instead.slice(0, line.name === null ? 1 : 3).join(', ')}</td>
    </tr>
  )
}

const queryFields = ({ text, label, language, origin, touched }: EntryQuery) => ({
  text,
  label: label ?? '',
  language: language ?? '',
  origin: origin ?? '',
  touched: touched ? '1' : '',
})
