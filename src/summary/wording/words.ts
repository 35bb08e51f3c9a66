import type { Band, Direction, Label, Language } from '../../types.js'

/** Every word of a weekly summary in one language. */
export interface SummaryWords {
  readonly language: Language
  /** Title of the page, and of the message. */
  readonly title: string
  /** The days of the week. */
  readonly week: (monday: Date) => string
  /** Of an e-mail. */
  readonly subject: (unit: string, week: string) => string
  /** Where the figures are of a larger unit. */
  readonly larger: (unit: string, of: string) => string
  /** One sentence for every cause, so that it tells nothing. */
  readonly nothing: string
  /** The same of some topics only. */
  readonly nothingOf: (names: string) => string
  /** A band in a chart. */
  readonly bands: readonly [string, string, string, string]
  /** What the arrows in a chart mean. */
  readonly arrows: string
  /** A direction beside a band. */
  readonly directions: Readonly<Record<Direction, string>>
  /** A label with its band as a sentence, with its direction where there is one. */
  readonly sentence: (label: Label, band: Band, direction: Direction | null) => string
  /** Before {@link tips}. */
  readonly helps: string
  /** What to do instead; none for the good signs. */
  readonly tips: Readonly<Record<Label, string | null>>
  readonly good: string
  /** About the good signs, where one of them came up often, and where none did. */
  readonly goodNotes: { readonly often: string; readonly seldom: string }
  readonly topics: string
  /** Where no topic came up often. */
  readonly calm: string
  readonly terms: string
  readonly termsIntro: string
  readonly exercise: string
  readonly minutes: (count: number) => string
  readonly watch: string
  /** What the figures are, and what they are not. */
  readonly about: string
  readonly aboutLines: readonly string[]
  /** Before the text that stands for the chart. */
  readonly chart: string
  /** Heads of the columns of a table, for other programs to read. */
  readonly columns: {
    readonly week: string
    readonly unit: string
    readonly of: string
    readonly topic: string
    readonly band: string
    readonly direction: string
  }
}
