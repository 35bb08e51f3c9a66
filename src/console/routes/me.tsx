import type { Settings } from '../../types.js'
import { type Words, wordsFor } from '../../words/index.js'
import { unmuted } from '../../words/topics.js'
import { ErasedPage, ErasePage } from '../pages/me/erase-page.js'
import { MePage } from '../pages/me/me-page.js'
import {
  type PreferenceFaults,
  type PreferenceValues,
  readPreferences,
  valuesIn,
  valuesOf,
} from '../pages/me/preference-values.js'
import type { Reply, Route, Visit } from '../route.js'
import { meWords } from '../words/me.js'

/** Everybody's own page: nobody else's is at any address. */
export const meRoutes: readonly Route[] = [
  { method: 'get', path: '/me', roles: ['employee'], handle: (visit) => show(visit) },
  changing('join', () => ({ optedIn: true }), 'me-joined'),
  changing('leave', () => ({ optedIn: false }), 'me-left'),
  changing('resume', () => ({ pausedUntil: null }), 'me-resumed'),
  changing('unmute', (visit) => unmuted(visit.field('muted'), visit.settings), 'me-unmuted'),
  {
    method: 'post',
    path: '/me/pause',
    roles: ['employee'],
    async handle({ house, person }) {
      await house.core.pause(person)
      return { goTo: '/me', said: 'me-paused' }
    },
  },
  {
    method: 'post',
    path: '/me/settings',
    roles: ['employee'],
    async handle(visit) {
      const values = valuesIn(visit)
      const read = readPreferences(values, visit.settings)
      if ('faults' in read) return show(visit, values, read.faults)
      await visit.house.core.change(visit.person, read.patch)
      return { goTo: '/me', said: 'me-saved' }
    },
  },
  {
    method: 'post',
    path: '/me/export',
    roles: ['employee'],
    async handle({ house, person, now }) {
      const data = await house.core.export(person)
      return {
        download: `${JSON.stringify(data, null, 2)}\n`,
        type: 'application/json',
        name: `klartext-${now.toISOString().slice(0, 10)}.json`,
      }
    },
  },
  {
    method: 'get',
    path: '/me/erase',
    roles: ['employee'],
    async handle(visit) {
      const { chat, words } = wordsOf(visit)
      return {
        title: chat.home.eraseTitle,
        area: 'me',
        body: <ErasePage visit={visit} chat={chat} words={words} />,
      }
    },
  },
  {
    method: 'post',
    path: '/me/erase',
    roles: ['employee'],
    async handle(visit) {
      const { house, person } = visit
      const { words } = wordsOf(visit)
      await house.core.erase(person)
      await house.store.console.closeSessions(person)
      return { title: words.erasedTitle, area: 'me', body: <ErasedPage words={words} />, signedOut: true }
    },
  },
  {
    method: 'post',
    path: '/me/sign-out',
    roles: ['employee'],
    async handle({ house, person }) {
      await house.store.console.closeSessions(person)
      return { goTo: '/', said: 'signed-out' }
    },
  },
]

/** A button of the page that changes the person's own settings, and nothing where there is nothing to change. */
function changing(name: string, patchOf: (visit: Visit) => Partial<Settings> | null, said: string): Route {
  return {
    method: 'post',
    path: `/me/${name}`,
    roles: ['employee'],
    async handle(visit) {
      const patch = patchOf(visit)
      if (patch) await visit.house.core.change(visit.person, patch)
      return patch ? { goTo: '/me', said } : { goTo: '/me' }
    },
  }
}

const wordsOf = ({ language, tone, person }: Visit) => ({
  chat: chatWords(language, tone, person.platform),
  words: meWords[language](tone),
})

/** The chat for trying out has no words of its own here: what would differ, the page says itself. */
const chatWords = (language: Visit['language'], tone: Visit['tone'], platform: string): Words =>
  wordsFor({ language, tone }, platform === 'teams' ? 'teams' : 'slack')

async function show(
  visit: Visit,
  values: PreferenceValues = valuesOf(visit.settings),
  faults: PreferenceFaults = {},
): Promise<Reply> {
  const { chat, words } = wordsOf(visit)
  const weeks = visit.settings.optedIn ? await visit.house.core.weeks(visit.person) : []
  return {
    title: words.title,
    area: 'me',
    body: <MePage visit={visit} weeks={weeks} values={values} faults={faults} chat={chat} words={words} />,
    status: Object.keys(faults).length > 0 ? 422 : 200,
  }
}
