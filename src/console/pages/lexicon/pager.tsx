import type { Desk } from './desk.js'
import { at } from './frame.js'

/** How many lines of a list stand on one page. */
export const PAGE = 50

/** Links to the neighbouring pages of a list; nothing where all of it is in sight. */
export function Pager(props: {
  desk: Desk
  path: string
  query?: Readonly<Record<string, string>>
  page: number
  total: number
}) {
  const { desk, path, query = {}, page, total } = props
  const { home } = desk.words
  const last = Math.max(1, Math.ceil(total / PAGE))
  if (last === 1) return null
  const to = (target: number) => {
    const set = Object.entries(query).filter(([, value]) => value !== '')
    return at(`${path}?${new URLSearchParams([...set, ['page', String(target)]])}`)
  }
  return (
    <nav class="pager" aria-label={home.pages}>
      {page > 1 && (
        <a class="button button--small" href={to(page - 1)} rel="prev">
          {home.back}
        </a>
      )}
      <span class="muted">{home.page(page, last)}</span>
      {page < last && (
        <a class="button button--small" href={to(page + 1)} rel="next">
          {home.next}
        </a>
      )}
    </nav>
  )
}
