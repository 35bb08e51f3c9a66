import type { Label, Language } from '../../types.js'

/** An exercise in one language: it addresses nobody, so that it serves where people say Du and where they say Sie. */
export interface ExerciseText {
  readonly title: string
  /** What it is good for, one sentence. */
  readonly why: string
  /** Two to four, in short sentences. */
  readonly steps: readonly string[]
  /** What to look out for while it runs. */
  readonly watch: string
}

/** Something small that a unit can do in its next meeting; nobody is singled out and nobody has to tell anything. */
export interface Exercise extends Readonly<Record<Language, ExerciseText>> {
  /** Stable over its rewordings: past summaries name it. */
  readonly id: string
  /** What it helps with, or strengthens where the label is a good one. */
  readonly labels: readonly [Label, ...Label[]]
  /** 5 to 30. */
  readonly minutes: number
}
