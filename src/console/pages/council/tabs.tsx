import type { CouncilWords } from '../../words/council.js'

/** The two parts of the works council's page. */
export const CouncilTabs = ({ here, words }: { here: 'overview' | 'audit'; words: CouncilWords }) => (
  <nav class="tabs" aria-label={words.tabs.label}>
    <a href="/console/council" aria-current={here === 'overview' ? 'page' : undefined}>
      {words.tabs.overview}
    </a>
    <a href="/console/council/audit" aria-current={here === 'audit' ? 'page' : undefined}>
      {words.tabs.audit}
    </a>
  </nav>
)
