import type { Adapter } from '../src/types.js'
import { createPlayground } from './playground/index.js'

/** The platforms: a folder each, and a line here. */
export function createAdapters(): Adapter[] {
  return [createPlayground({})]
}
