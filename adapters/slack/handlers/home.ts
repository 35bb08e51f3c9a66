import type { BlockAction, BlockElementAction } from '@slack/bolt'
import type { Core, Person, Settings } from '../../../src/types.js'
import { unmuted } from '../../../src/words/topics.js'
import { type House, personOf, wordsOf } from '../house.js'
import { dataView } from '../render/data.js'
import { homeView } from '../render/home.js'
import { aboutView, draftForm, termsForm, topicsForm } from '../render/modals.js'
import { respond } from '../respond.js'
import { wordsFor } from '../words.js'

/** The page of one person, and everything that can be set on it. */
export function handleHome(house: House): void {
  const { app, client, core, options } = house

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return
    await publish(house, { platform: 'slack', tenant: body.team_id, user: event.user })
  })

  /** A button or choice that changes something, after which the page is shown anew. */
  const changes = (
    id: string,
    patchOf: (action: BlockElementAction, before: Settings) => Partial<Settings> | null,
  ) =>
    app.action({ type: 'block_actions', action_id: id }, async ({ ack, body, action }) => {
      await ack()
      const person = personOf(body)
      const patch = patchOf(action, await core().settings(person))
      if (patch) await core().change(person, patch)
      await publish(house, person)
    })
  /** A button that opens a window, if it is there for this person. */
  const opens = (id: string, viewOf: (core: Core, person: Person) => Promise<object | null>) =>
    app.action({ type: 'block_actions', action_id: id }, async ({ ack, body }) => {
      await ack()
      const person = personOf(body)
      const view = await viewOf(core(), person)
      if (!view) return
      await client.call(person.tenant, 'views.open', { trigger_id: (body as BlockAction).trigger_id, view })
    })

  changes('join', () => ({ optedIn: true }))
  changes('leave', () => ({ optedIn: false }))
  app.action({ type: 'block_actions', action_id: 'pause' }, async ({ ack, body }) => {
    await ack()
    const person = personOf(body)
    await core().pause(person)
    await publish(house, person)
  })
  changes('resume', () => ({ pausedUntil: null }))
  changes('other-language', (_action, { language }) => ({ language: language === 'en' ? 'de' : 'en' }))
  changes('tone', (action) => oneOf(action, ['du', 'sie'], (tone) => ({ tone })))
  changes('language', (action) => oneOf(action, ['auto', 'de', 'en'], (language) => ({ language })))
  changes('place', (action) => oneOf(action, ['direct', 'channel'], (place) => ({ place })))
  changes('per-day', (action) => numberOf(action, 0, 50, (maxPerDay) => ({ maxPerDay })))
  changes('between', (action) => numberOf(action, 0, 24 * 60, (minutesBetween) => ({ minutesBetween })))
  changes('quiet-from', (action) => timeOf(action, (quietFrom) => ({ quietFrom })))
  changes('quiet-to', (action) => timeOf(action, (quietTo) => ({ quietTo })))
  changes('praise', (action) =>
    action.type === 'checkboxes' ? { praise: action.selected_options.length > 0 } : null,
  )
  changes('unmute', (action, before) => {
    return action.type === 'button' ? unmuted(action.value ?? '', before) : null
  })

  opens('about', async (core, person) => aboutView(await wordsOf(core, person)))
  opens('check', async (core, person) => draftForm(await wordsOf(core, person)))
  opens('topics', async (core, person) => {
    const settings = await core.settings(person)
    return topicsForm(settings, wordsFor(settings))
  })
  opens('export', async (core, person) => dataView(await core.export(person), await wordsOf(core, person)))
  opens('terms', async (core, person) =>
    options.admins?.includes(person.user) ? termsForm(await wordsOf(core, person)) : null,
  )

  app.action({ type: 'block_actions', action_id: 'erase' }, async ({ ack, body }) => {
    await ack()
    const person = personOf(body)
    // Asked before they are gone.
    const words = await wordsOf(core(), person)
    await core().erase(person)
    if (body.container.type === 'view') await publish(house, person)
    else
      await respond(body.response_url, { replace_original: true, text: words.command.erased }, options.apiUrl)
  })
}

/** Shows a person their page. */
export async function publish(house: House, person: Person): Promise<void> {
  const core = house.core()
  const settings = await core.settings(person)
  const parts = {
    settings,
    weeks: settings.optedIn ? await core.weeks(person) : [],
    summaries: await core.summaries(person),
    now: house.clock(),
    timeZone: core.timeZone,
    isAdmin: house.options.admins?.includes(person.user) ?? false,
    console: house.options.console,
    missingScopes: [...(house.missingScopes.get(person.tenant) ?? [])],
  }
  const view = homeView(parts, wordsFor(settings))
  await house.client.call(person.tenant, 'views.publish', { user_id: person.user, view })
}

const chosen = (action: BlockElementAction): string =>
  action.type === 'static_select' ? (action.selected_option?.value ?? '') : ''

function oneOf<Value extends string>(
  action: BlockElementAction,
  values: readonly Value[],
  patch: (value: Value) => Partial<Settings>,
): Partial<Settings> | null {
  const value = values.find((known) => known === chosen(action))
  return value === undefined ? null : patch(value)
}

function numberOf(
  action: BlockElementAction,
  least: number,
  most: number,
  patch: (value: number) => Partial<Settings>,
): Partial<Settings> | null {
  const value = chosen(action)
  const number = Number(value)
  return /^\d{1,4}$/.test(value) && number >= least && number <= most ? patch(number) : null
}

function timeOf(
  action: BlockElementAction,
  patch: (value: string) => Partial<Settings>,
): Partial<Settings> | null {
  const value = action.type === 'timepicker' ? (action.selected_time ?? '') : ''
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? patch(value) : null
}
