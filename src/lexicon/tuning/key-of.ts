import type { TuningKey } from '../../types.js'

/** One string for what names an item; none of its parts holds a line break. */
export const keyOf = ({ scope, kind, name }: TuningKey): string => `${scope}\n${kind}\n${name}`
