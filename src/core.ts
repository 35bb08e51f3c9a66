import { chooseNudge } from './coaching/coach.js'
import { compose } from './coaching/compose.js'
import { nextDay } from './coaching/quiet-hours.js'
import { handle, type Pipeline } from './pipeline.js'
import type { Answer, Core, Nudge, Person, Settings } from './types.js'

/** What the core asks of the delivery room. */
export interface Outbox {
  /** A nudge waits. */
  wake(): void
  /** A message is gone: drops or removes its nudge. */
  forget(address: Parameters<Core['deleted']>[0]): Promise<void>
}

/** Puts the rooms together into what adapters may ask. */
export function createCore(pipeline: Pipeline, outbox: Outbox): Core {
  const { store, analyzer, entries, settingsOf, clock, timeZone } = pipeline

  const change = async (person: Person, patch: Partial<Settings>): Promise<Settings> => {
    const settings = { ...(await settingsOf(person)), ...patch }
    await store.saveSettings(person, settings, clock())
    if (!settings.optedIn) await store.dropPending(person)
    return settings
  }

  return {
    async handle(incoming) {
      if (await handle(pipeline, incoming)) outbox.wake()
    },
    async deleted(address) {
      await outbox.forget(address)
    },
    async check(person, message) {
      const settings = await settingsOf(person)
      const analysis = analyzer.analyze(message)
      const nudge = chooseNudge(analysis, entries, settings, false)
      return { analysis, nudge: nudge && compose(nudge, entries, settings) }
    },
    async answer(person, id, answer) {
      const stored = await store.nudge(id)
      if (!stored || !isSame(stored.to, person)) return null
      await store.saveAnswer(id, answer, clock())
      const settings = await settingsOf(person)
      const patch = consequence(answer, stored.nudge, settings, nextDay(clock(), timeZone))
      return patch ? change(person, patch) : settings
    },
    settings: settingsOf,
    change,
  }
}

/** What an answer changes at once in the settings of the one who gave it. */
function consequence(
  answer: Answer,
  nudge: Nudge,
  settings: Settings,
  tomorrow: Date,
): Partial<Settings> | null {
  switch (answer) {
    case 'mute-rule':
    case 'team-term':
      return { mutedRules: [...new Set([...settings.mutedRules, ...nudge.rules])] }
    case 'pause':
      return { pausedUntil: tomorrow }
    default:
      return null
  }
}

function isSame(a: Person, b: Person): boolean {
  return a.platform === b.platform && a.tenant === b.tenant && a.user === b.user
}
