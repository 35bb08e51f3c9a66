import type { KeptTuningItem } from '../../../types.js'
import type { EntryDetail } from '../../../workbench/workbench.js'
import { type Desk, drafted } from './desk.js'
import { ButtonForm } from './form.js'
import { itemFields } from './item-fields.js'
import { scopeName } from './scope-name.js'

/** What the company has set about an entry, each with its way back. */
export function EntryItems({ desk, detail }: { desk: Desk; detail: EntryDetail }) {
  const { entry } = desk.words
  return (
    <section class="card stack" aria-labelledby="set">
      <h2 id="set">{entry.set}</h2>
      {detail.items.length === 0 ? (
        <p>{entry.nothingSet}</p>
      ) : (
        <ul class="list">
          {detail.items.map((item) => (
            <Item desk={desk} item={item} id={detail.line.id} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ desk, item, id }: { desk: Desk; item: KeptTuningItem; id: string }) {
  const { entry } = desk.words
  const { scope, kind, name, since } = item
  const step = drafted(desk, item)
  const what = kind === 'allow' ? entry.allowed : kind === 'entry' ? entry.ownItem : entry.changed
  const named = entry.forWhom(what, scopeName(scope, desk))
  return (
    <li class="stack stack--tight">
      <div class="row row--spread">
        <div class="row">
          <h3>{named}</h3>
          <span class="muted small">{entry.since(since)}</span>
        </div>
        {step?.value === null ? (
          <span class="tag tag--accent">{entry.takenBack}</span>
        ) : (
          kind !== 'entry' && (
            <ButtonForm
              desk={desk}
              action="/lexicon/take-back"
              hidden={{ scope, kind, name, base: String(step?.base ?? since), back: id }}
              about={named}
            >
              {entry.takeBack}
            </ButtonForm>
          )
        )}
      </div>
      {kind === 'change' && (
        <dl class="facts">
          {itemFields(kind, item.value, desk).map(([field, lines]) => (
            <div>
              <dt>{field}</dt>
              <dd>{lines.join(' · ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
