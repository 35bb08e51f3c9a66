import type { ComponentChildren } from 'preact'
import type { TuningDifference } from '../../../types.js'
import type { Desk } from './desk.js'
import { at } from './frame.js'
import { itemFields, itemName } from './item-fields.js'
import { scopeName } from './scope-name.js'

/** One item before and after, so that both can be read side by side; `beside` is what can be done about it. */
export function Difference(props: { desk: Desk; of: TuningDifference; beside?: ComponentChildren }) {
  const { desk, of, beside } = props
  const { words, visit } = desk
  const { scope, kind, name, before, after } = of
  const act = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const named = itemName(kind, name, desk)
  const isThere = visit.house.lexicon.current().entries.has(name)
  return (
    <div class="stack stack--tight">
      <div class="row row--spread">
        <div class="row">
          <h3>
            {words.stepKinds[kind]}: {isThere ? <a href={at(`/lexicon/entry/${name}`)}>{named}</a> : named}
          </h3>
          <span class={`tag ${act === 'removed' ? 'tag--fault' : 'tag--accent'}`}>{words.acts[act]}</span>
          {scope !== 'company' && <span class="tag">{scopeName(scope, desk)}</span>}
        </div>
        {beside}
      </div>
      {kind === 'allow' && <p>{after === null ? words.diff.counted(named) : words.diff.allowed(named)}</p>}
      <Fields desk={desk} of={of} />
    </div>
  )
}

function Fields({ desk, of: { kind, before, after } }: { desk: Desk; of: TuningDifference }) {
  const { words } = desk
  const old = new Map(itemFields(kind, before, desk))
  const young = new Map(itemFields(kind, after, desk))
  const names = [...new Set([...old.keys(), ...young.keys()])].filter(
    (name) => (old.get(name) ?? []).join('\n') !== (young.get(name) ?? []).join('\n'),
  )
  if (names.length === 0) return null
  return (
    <dl class="facts diff">
      {names.map((name) => (
        <div>
          <dt>{name}</dt>
          <dd class="stack stack--tight">
            <Lines lines={without(old.get(name), young.get(name))} tag="del" said={words.before} />
            <Lines
              lines={
                young.get(name)?.length === 0 ? [words.diff.none] : without(young.get(name), old.get(name))
              }
              tag="ins"
              said={words.after}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const without = (lines: readonly string[] = [], others: readonly string[] = []) =>
  lines.filter((line) => !others.includes(line))

function Lines({ lines, tag: Tag, said }: { lines: readonly string[]; tag: 'del' | 'ins'; said: string }) {
  return (
    <>
      {lines.map((line) => (
        <span>
          <Tag>
            <span class="visually-hidden">{said}: </span>
            {line}
          </Tag>
        </span>
      ))}
    </>
  )
}
