import type { Fields } from './types.js'

const isElement = (one: unknown): one is Fields =>
  typeof one === 'object' && one !== null && (one as Fields).type !== 'image'

/** Gives blocks and elements the ids the app left out, as Slack does. */
export function nameBlocks(blocks: readonly Fields[], id: (prefix: string) => string): Fields[] {
  const named = (one: unknown) => (isElement(one) ? { action_id: id('a'), ...one } : one)
  return blocks.map((block) => {
    const { accessory, elements, element, type } = block
    return {
      block_id: id('b'),
      ...block,
      ...(type === 'actions' ? { elements: (elements as unknown[]).map(named) } : {}),
      ...(accessory ? { accessory: named(accessory) } : {}),
      ...(element ? { element: named(element) } : {}),
    }
  })
}
