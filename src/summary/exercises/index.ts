import type { Exercise } from './exercise.js'
import { acrossDepartments } from './themes/across-departments.js'
import { clearSentences } from './themes/clear-sentences.js'
import { customers } from './themes/customers.js'
import { eyeLevel } from './themes/eye-level.js'
import { goodSigns } from './themes/good-signs.js'
import { plainWords } from './themes/plain-words.js'
import { standingBy } from './themes/standing-by.js'
import { withASender } from './themes/with-a-sender.js'
import { withoutBlame } from './themes/without-blame.js'

export type { Exercise, ExerciseText } from './exercise.js'

/** Every exercise, by theme. */
export const exercises: readonly Exercise[] = [
  ...plainWords,
  ...clearSentences,
  ...withASender,
  ...standingBy,
  ...withoutBlame,
  ...eyeLevel,
  ...acrossDepartments,
  ...customers,
  ...goodSigns,
]

const byId: ReadonlyMap<string, Exercise> = new Map(exercises.map((exercise) => [exercise.id, exercise]))

/** Undefined where there is none of this id. */
export const exerciseById = (id: string): Exercise | undefined => byId.get(id)
