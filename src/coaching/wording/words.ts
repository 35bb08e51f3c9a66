import type { Label } from '../../types.js'

/** What a nudge says of one label. */
export interface LabelWords {
  readonly title: string
  readonly body: string
  /** One sentence behind "why?". */
  readonly why: string
  /** A better wording where the rule brings none. */
  readonly instead: string
}

export type Words = Readonly<Record<Label, LabelWords>>
