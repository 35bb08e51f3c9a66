const WEEK = 7 * 24 * 60 * 60 * 1000
/** 5 January 1970, a Monday. */
const FIRST_MONDAY = 4 * 24 * 60 * 60 * 1000

/** How many weeks lie between the first Monday of 1970 and this Monday's midnight, of whatever time zone. */
export const weekNumber = (monday: Date): number => Math.round((monday.getTime() - FIRST_MONDAY) / WEEK)

/** The same Monday at midnight in UTC: a company's midnight may still be Sunday there. */
export const mondayInUtc = (monday: Date): Date => new Date(weekNumber(monday) * WEEK + FIRST_MONDAY)

/** The Sunday that ends the week, at midnight in UTC. */
export const sundayInUtc = (monday: Date): Date => new Date(mondayInUtc(monday).getTime() + (6 / 7) * WEEK)
