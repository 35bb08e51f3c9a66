export { createClock } from './createClock.js'
export { type Slack, type SlackOptions, startSlack } from './startSlack.js'
export type * from './types.js'
