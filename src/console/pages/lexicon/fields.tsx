import type { ComponentChildren } from 'preact'
import type { Typed } from './typed.js'

/** What is wrong with a field, and how the lexicon itself says it, in English. */
export interface FieldFault {
  readonly text: string
  readonly detail?: string
}

/** By field. */
export type FieldFaults = ReadonlyMap<string, readonly FieldFault[]>

/** What a form shows: what stands in it, and what is wrong with it. */
export interface Filled {
  readonly typed: Typed
  readonly faults: FieldFaults
}

interface FieldProps extends Filled {
  readonly name: string
  readonly label: string
  readonly hint?: string
}

/** Attributes that tie a control to its hint and its faults. */
function tied({ name, hint, faults }: Pick<FieldProps, 'name' | 'hint' | 'faults'>) {
  const faulty = faults.has(name)
  const described = [hint && `hint-${name}`, faulty && `fault-${name}`].filter(Boolean).join(' ')
  return {
    id: `field-${name}`,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': faulty ? ('true' as const) : undefined,
  }
}

function Framed({ name, label, hint, faults, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {children}
      <FaultsOf name={name} faults={faults} />
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong with a field, below it. */
export function FaultsOf({ name, faults }: Pick<FieldProps, 'name' | 'faults'>) {
  const found = faults.get(name)
  if (!found) return null
  return (
    <div id={`fault-${name}`} class="stack stack--tight">
      {found.map(({ text, detail }) => (
        <p class="fault">
          {text}
          {detail && (
            <>
              {' '}
              <code lang="en">{detail}</code>
            </>
          )}
        </p>
      ))}
    </div>
  )
}

/** One line of text. */
export function TextField(props: FieldProps & { required?: boolean; most?: number; decimal?: boolean }) {
  const { typed, name, required, most, decimal } = props
  return (
    <Framed {...props}>
      <input
        {...tied(props)}
        type="text"
        value={typed.one(name)}
        required={required}
        maxlength={most}
        inputmode={decimal ? 'decimal' : undefined}
        autocomplete="off"
      />
    </Framed>
  )
}

/** Several lines of text; `code` where they are patterns. */
export function LinesField(props: FieldProps & { required?: boolean; rows?: number; code?: boolean }) {
  const { typed, name, required, rows = 3, code } = props
  return (
    <Framed {...props}>
      <textarea
        {...tied(props)}
        rows={rows}
        required={required}
        class={code ? 'lexicon-code' : undefined}
        spellcheck={code ? false : undefined}
      >
        {typed.one(name)}
      </textarea>
    </Framed>
  )
}

/** One of several, from a list. */
export function SelectField(
  props: FieldProps & { options: readonly (readonly [value: string, text: string])[] },
) {
  const { typed, name, options } = props
  return (
    <Framed {...props}>
      <select {...tied(props)}>
        {options.map(([value, text]) => (
          <option value={value} selected={value === typed.one(name)}>
            {text}
          </option>
        ))}
      </select>
    </Framed>
  )
}

/** One of a few, or several of a few, all in sight. */
export function ChoiceField(
  props: FieldProps & {
    type: 'radio' | 'checkbox'
    options: readonly (readonly [value: string, text: string, small?: string])[]
  },
) {
  const { typed, name, label, hint, faults, type, options } = props
  const chosen = typed.all(name)
  return (
    <fieldset
      class="field"
      id={`field-${name}`}
      aria-describedby={faults.has(name) ? `fault-${name}` : undefined}
    >
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class={options.some(([, , small]) => small) ? 'stack stack--tight' : 'row lexicon-choices'}>
        {options.map(([value, text, small]) => (
          <label class="choice">
            <input type={type} name={name} value={value} checked={chosen.includes(value)} />
            <span>
              {text}
              {small && (
                <>
                  <br />
                  <span class="hint">{small}</span>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
      <FaultsOf name={name} faults={faults} />
    </fieldset>
  )
}
