import type { Preview, PreviewHit } from '../../../workbench/workbench.js'
import type { Desk } from './desk.js'

/** How many sentences of each kind are shown. */
const SHOWN = 40

/** What a change would do to the sentences that come with Klartext: harmless ones first, for they must not be met. */
export function PreviewSection({ desk, preview }: { desk: Desk; preview: Preview | null }) {
  const { preview: said } = desk.words
  return (
    <section class="card stack" aria-labelledby="preview">
      <h2 id="preview">{said.title}</h2>
      {preview ? <Shown desk={desk} preview={preview} /> : <p>{said.failed}</p>}
    </section>
  )
}

function Shown({ desk, preview }: { desk: Desk; preview: Preview }) {
  const { preview: said } = desk.words
  const { sentences, newly, gone } = preview
  const harmless = newly.filter((hit) => hit.harmless)
  return (
    <>
      <p>{said.text}</p>
      <p class={harmless.length > 0 ? 'notice notice--warm' : 'notice'}>
        <strong>{said.summary(sentences, newly.length, harmless.length, gone.length)}</strong>
        {harmless.length > 0 && ` ${said.harmlessHint}`}
      </p>
      <Hits desk={desk} title={said.newly} hits={[...harmless, ...newly.filter((hit) => !hit.harmless)]} />
      <Hits desk={desk} title={said.gone} hits={gone} />
    </>
  )
}

function Hits({ desk, title, hits }: { desk: Desk; title: string; hits: readonly PreviewHit[] }) {
  const { preview: said } = desk.words
  if (hits.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="list">
        {hits.slice(0, SHOWN).map(({ text, language, harmless, label, rules }) => (
          <li class="stack stack--tight">
            <p class="example" lang={language}>
              {text}
            </p>
            <div class="row">
              {harmless && <span class="tag tag--fault">{said.harmless}</span>}
              <span class="tag">{desk.labels[label]}</span>
              {rules.map((rule) => (
                <code>{rule}</code>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {hits.length > SHOWN && <p class="muted">{said.more(hits.length - SHOWN)}</p>}
    </>
  )
}
