import { page, type Where } from '../where.js'

/** The weekly summary of somebody who manages a unit, as a page of its own. */
export function SummaryPage({ where, html }: { where: Where; html: string }) {
  return (
    <main class="summary-page">
      <p class="summary-page__back">
        <a href={page(where)}>{where.words.errors.back}</a>
      </p>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  )
}
