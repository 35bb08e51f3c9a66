import type { Adapter, NudgeText, Person, PlatformName, Settings, Store, StoredNudge } from '../types.js'
import type { Tally } from './tally.js'

/** The little that delivery needs of a logger; pino fits. */
export interface DeliveryLog {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What delivery is made of. */
export interface DeliveryParts {
  readonly store: Pick<
    Store,
    'claim' | 'settle' | 'forget' | 'abandonSending' | 'unknowns' | 'removals' | 'removed' | 'expire'
  >
  readonly adapters: ReadonlyMap<PlatformName, Pick<Adapter, 'deliver' | 'retract' | 'find'>>
  /** Puts a nudge into words; null where there is nothing left to say, such as a rule that is gone. */
  readonly compose: (stored: StoredNudge, settings: Settings) => NudgeText | null | Promise<NudgeText | null>
  readonly settingsOf: (person: Person) => Promise<Settings>
  readonly clock: () => Date
  readonly log: DeliveryLog
  /** Milliseconds between two rounds; default 1000. */
  readonly every?: number
  /** Milliseconds that `stop` waits for what is under way; default 10,000. */
  readonly patience?: number
}

/** The parts, and what is shared while they run. */
export interface Running extends DeliveryParts {
  readonly tally: Tally
  /** True once nothing more is to be begun. */
  readonly isStopping: () => boolean
}
