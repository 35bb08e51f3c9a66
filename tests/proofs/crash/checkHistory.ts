import { checkLosses } from './checks/losses.js'
import { checkPosts } from './checks/posts.js'
import { checkRows } from './checks/rows.js'
import type { Fault, History } from './history.js'

/** All that went wrong in a history; pure, and knows nothing of how the app works. */
export const checkHistory = (history: History): Fault[] =>
  [checkPosts, checkRows, checkLosses].flatMap((check) => check(history))
