import type { Audience, Label, Language } from './wording.js'

/** For whom something holds: `company`, `unit/<id>` or `channel/<platform>/<tenant>/<channel>`; at most 250 characters. */
export type Scope = string

/** What may be set about the lexicons. */
export type TuningKind = 'entry' | 'allow' | 'change' | 'threshold'

/** An entry of the company's own, in the fields of `lexicons/README.md`. */
export interface OwnEntry {
  readonly label: Label
  readonly language: Language
  readonly why: string
  readonly instead: readonly string[]
  readonly source?: string
  readonly status?: 'active' | 'probation'
  readonly audience?: readonly Audience[]
  readonly weight?: number
  readonly name?: string
  /** Exactly one of the next five. */
  readonly noun?: string
  readonly verb?: string
  readonly adjective?: string
  readonly word?: string
  readonly patterns?: readonly string[]
  readonly forms?: readonly string[]
  readonly unless?: readonly string[]
  readonly 'unless-clause'?: readonly string[]
  readonly 'unless-message'?: readonly string[]
  /** Sentences in which it is found, and near ones in which it is not. */
  readonly flag?: readonly string[]
  readonly allow?: readonly string[]
}

/** What is different about an entry that comes with Klartext, or about one of the company's own. */
export interface EntryChange {
  /** `retired`: not counted at all; `probation`: counted, never nudged. */
  readonly status?: 'active' | 'probation' | 'retired'
  readonly why?: string
  readonly instead?: readonly string[]
  readonly weight?: number
  readonly audience?: readonly Audience[]
}

/**
 * One thing that the company has set about its lexicon. What is set again under scope, kind and name replaces it. Of an
 * entry or a change, `name` is the id of the entry.
 */
export type TuningItem = { readonly scope: Scope } & (
  | { readonly kind: 'entry'; readonly name: string; readonly value: OwnEntry }
  /** A word, or the id of an entry, that is not counted. */
  | { readonly kind: 'allow'; readonly name: string; readonly value: Readonly<Record<string, never>> }
  | { readonly kind: 'change'; readonly name: string; readonly value: EntryChange }
  /** How much wording of a label it takes; `name` is the label, or `label/audience`. Company-wide only. */
  | { readonly kind: 'threshold'; readonly name: string; readonly value: { readonly weight: number } }
)

/** An item with the version in which it was set, from 1 on. */
export type KeptTuningItem = TuningItem & { readonly since: number }

/** What names an item: set again, it is replaced. */
export type TuningKey = Pick<TuningItem, 'scope' | 'kind' | 'name'>

/** One step of a change: what an item shall be, or that it shall go. */
export interface TuningStep extends TuningKey {
  /** Null: the item goes. */
  readonly value: TuningItem['value'] | null
  /** The `since` of the item as its author saw it; 0 where there was none. */
  readonly base: number
}

/** A published state of the company's lexicon; the first is 1. */
export interface TuningVersion {
  readonly version: number
  readonly at: Date
  /** Pseudonyms; `klartext` where a rule was put on probation by itself. */
  readonly author: string
  /** Who approved it, where a second pair of eyes was asked for. */
  readonly approver: string | null
  /** One to 200 characters. */
  readonly reason: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** The version that it went back to; null where it was not one. */
  readonly backTo: number | null
}

/** What one version changed about one item. */
export interface TuningDifference extends TuningKey {
  readonly before: TuningItem['value'] | null
  readonly after: TuningItem['value'] | null
}

/** A change on its way to being published; each author has one at most. */
export interface TuningDraft {
  /** Pseudonym. */
  readonly author: string
  readonly steps: readonly TuningStep[]
  /** Set once it waits for a second pair of eyes. */
  readonly submitted: { readonly at: Date; readonly reason: string } | null
}

/** Two people changed the same item: what stands now, beside what was to be. */
export interface TuningConflict extends TuningKey {
  readonly current: KeptTuningItem | null
  readonly step: TuningStep
}

/** How people answered a rule's nudges; shares only where enough people answered. */
export interface RuleAnswers {
  readonly rule: string
  readonly label: Label
  /** Different people who answered, at least the number asked for. */
  readonly people: number
  /** Of these, how many called it not helpful, a quotation, a term of theirs, or any of the three. */
  readonly notHelpful: number
  readonly quotation: number
  readonly teamTerm: number
  readonly negative: number
}
