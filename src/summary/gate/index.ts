export { type GateInput, gate } from './gate.js'
export { homes, type Roster } from './homes.js'
export type { PastWeek } from './past-week.js'
export { shownTo } from './shown-to.js'
