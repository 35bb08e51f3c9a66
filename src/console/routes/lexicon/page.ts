import type { ComponentChildren } from 'preact'
import type { Reply, Route, Visit } from '../../route.js'

/** A page of the lexicon. */
export const page = (title: string, body: ComponentChildren, status = 200): Reply => ({
  title,
  area: 'lexicon',
  body,
  status,
})

/** Only admins tend the lexicon. */
const roles = ['admin'] as const

/** An address that shows something. */
export const shows = (path: string, handle: Route['handle']): Route => ({
  method: 'get',
  path,
  roles,
  handle,
})

/** An address that changes something. */
export const does = (path: string, handle: Route['handle'], upload?: number): Route => ({
  method: 'post',
  path,
  roles,
  handle,
  ...(upload !== undefined && { upload }),
})

/** A whole number from the form or the address; 0 where it is none. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

/** Where to go back to after something was done about an entry. */
export function backFrom(visit: Visit): string {
  const back = visit.field('back')
  return /^[a-z0-9-]{1,64}$/.test(back) ? `/lexicon/entry/${back}` : '/lexicon'
}
