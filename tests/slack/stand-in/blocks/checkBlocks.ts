import type { Fields } from '../types.js'
import { blocks as known } from './blocks.js'
import { rules } from './rules.js'

const { list, typed, wrong, isObject } = rules
const { markdown: _, ...inViews } = known

/** What Slack would say against blocks; nothing if it accepts them. */
export function checkBlocks(
  blocks: unknown,
  surface: 'message' | 'modal' | 'home',
  at = '/blocks',
): string[] {
  const out: string[] = []
  const inMessage = surface === 'message'
  list(typed(inMessage ? known : inViews), { max: inMessage ? 50 : 100 })(blocks, at, out)
  if (out.length > 0) return out
  const taken = new Set<unknown>()
  let focused = 0
  for (const [index, block] of (blocks as Fields[]).entries()) {
    const id = block.block_id
    if (id !== undefined && taken.has(id))
      wrong(out, `${at}/${index}/block_id`, `duplicate block_id: ${String(id)}`)
    taken.add(id)
    const actions = new Set<unknown>()
    for (const element of [
      block.accessory,
      block.element,
      ...((block.elements as unknown[] | undefined) ?? []),
    ]) {
      if (!isObject(element)) continue
      const { action_id: action, focus_on_load } = element
      if (focus_on_load && ++focused > 1)
        wrong(out, `${at}/${index}`, 'only one element may have focus_on_load')
      if (action === undefined) continue
      if (actions.has(action)) wrong(out, `${at}/${index}`, `duplicate action_id: ${String(action)}`)
      actions.add(action)
    }
  }
  return out
}
