import type { Label, Language } from '../../../types.js'
import type { EntryQuery } from '../../../workbench/workbench.js'
import { openDesk } from '../../pages/lexicon/desk.js'
import { changeSoFar } from '../../pages/lexicon/entry-change.js'
import { Home } from '../../pages/lexicon/home.js'
import type { Route, Visit } from '../../route.js'
import { annoyances } from './annoyances.js'
import { backFrom, does, page, shows, wholeNumber } from './page.js'
import { saveStep } from './save-step.js'

function queryOf(visit: Visit, labels: Readonly<Record<Label, string>>): EntryQuery {
  const label = visit.query('label')
  const language = visit.query('language')
  const origin = visit.query('origin')
  return {
    text: visit.query('text').trim().slice(0, 100),
    ...(Object.hasOwn(labels, label) && { label: label as Label }),
    ...((language === 'de' || language === 'en') && { language: language as Language }),
    ...((origin === 'shipped' || origin === 'own') && { origin: origin as 'shipped' | 'own' }),
    ...(visit.query('touched') !== '' && { touched: true }),
    page: Math.max(1, wholeNumber(visit.query('page'))),
  }
}

/** Looking things up, and what annoys. */
export const homeRoutes: readonly Route[] = [
  shows('/lexicon', async (visit) => {
    const desk = await openDesk(visit)
    const query = queryOf(visit, desk.labels)
    const found = visit.house.workbench.search(query)
    const annoying = await annoyances(visit.house)
    return page(desk.words.home.title, <Home desk={desk} annoying={annoying} query={query} found={found} />)
  }),

  does('/lexicon/rules', async (visit) => {
    const { house, field } = visit
    const detail = await house.workbench.entry(field('rule'))
    const act = field('act')
    if (!detail || (act !== 'on' && act !== 'off')) return { refuse: 404 }
    const desk = await openDesk(visit)
    const { value } = changeSoFar(desk, detail)
    const key = { scope: 'company', kind: 'change', name: detail.line.id } as const
    const status = act === 'on' ? 'active' : 'retired'
    await saveStep(desk, key, { ...value, status }, wholeNumber(field('base')))
    return { goTo: backFrom(visit), said: 'lexicon-saved' }
  }),
]
