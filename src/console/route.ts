import type { ComponentChildren } from 'preact'
import type { Language, Person, Role, Settings, Tone } from '../types.js'
import type { House } from './house.js'

/** An address of the console below `/console`, and who may ask for it. All authorisation is in this table. */
export interface Route {
  readonly method: 'get' | 'post'
  /** In Express's syntax, such as `/lexicon/:id`. */
  readonly path: string
  /** One of these suffices; everybody who signed in is an `employee`. */
  readonly roles: readonly Role[]
  /** Takes a file beside its fields; its bytes at most. */
  readonly upload?: number
  readonly handle: (visit: Visit) => Promise<Reply>
}

/** One request of somebody who is signed in and may make it. */
export interface Visit {
  readonly house: House
  readonly person: Person
  readonly roles: ReadonlySet<Role>
  /** The person's pseudonym for lexicon versions and the audit log. */
  readonly actor: string
  readonly settings: Settings
  readonly language: Language
  readonly tone: Tone
  readonly signedInAt: Date
  /** Goes into every form as the field `csrf`. */
  readonly csrf: string
  readonly now: Date
  /** Below `/console`, such as `/lexicon`, without the query. */
  readonly path: string
  /** A parameter of the path. */
  param(name: string): string
  /** A parameter of the query; empty where it is missing or given twice. */
  query(name: string): string
  /** A field of the form; empty where it is missing or given twice. Line breaks as `\n`. */
  field(name: string): string
  /** All values of a field. */
  fields(name: string): readonly string[]
  /** The text of the uploaded file; null where none came. */
  readonly file: string | null
}

/** The parts of the console that its navigation knows. */
export type Area = 'me' | 'try' | 'changes' | 'team' | 'lexicon' | 'council'

/** What a route answers. */
export type Reply =
  | {
      readonly title: string
      readonly area: Area
      readonly body: ComponentChildren
      /** Default 200. */
      readonly status?: number
      /** Whether this ended the session, so that the page is in the frame of somebody who is not signed in. */
      readonly signedOut?: boolean
    }
  /** Goes to a path below `/console`; `said` is a word of the notice that is shown there once. */
  | { readonly goTo: string; readonly said?: string }
  | { readonly download: string; readonly type: string; readonly name: string }
  /** Nothing here, or not for them: which of the two is not told. */
  | { readonly refuse: 403 | 404 }
