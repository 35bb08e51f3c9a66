import type { ComponentChildren } from 'preact'
import { Form } from '../form.js'
import type { Desk } from './desk.js'

type Hidden = Readonly<Record<string, string>>

/** What goes along with a form unseen. */
export function HiddenFields({ values }: { values: Hidden }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** A form that is one button; `about` tells screen readers which of many it is. */
export function ButtonForm(props: {
  desk: Desk
  action: string
  hidden?: Hidden
  about?: string
  class?: string
  children: ComponentChildren
}) {
  const { desk, action, hidden = {}, about, children } = props
  return (
    <Form visit={desk.visit} action={action} class="row">
      <HiddenFields values={hidden} />
      <button type="submit" class={`button ${props.class ?? 'button--small'}`}>
        {children}
        {about && <span class="visually-hidden"> ({about})</span>}
      </button>
    </Form>
  )
}
