import type { FrameWords } from '../words/frame.js'

/** The fields of a form that somebody sent, in their order, and where to. */
export interface Kept {
  /** A path of the console. */
  readonly action: string
  readonly fields: ReadonlyMap<string, readonly string[]>
  /** Whether it brings a file, which has to be chosen again. */
  readonly upload: boolean
}

/** From how many characters on a text is shown to whoever typed it. */
const LONG = 20

/** Whatever somebody typed, to be read and copied. */
export function Typed({ fields, words }: { fields: Kept['fields']; words: FrameWords }) {
  const long = [...fields].flatMap(([name, values]) =>
    values.filter((value) => value.length >= LONG || value.includes('\n')).map((value) => ({ name, value })),
  )
  if (long.length === 0) return null
  return (
    <div class="stack">
      <h2>{words.kept.typed}</h2>
      {long.map(({ name, value }, index) => (
        <div class="field">
          <label for={`typed-${index}`}>
            <code>{name}</code>
          </label>
          {/* The first line break of a textarea is not part of its text. */}
          <textarea id={`typed-${index}`} readOnly rows={Math.min(12, value.split('\n').length + 1)}>
            {`\n${value}`}
          </textarea>
        </div>
      ))}
    </div>
  )
}

/**
 * A form that came without a valid sign-in, with all that was typed in it: sent again by a click, never by itself.
 * @param csrf null where nobody is signed in yet
 */
export function KeptText({ kept, csrf, words }: { kept: Kept; csrf: string | null; words: FrameWords }) {
  return (
    <form
      method="post"
      action={kept.action}
      class="stack"
      encType={kept.upload ? 'multipart/form-data' : undefined}
    >
      <p>{csrf === null ? words.kept.expiredIntro : words.kept.confirmIntro}</p>
      <input type="hidden" name="csrf" value={csrf ?? ''} />
      {[...kept.fields].flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {kept.upload && (
        <div class="field">
          <label for="file">{words.kept.file}</label>
          <input type="file" id="file" name="file" />
        </div>
      )}
      <div class="row">
        {csrf === null && (
          <a class="button button--accent" href="/console/sign-in" target="_blank" rel="noopener">
            {words.kept.signIn}
          </a>
        )}
        <button type="submit" class={csrf === null ? 'button' : 'button button--accent'}>
          {words.kept.send}
        </button>
      </div>
      <Typed fields={kept.fields} words={words} />
    </form>
  )
}
