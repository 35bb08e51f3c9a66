import type { Colleague } from '../rooms.js'

/** Initials in the person's colour; the name stands beside it. */
export function Avatar({ of }: { of: Colleague }) {
  return (
    <span class={`avatar avatar--${of.id}`} aria-hidden="true">
      {of.initials}
    </span>
  )
}
