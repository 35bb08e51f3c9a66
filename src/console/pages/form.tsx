import type { ComponentChildren } from 'preact'
import type { Visit } from '../route.js'

/** A form that changes something: posts to a path below `/console`, with what proves that it is ours. */
export function Form({
  visit,
  action,
  upload = false,
  class: className = 'stack',
  children,
}: {
  visit: Pick<Visit, 'csrf'>
  action: string
  /** Takes a file beside its fields. */
  upload?: boolean
  class?: string
  children: ComponentChildren
}) {
  return (
    <form
      method="post"
      action={`/console${action}`}
      class={className}
      encType={upload ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="csrf" value={visit.csrf} />
      {children}
    </form>
  )
}
