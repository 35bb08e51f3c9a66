import type { Entry } from '../lexicon/lexicon.js'
import type {
  Audience,
  KeptTuningItem,
  Label,
  Language,
  Scope,
  TuningItem,
  TuningKey,
  TuningStep,
} from '../types.js'

/** What somebody looks for in the lexicons. */
export interface EntryQuery {
  /** A part of an id or name, or any whole form, such as `gecancelt`; empty for all. */
  readonly text: string
  readonly label?: Label
  readonly language?: Language
  readonly origin?: 'shipped' | 'own'
  /** Only entries that the company has changed or allowed. */
  readonly touched?: boolean
  /** Counts from 1. */
  readonly page: number
}

export interface EntryLine extends Pick<Entry, 'id' | 'name' | 'label' | 'language' | 'status' | 'instead'> {
  readonly origin: 'shipped' | 'own'
  /** For whom it is; `company` for all that is shipped. */
  readonly scope: Scope
  /** Whether the company has changed or allowed it somewhere. */
  readonly touched: boolean
}

export interface EntryPage {
  readonly total: number
  /** 50 at most. */
  readonly lines: readonly EntryLine[]
}

/** All there is to know of one entry. */
export interface EntryDetail {
  readonly line: EntryLine
  readonly entry: Entry
  /** Every form in which it is found, as compared: lower case, ae/oe/ue/ss. Empty for patterns. */
  readonly forms: readonly string[]
  readonly patterns: readonly string[]
  readonly unless: readonly string[]
  readonly needs: readonly string[]
  readonly flag: readonly string[]
  readonly allow: readonly string[]
  /** What the company has set about it, the entry itself among it where it is its own. */
  readonly items: readonly KeptTuningItem[]
}

/** How a value misses the shape of its field. */
export interface FaultShape {
  readonly kind:
    | 'missing'
    | 'empty'
    | 'too-long'
    | 'too-many'
    | 'out-of-range'
    | 'not-one-of'
    | 'wrong-kind'
    | 'unknown-field'
  /** The most characters, items or the bound of a number; what may stand there instead. */
  readonly limit?: string
}

/** What is wrong with a step, so that it cannot be published. */
export interface TuningFault {
  readonly key: TuningKey
  readonly code:
    | 'schema'
    | 'pattern'
    | 'reserved'
    | 'too-wide'
    | 'flag-not-found'
    | 'allow-found'
    | 'unknown-entry'
    | 'unknown-scope'
    | 'taken-id'
    | 'yaml'
    | 'too-much'
  /** Of the code `schema`, where it is one of the usual ones. */
  readonly shape?: FaultShape
  /** `line:col` in the file it came from, or the field, such as `patterns.2:14` with the character within it. */
  readonly where: string
  /** In English, as everywhere in the lexicons; the console has words of its own for most codes. */
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** What a change would do to the sentences that come with Klartext. */
export interface Preview {
  readonly sentences: number
  /** How many of these deserve no hint at all. */
  readonly harmless: number
  readonly newly: readonly PreviewHit[]
  readonly gone: readonly PreviewHit[]
}

export interface PreviewHit {
  readonly text: string
  readonly language: Language
  readonly audience: Audience
  readonly harmless: boolean
  readonly label: Label
  readonly rules: readonly string[]
}

/** What admins tend the lexicon with. */
export interface Workbench {
  search(query: EntryQuery): EntryPage
  entry(id: string): Promise<EntryDetail | null>
  /** All forms that a term would take. */
  formsOf(value: Extract<TuningItem, { kind: 'entry' }>['value']): readonly string[]
  /** Reads an imported file; its steps are based on what stands now. Faults leave it unread as a whole. */
  read(
    yaml: string,
  ): Promise<{ readonly steps: readonly TuningStep[] } | { readonly faults: readonly TuningFault[] }>
  /** All items in force as a file that {@link read} takes. */
  write(): Promise<string>
  /** What keeps steps from being published: shape, patterns, own examples, reserved terms, width. */
  check(steps: readonly TuningStep[]): Promise<readonly TuningFault[]>
  preview(steps: readonly TuningStep[]): Promise<Preview>
  /** By label, how much wording it takes as Klartext comes. */
  thresholds(): Readonly<Record<Label, number>>
}

/** Limits of one imported file. */
export const IMPORT = { bytes: 256 * 1024, entries: 5000 } as const
