import type { EntryDetail } from '../../../workbench/workbench.js'
import type { Desk } from './desk.js'
import { Patterns, Signs } from './signs.js'

/** More forms than these are folded away. */
const FEW = 12

interface Props {
  readonly desk: Desk
  readonly detail: EntryDetail
}

/** The forms in which a term is found; nothing for rules. */
export function FormsOf({ desk, detail: { forms } }: Props) {
  const { entry } = desk.words
  if (forms.length === 0) return null
  return (
    <section class="stack stack--tight" aria-labelledby="forms">
      <h2 id="forms">{entry.forms}</h2>
      <p>
        {forms.slice(0, FEW).join(', ')}
        {forms.length > FEW && ' …'}
      </p>
      {forms.length > FEW && (
        <details>
          <summary>{entry.formsCount(forms.length)}</summary>
          <p>{forms.join(', ')}</p>
        </details>
      )}
      <p class="hint">{entry.formsNote}</p>
    </section>
  )
}

/** The patterns by which a rule finds something, with its conditions; nothing for terms. */
export function PatternsOf({ desk, detail: { patterns, unless, needs } }: Props) {
  const { entry, fields } = desk.words
  if (patterns.length === 0) return null
  return (
    <section class="stack stack--tight" aria-labelledby="patterns">
      <h2 id="patterns">{entry.patterns}</h2>
      <Patterns patterns={patterns.slice(0, FEW)} />
      {patterns.length > FEW && (
        <details>
          <summary>{desk.words.draft.more(patterns.length - FEW)}</summary>
          <Patterns patterns={patterns.slice(FEW)} />
        </details>
      )}
      {unless.length > 0 && (
        <>
          <h3>{fields.unless}</h3>
          <Patterns patterns={unless} />
        </>
      )}
      {needs.length > 0 && (
        <>
          <h3>{fields.needs}</h3>
          <Patterns patterns={needs} />
        </>
      )}
      <Signs desk={desk} patterns={[...patterns, ...unless, ...needs]} />
    </section>
  )
}

/** Sentences in which it is found, and near ones in which it is not. */
export function Examples({ desk, detail: { flag, allow, line } }: Props) {
  const { entry } = desk.words
  if (flag.length + allow.length === 0) return null
  // A weak sign may stand in both: it is found, and yet no hint comes of it alone.
  const silent = allow.filter((sentence) => !flag.includes(sentence))
  return (
    <section class="stack stack--tight" aria-labelledby="examples">
      <h2 id="examples">{entry.examples}</h2>
      <Sentences title={entry.flag} sentences={flag} language={line.language} more={desk.words.draft.more} />
      <Sentences
        title={entry.allow}
        sentences={silent}
        language={line.language}
        more={desk.words.draft.more}
      />
    </section>
  )
}

function Sentences(props: {
  title: string
  sentences: readonly string[]
  language: string
  more: (count: number) => string
}) {
  const { title, sentences, language, more } = props
  if (sentences.length === 0) return null
  const list = (some: readonly string[]) => (
    <ul class="stack stack--tight" lang={language}>
      {some.map((sentence) => (
        <li class="example">{sentence}</li>
      ))}
    </ul>
  )
  return (
    <>
      <h3>{title}</h3>
      {list(sentences.slice(0, FEW))}
      {sentences.length > FEW && (
        <details>
          <summary>{more(sentences.length - FEW)}</summary>
          {list(sentences.slice(FEW))}
        </details>
      )}
    </>
  )
}
