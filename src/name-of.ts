import type { Person } from './types.js'

/** A person in one word, to look things up in memory. */
export const nameOf = ({ platform, tenant, user }: Person) => `${platform}|${tenant}|${user}`
