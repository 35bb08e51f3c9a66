import { AllowPage } from '../../pages/lexicon/allow.js'
import { type Desk, openDesk } from '../../pages/lexicon/desk.js'
import type { FieldFault, Filled } from '../../pages/lexicon/fields.js'
import { scopeTyped } from '../../pages/lexicon/scope-fields.js'
import { typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route } from '../../route.js'
import { does, page, shows } from './page.js'
import { readScope } from './read-scope.js'
import { baseOf, saveStep } from './save-step.js'

/** Allowing a word, also by a link that names it. */
export const allowRoutes: readonly Route[] = [
  shows('/lexicon/allow', async (visit) => {
    const desk = await openDesk(visit)
    const typed = typedFrom({ word: visit.query('word').slice(0, 100), ...scopeTyped(visit.query('scope')) })
    return shown(desk, { typed, faults: new Map() }, 200)
  }),

  does('/lexicon/allow', async (visit) => {
    const desk = await openDesk(visit)
    const typed = typedBy(visit)
    const faults = new Map<string, FieldFault[]>()
    const scope = readScope(typed, desk, faults)
    const word = visit.field('word').trim().replace(/\s+/g, ' ')
    if (word === '') faults.set('word', [{ text: desk.words.needed }])
    if (word.length > 100) faults.set('word', [{ text: desk.words.tooLong(100) }])
    if (faults.size > 0) return shown(desk, { typed, faults }, 422)
    const key = { scope, kind: 'allow', name: word } as const
    const base = await baseOf(desk, key)
    const [found] = await visit.house.workbench.check([{ ...key, value: {}, base }])
    if (found) {
      const [what, remedy] = desk.words.fault.codes[found.code]
      const detail = `found ${found.found}, expected ${found.expected}`
      return shown(desk, { typed, faults: new Map([['word', [{ text: `${what} ${remedy}`, detail }]]]) }, 422)
    }
    await saveStep(desk, key, {}, base)
    return { goTo: '/lexicon/draft', said: 'lexicon-saved' }
  }),
]

function shown(desk: Desk, filled: Filled, status: number): Reply {
  return page(desk.words.allow.title, <AllowPage desk={desk} filled={filled} />, status)
}
