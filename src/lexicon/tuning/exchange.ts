import type { CompiledLanguage, CompiledRule } from '../../analyzer/compiled.js'
import type { Language, TuningDifference, TuningItem } from '../../types.js'
import type { TuningSettings } from './settings.js'

/** What the compiling thread is asked, one thing at a time. */
export type Request =
  | { readonly ask: 'add'; readonly items: readonly TuningItem[] }
  /** Compile all that was added. */
  | { readonly ask: 'everything' }
  /** Change what was added, and compile what has changed since all was last compiled. */
  | { readonly ask: 'changes'; readonly differences: readonly TuningDifference[] }
  /** Compile these and nothing else, and forget them. */
  | { readonly ask: 'try'; readonly items: readonly TuningItem[] }
  /** How an entry stands in its file, given by its path below `lexicons`. */
  | { readonly ask: 'source'; readonly file: string; readonly id: string }
  /** The next piece of what was compiled. */
  | { readonly ask: 'next' }

export type Answer =
  | { readonly count: number; readonly fresh?: number }
  | { readonly piece: Piece }
  | { readonly source: EntrySource | null }
  | { readonly done: true }

/** A part of what was compiled, small enough to be taken between two messages. */
export type Piece =
  | {
      readonly is: 'language'
      readonly layer: 'old' | 'fresh'
      readonly language: Language
      readonly compiled: Omit<CompiledLanguage, 'rules'>
    }
  | {
      readonly is: 'rules'
      readonly layer: 'old' | 'fresh'
      readonly language: Language
      readonly rules: readonly CompiledRule[]
    }
  | {
      readonly is: 'settings'
      readonly settings: TuningSettings
      /** Ids of entries of the old layer that do not hold any more. */
      readonly superseded: ReadonlySet<string>
      /** Ids of entries that could not be compiled. */
      readonly faults: readonly string[]
    }
  | {
      readonly is: 'tried'
      readonly faults: readonly TriedFault[]
      /** The words of each class that the entries refer to, by language and name as `classKey` has it. */
      readonly classes: ReadonlyMap<string, readonly string[]>
    }

/** What is wrong with an entry that was tried. */
export interface TriedFault {
  /** As `keyOf` has it. */
  readonly key: string
  readonly where: string
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** An entry as it stands in its file. */
export interface EntrySource {
  /** Every form in which it is found; empty for patterns. */
  readonly forms: readonly string[]
  readonly patterns: readonly string[]
  readonly unless: readonly string[]
  readonly needs: readonly string[]
  readonly flag: readonly string[]
  readonly allow: readonly string[]
}
