import type { TuningStore } from '../types.js'
import type { Database } from './database.js'
import { publishTuning } from './publish-tuning.js'
import { ruleAnswers } from './rule-answers.js'
import { tuningDrafts } from './tuning-drafts.js'
import { tuningItems } from './tuning-items.js'

/** What the company has set about its lexicon; see `TuningStore`. */
export const tuning = (database: Database): TuningStore => ({
  ...tuningItems(database),
  publish: publishTuning(database),
  ...tuningDrafts(database),
  ...ruleAnswers(database),
})
