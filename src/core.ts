import { chooseNudge } from './coaching/coach.js'
import { compose } from './coaching/compose.js'
import { nextDay } from './coaching/quiet-hours.js'
import { nameOf } from './name-of.js'
import { mondayOf, mondays, nextMonday, ownWeeks } from './own-weeks.js'
import { createPipeline, type Pipeline } from './pipeline.js'
import { newestSummaries } from './summary/managed.js'
import { summaryWords } from './summary/wording/index.js'
import { createTeamTermsOf, entriesNamed } from './team-terms.js'
import { createTurns } from './turns.js'
import type { Answer, Core, Nudge, Person, Settings, Store } from './types.js'

/** What the core asks of the delivery room. */
export interface Outbox {
  /** A nudge waits. */
  wake(): void
  /** A message is gone: drops or removes its nudge. */
  forget(deletion: Parameters<Store['forget']>[0]): Promise<void>
  /** Nudges are to be removed from the chat. */
  remove(): void
}

/** Puts the rooms together into what adapters may ask. */
export function createCore(pipeline: Pipeline, outbox: Outbox): Core {
  const { store, lexicon, scopesOf, settingsOf, clock, timeZone } = pipeline
  const teamTermsOf = createTeamTermsOf(store)
  const handle = createPipeline(pipeline, teamTermsOf)
  // Who changes or erases waits for their messages under way, or these would write what no longer holds.
  const people = createTurns()

  const change = async (person: Person, patch: Partial<Settings>): Promise<Settings> => {
    const settings = { ...(await settingsOf(person)), ...patch }
    try {
      await store.saveSettings(person, settings, clock())
    } finally {
      settingsOf.forget(person)
    }
    if (!settings.optedIn) await store.dropPending(person)
    return settings
  }

  /** A term may stand in several lexicons: whoever calls it their own means it in all of them. */
  const rulesMeant = (answer: Answer, { rules }: Nudge): readonly string[] => {
    if (answer !== 'team-term') return rules
    const { entries, analyzer } = lexicon.current()
    return rules.flatMap((rule) => [
      rule,
      ...entriesNamed(entries.get(rule)?.name ?? rule, entries, analyzer),
    ])
  }

  return {
    handle: (incoming) =>
      people.among(nameOf(incoming.author), async () => {
        if (await handle(incoming)) outbox.wake()
      }),
    async deleted({ address, author, at = clock() }) {
      const optedIn = author !== undefined && (await settingsOf(author)).optedIn
      await outbox.forget(optedIn ? { address, author, at } : { address, at })
    },
    async check(person, message) {
      const settings = await settingsOf(person)
      const scopes = message.scopes ?? (await scopesOf(person, null))
      const { analyzer, entriesIn } = lexicon.current()
      const entries = entriesIn(scopes)
      const analysis = analyzer.analyze({ ...message, scopes })
      const nudge = chooseNudge(analysis, entries, settings, false)
      return { analysis, nudge: nudge && compose(nudge, entries, settings) }
    },
    answer: (person, id, answer) =>
      people.alone(nameOf(person), async () => {
        const stored = await store.nudge(id)
        if (!stored || nameOf(stored.to) !== nameOf(person)) return null
        await store.saveAnswer(id, answer, clock())
        const settings = await settingsOf(person)
        const patch = consequence(
          answer,
          rulesMeant(answer, stored.nudge),
          settings,
          nextDay(clock(), timeZone),
        )
        return patch ? change(person, patch) : settings
      }),
    settings: settingsOf,
    change: (person, patch) => people.alone(nameOf(person), () => change(person, patch)),
    pause: (person) =>
      people.alone(nameOf(person), () => change(person, { pausedUntil: nextDay(clock(), timeZone) })),
    timeZone,
    async weeks(person) {
      const weeks = mondays(clock(), timeZone)
      return ownWeeks(await store.ownSightings(person, weeks[0]!), weeks)
    },
    async summaries(person) {
      const { language, tone } = await settingsOf(person)
      const words = summaryWords(language === 'auto' ? 'de' : language, tone)
      const parts = { store, entries: lexicon.current().entries, timeZone }
      return newestSummaries(parts, person, mondayOf(clock(), timeZone), words)
    },
    async export(person) {
      return { settings: await settingsOf(person), ...(await store.personalData(person)) }
    },
    erase: (person) =>
      people.alone(nameOf(person), async () => {
        // First, so that it holds whatever becomes of the rest.
        if (await store.settings(person)) await change(person, { optedIn: false })
        try {
          await store.erase(person, clock())
        } finally {
          settingsOf.forget(person)
          outbox.remove()
        }
      }),
    teamTerms: async (channel) => [...(await teamTermsOf(channel))],
    async setTeamTerm(channel, word, allowed) {
      const { entries, analyzer } = lexicon.current()
      const terms = entriesNamed(word, entries, analyzer)
      try {
        await store.saveTeamTerms(channel, terms, allowed, clock())
      } finally {
        teamTermsOf.forget(channel)
      }
      return terms
    },
    async saveRoster(team, members) {
      const taking: Person[] = []
      for (const member of members) if ((await settingsOf(member)).optedIn) taking.push(member)
      await store.saveRoster(team, taking, nextMonday(clock(), timeZone))
    },
    departed: (tenant) => store.saveDeparture(tenant, clock()),
    arrived: (tenant) => store.dropDeparture(tenant),
    vault: store.vault,
  }
}

/** What an answer changes at once in the settings of the one who gave it. */
function consequence(
  answer: Answer,
  rules: readonly string[],
  settings: Settings,
  tomorrow: Date,
): Partial<Settings> | null {
  switch (answer) {
    case 'mute-rule':
    case 'team-term':
      return { mutedRules: [...new Set([...settings.mutedRules, ...rules])] }
    case 'pause':
      return { pausedUntil: tomorrow }
    default:
      return null
  }
}
