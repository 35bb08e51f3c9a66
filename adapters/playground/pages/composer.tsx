import type { ComponentChildren } from 'preact'
import type { Post } from '../chat.js'
import { address, page, type Where } from '../where.js'
import { icons } from './icons.js'

/** What stands in the field for writing. */
export interface Writing {
  readonly text: string
  readonly editing?: Post | undefined
  readonly fault?: string | undefined
}

/** Tells playground.js whether to check while typing. */
export function Checking({ on }: { on: boolean }) {
  return <input type="hidden" id="checking" name="live" value={on ? '1' : '0'} />
}

function Editing({ where }: { where: Where }) {
  const { words } = where
  return (
    <p class="composer__editing">
      <icons.edit />
      <span>{words.composer.editing}</span>
      <a
        class="link-button"
        href={page(where)}
        hx-get={address(where, '/playground/composer')}
        hx-target="#composer"
        hx-swap="outerHTML"
      >
        {words.composer.cancel}
      </a>
    </p>
  )
}

/**
 * The field for writing with its buttons and, below, the checked draft.
 * `live` checks while typing; `fresh` draws the focus.
 */
export function Composer(props: {
  where: Where
  writing: Writing
  live: boolean
  fresh?: boolean
  draft?: ComponentChildren
}) {
  const { where, writing, live, fresh, draft } = props
  const { words } = where
  const { text, editing, fault } = writing
  const channel = words.channels[where.channel.id]
  const target = address(where, editing ? '/playground/edit' : '/playground/post')
  const check = address(where, '/playground/check')
  return (
    <form
      id="composer"
      class="composer"
      method="post"
      action={target}
      hx-post={target}
      hx-target="#composer"
      hx-swap="outerHTML"
      hx-disable="find .send"
      hx-sync="this:drop"
    >
      {editing && <Editing where={where} />}
      {editing && <input type="hidden" name="post" value={editing.id} />}
      <Checking on={live} />
      <div class="composer__box">
        <label class="unseen" for="text">
          {words.composer.label(channel)}
        </label>
        <textarea
          id="text"
          name="text"
          rows={1}
          placeholder={words.composer.placeholder(channel)}
          autocomplete="off"
          autofocus={fresh}
          aria-describedby={fault ? 'fault keys' : 'keys'}
          aria-invalid={fault ? 'true' : undefined}
          hx-post={check}
          hx-trigger={text && live ? 'load, draft' : 'draft'}
          hx-target="#draft"
          hx-swap="innerHTML"
          hx-sync="this:replace"
        >
          {/* The parser drops one line break at the beginning. */}
          {text.startsWith('\n') ? `\n${text}` : text}
        </textarea>
        <div class="composer__buttons">
          <button
            type="submit"
            class="link-button check"
            name="asked"
            value="1"
            formaction={check}
            hx-post={check}
            hx-target="#draft"
            hx-swap="innerHTML"
          >
            {words.composer.check}
          </button>
          <button type="submit" class="button button--accent send">
            {editing ? words.composer.save : words.composer.send}
            {editing ? <icons.check /> : <icons.send />}
          </button>
        </div>
      </div>
      {fault && (
        <p class="error" id="fault" role="alert">
          {fault}
        </p>
      )}
      <p class="composer__keys" id="keys">
        {words.composer.keys}
      </p>
      <div id="draft">{draft}</div>
    </form>
  )
}
