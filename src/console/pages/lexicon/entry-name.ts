import { ruleName } from '../../../words/labels.js'
import type { EntryLine } from '../../../workbench/workbench.js'
import type { Desk } from './desk.js'

/** What an entry is called, also where no hint would name it. */
export const entryName = ({ id, name }: Pick<EntryLine, 'id' | 'name'>, { visit }: Desk): string =>
  name ?? ruleName(id, visit.language)
