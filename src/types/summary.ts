import type { Person, TeamAddress } from './platform.js'
import type { Label, Language } from './wording.js'

/** A part of the company: a team, a department, the whole. */
export interface Unit {
  /** 1 to 64 characters: letters, digits, `-`, `_` and `.`. */
  readonly id: string
  /** What people call it; 1 to 64 characters in one line. */
  readonly name: string
  /** The unit that encloses it; null at the top. */
  readonly parent: string | null
}

/** One person's week, as far as it counts; goes into the gate and never comes out of it. */
export interface PersonWeek {
  /** A pseudonym. */
  readonly person: string
  /** Messages seen in that week, at least one. */
  readonly messages: number
  /** How often each label was found. */
  readonly findings: Readonly<Partial<Record<Label, number>>>
  /** The rules that were found, each once. */
  readonly rules: readonly string[]
}

/** A unit with those who count there, and not in a unit within it. Everybody counts in one unit at most. */
export interface UnitWeek extends Unit {
  readonly people: readonly PersonWeek[]
}

/** How often something came up: 0 hardly ever, 1 now and then, 2 often, 3 very often. */
export type Band = 0 | 1 | 2 | 3

/** How a band lies beside the one of the week before. */
export type Direction = 'less' | 'same' | 'more'

/** What may be said of a unit's week: all that ever leaves the gate. */
export interface Figures {
  /** Id of the unit. */
  readonly unit: string
  /** A label that is missing may have any reason. */
  readonly labels: Readonly<
    Partial<Record<Label, { readonly band: Band; readonly direction: Direction | null }>>
  >
  /** Rules that many people met, most of them first; five at most. */
  readonly terms: readonly string[]
}

/** The company as its administration lists it. */
export interface Organisation {
  /** `from`: a team of a platform, whose members are the unit's as well. */
  readonly units: readonly (Unit & { readonly from?: TeamAddress })[]
  /** Somebody with several accounts is one person; whoever manages a unit gets its summary. */
  readonly members: readonly {
    readonly unit: string
    readonly accounts: readonly Person[]
    readonly manages: boolean
  }[]
}

/** The organisation of a week as it is kept: members by their pseudonyms. */
export interface KeptOrganisation {
  readonly units: readonly Unit[]
  readonly members: readonly { readonly unit: string; readonly person: string; readonly manages: boolean }[]
}

/** A summary on its way to one manager. */
export interface SummaryLetter {
  readonly id: string
  readonly to: Person
  /** The manager's own unit. */
  readonly unit: string
  readonly week: Date
  /** Id of the exercise that is suggested. */
  readonly exercise: string
}

/** What a manager gets on a Monday: figures of their unit, or of the smallest one around it that has any. */
export interface Summary {
  /** The manager's own unit. */
  readonly unit: Unit
  /** The unit that the figures are of. */
  readonly of: Unit | null
  /** Null where nothing may be said. */
  readonly figures: Figures | null
  /** Monday's midnight in the company's time zone, in UTC. */
  readonly week: Date
  /** Id of the exercise that is suggested. */
  readonly exercise: string
}

/** A summary in words and in the order in which it is read: all that any renderer shows. */
export interface SummaryText {
  readonly language: Language
  /** One line, also for a notification. */
  readonly subject: string
  readonly title: string
  /** Name of the manager's own unit. */
  readonly unit: string
  /** Its days. */
  readonly week: string
  /** `YYYY-MM-DD`. */
  readonly monday: string
  /** Where the figures are of a larger unit: a sentence that says so. */
  readonly larger: string | null
  /** Name of the unit that the figures are of; null where there are none. */
  readonly of: string | null
  readonly good: SummaryTopics
  readonly topics: SummaryTopics
  readonly terms: {
    readonly heading: string
    /** Null where there are no terms. */
    readonly intro: string | null
    readonly items: readonly SummaryTerm[]
    /** The constant sentence where there are no terms. */
    readonly nothing: string | null
  }
  readonly exercise: {
    readonly heading: string
    readonly title: string
    readonly minutes: string
    readonly why: string
    readonly steps: readonly string[]
    readonly watch: string
  } | null
  readonly about: { readonly heading: string; readonly lines: readonly string[] }
  /** Heading of the advice. */
  readonly helps: string
  /** What the arrows mean; null where there are none. */
  readonly arrows: string | null
  /** What stands for the chart of all rows where it cannot be seen; null where there is nothing to draw. */
  readonly chart: string | null
}

/** Some labels under one heading. */
export interface SummaryTopics {
  readonly heading: string
  /** In the order of the guideline, every week the same. */
  readonly rows: readonly SummaryRow[]
  /** A sentence about the rows as a whole. */
  readonly note: string | null
  /** What stands for a chart of these rows. */
  readonly chart: string | null
  /** What is not shown: the names of the labels, and the constant sentence about them. */
  readonly hidden: readonly string[]
  readonly nothing: string | null
}

export interface SummaryRow {
  readonly label: Label
  readonly name: string
  readonly band: Band
  /** The band in a word or two. */
  readonly often: string
  /** The direction, as one character and in words. */
  readonly arrow: string | null
  readonly compared: string | null
  readonly sentence: string
  /** What helps; only with those that came up most. */
  readonly tip: string | null
}

/** A word with others that serve. */
export interface SummaryTerm {
  readonly term: string
  readonly instead: readonly string[]
}
