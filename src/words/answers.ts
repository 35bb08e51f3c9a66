import type { Answer } from '../types.js'

const ANSWERS: ReadonlySet<string> = new Set<Answer>([
  'helpful',
  'not-helpful',
  'quotation',
  'team-term',
  'mute-rule',
  'pause',
])

/** Whether what a button carries is one of the answers to a nudge. */
export const isAnswer = (value: string): value is Answer => ANSWERS.has(value)
