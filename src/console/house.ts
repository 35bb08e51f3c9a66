import type { LiveLexicon } from '../tuning/live-lexicon.js'
import type { Core, Person, Role, Store } from '../types.js'
import type { Workbench } from '../workbench/workbench.js'

/** What all routes of the console work with. */
export interface House {
  readonly store: Store
  readonly core: Core
  readonly lexicon: LiveLexicon
  readonly workbench: Workbench
  readonly agreement: AgreementDesk
  readonly facts: Facts
  readonly timeZone: string
  /** Whether a second pair of eyes must approve a change of the lexicon. */
  readonly fourEyes: boolean
}

/** How Klartext is set up, in the words of its settings, for the works council. */
export interface Facts {
  /** People a figure must be of, at least. */
  readonly k: number
  readonly nudgeDays: number
  /** Changes with the list of terms that no lexicon may hold. */
  readonly reserved?: string
  /** Every agreed setting by its name, as {@link AgreementDesk.current}. */
  readonly rows: Readonly<Record<string, string>>
}

/** Holds the configuration against what was agreed with the works council. */
export interface AgreementDesk {
  /** The configuration as it is, and the hash over it. */
  readonly current: { readonly config: Readonly<Record<string, string>>; readonly hash: string }
  /** Whether nothing is read at the moment, as the configuration is not the agreed one. Cheap; at most 60 s old. */
  isHeld(): boolean
  /** Asks the store anew, also for {@link isHeld}. */
  refresh(): Promise<void>
}

/** Who holds which office; read from `KLARTEXT_ROLES`, anew after a change within 30 s. */
export interface Offices {
  rolesOf(person: Person): readonly Exclude<Role, 'employee' | 'manager'>[]
}
