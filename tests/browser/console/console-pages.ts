import type { Page } from 'playwright-core'
import type { OpenedLexicon } from '../../console/lexicon/open-lexicon.js'
import type { furnishPages } from './furnish-pages.js'

type People = Awaited<ReturnType<typeof furnishPages>>

/** What a page is called, who sees it, where it is, and what they do there first. */
export type Row = readonly [
  name: string,
  who: keyof People | null,
  path: string,
  act?: (page: Page, plant: OpenedLexicon, people: People) => Promise<unknown>,
]

const press = (name: string) => (page: Page) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])

const DRAFT = 'Das ist mein Fehler. Wir challengen das Daily, weil der Einkauf wieder nicht geliefert hat.'
const FAULTY = 'tuning:\n  - threshold: gibt-es-nicht\n    weight: schwer\n  - allow: 12\n'

/** All pages of the console, in an order in which each finds what it needs; `:olga` stands for Olga's pseudonym. */
export const consolePages: Readonly<Record<string, readonly Row[]>> = {
  'signing in and getting lost': [
    ['sign-in', null, '/sign-in'],
    ['not-found', 'jana', '/gibt-es-nicht'],
  ],
  'a page of one’s own, and drafts': [
    ['consent', 'murat', '/me'],
    ['me', 'jana', '/me'],
    ['me-paused', 'bernd', '/me'],
    ['erase', 'jana', '/me/erase'],
    ['erased', 'kim', '/me/erase', press('löschen')],
    ['try', 'murat', '/try'],
    [
      'try-result',
      'jana',
      '/try',
      async (page) => {
        await page.locator('#text').fill(DRAFT)
        await press('Prüfen')(page)
      },
    ],
  ],
  'changes and reports': [
    ['changes', 'jana', '/changes'],
    ['change', 'jana', '/changes/2'],
    ['team', 'katrin', '/team'],
    ['team-unit', 'katrin', '/team/montage'],
    ['team-older', 'katrin', '/team/montage/2026-02-09'],
    ['team-none', 'bernd', '/team/lager'],
  ],
  'entries of the lexicon': [
    ['lexicon', 'leon', '/lexicon?label=blame'],
    ['lexicon-nothing', 'leon', '/lexicon?text=gibt-es-nicht'],
    ['entry', 'leon', '/lexicon/entry/anglicism-canceln'],
    ['entry-rule', 'olga', '/lexicon/entry/blame-de-weil-andere'],
    ['entry-own', 'leon', '/lexicon/entry/eigen-rampdown'],
    ['entry-unknown', 'leon', '/lexicon/entry/gibt-es-nicht'],
    ['entry-edit', 'leon', '/lexicon/entry/eigen-rampdown/edit'],
  ],
  'changing the lexicon': [
    [
      'new',
      'leon',
      '/lexicon/new',
      async (page) => {
        await page.getByLabel('Begriff', { exact: true }).fill('Donaudampfschifffahrtsgesellschaft')
        await press('Formen ansehen')(page)
      },
    ],
    [
      'new-faulty',
      'leon',
      '/lexicon/new?term=Streik',
      async (page) => {
        await page.getByLabel('Warum').fill('Weil.')
        await page.getByLabel('einen Kanal').check()
        await page.getByLabel('Kanal', { exact: true }).fill('hier')
        await press('In den Entwurf')(page)
      },
    ],
    ['new-rule', 'leon', '/lexicon/new?kind=pattern'],
    ['allow', 'leon', '/lexicon/allow?word=Sprint'],
    ['thresholds', 'olga', '/lexicon/thresholds'],
    [
      'thresholds-faulty',
      'leon',
      '/lexicon/thresholds',
      async (page) => {
        await page.locator('[name="blame/team"]').fill('99')
        await press('In den Entwurf')(page)
      },
    ],
  ],
  'publishing the lexicon': [
    ['draft', 'leon', '/lexicon/draft'],
    ['draft-faulty', 'nina', '/lexicon/draft'],
    ['draft-submitted', 'olga', '/lexicon/draft'],
    ['draft-empty', 'tom', '/lexicon/draft'],
    ['draft-drop', 'leon', '/lexicon/draft/drop'],
    ['draft-conflicts', 'mira', '/lexicon/draft/conflicts'],
    ['approvals', 'leon', '/lexicon/approvals'],
    ['approval', 'leon', '/lexicon/approvals/:olga'],
    ['history', 'leon', '/lexicon/history'],
    ['version', 'leon', '/lexicon/history/2'],
    [
      'import',
      'leon',
      '/lexicon/import',
      async (page) => {
        await page.getByLabel('Oder den Text hier einfügen').fill(FAULTY)
        await press('In den Entwurf')(page)
      },
    ],
  ],
  'offices and the works council': [
    [
      'sessions',
      'leon',
      '/sessions',
      async (page) => {
        await page.getByLabel('Konto', { exact: true }).fill('leon')
        await press('Anmeldungen dieses Kontos beenden')(page)
      },
    ],
    ['audit', 'sofie', '/council/audit'],
    ['council', 'sofie', '/council'],
    ['council-proposed', 'leon', '/council', press('Jetzige Einstellungen vorschlagen')],
    ['council-to-confirm', 'sofie', '/council'],
    ['council-agreed', 'sofie', '/council', press('Bestätigen')],
    [
      'council-held',
      'sofie',
      '/council',
      async (page, { store, house, clock }) => {
        const { KLARTEXT_NUDGE_DAYS: _, ...config } = house.agreement.current.config
        const agreed = { ...config, KLARTEXT_SLACK_ONLY_IN: 'C024BE91L' }
        const [hash, proposedRole] = ['f'.repeat(64), 'admin' as const]
        await store.console.propose({
          hash,
          config: agreed,
          proposedBy: 'a',
          proposedRole,
          proposedAt: clock(),
        })
        await store.console.confirm(hash, 'b', 'works-council', clock())
        await house.agreement.refresh()
        await page.reload()
      },
    ],
    ['me-held', 'jana', '/me'],
    [
      'kept-text',
      'tom',
      '/try',
      async (page, { store }, { tom }) => {
        await page.locator('#text').fill(DRAFT)
        await store.console.closeSessions(tom.person)
        await press('Prüfen')(page)
      },
    ],
  ],
}
