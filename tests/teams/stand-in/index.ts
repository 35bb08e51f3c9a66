export { createClock } from '../../slack/stand-in/index.js'
export { startTeams, type Teams, type TeamsOptions } from './startTeams.js'
export type * from './types.js'
