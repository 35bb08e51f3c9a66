/** Leads to the pages before and after; nothing where there is only one. */
export function PagesNav(props: {
  /** Below `/console`. */
  path: string
  page: number
  last: number
  words: { readonly pages: string; readonly page: (page: number, of: number) => string }
  /** What the two links say. */
  back: string
  next: string
}) {
  const { path, page, last, words, back, next } = props
  if (last <= 1) return null
  const to = (target: number) => `/console${path}?page=${target}`
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 && (
        <a class="button button--small" href={to(page - 1)} rel="prev">
          {back}
        </a>
      )}
      <span class="muted">{words.page(page, last)}</span>
      {page < last && (
        <a class="button button--small" href={to(page + 1)} rel="next">
          {next}
        </a>
      )}
    </nav>
  )
}
