import type { Node } from '../lexicon/pattern.js'

/** How often words are met, as Zipf frequencies; unlisted words are rare. */
export type Commonness = (key: string) => number

const RARE = 2
const OBJECT = 5
const CLASS = 6.5

/**
 * The part of a pattern that every match contains and that is met least often: without it in a sentence the pattern
 * need not be tried. Null where a pattern has no such part.
 */
export function anchorOf(node: Node, commonness: Commonness): Node | null {
  return rarest(node, commonness)?.node ?? null
}

interface Weighed {
  readonly node: Node
  readonly commonness: number
}

function rarest(node: Node, commonness: Commonness): Weighed | null {
  switch (node.is) {
    case 'word':
      return { node, commonness: commonness(node.key) }
    case 'words':
      return { node, commonness: most(node.keys.map(commonness)) }
    case 'exact':
      return { node, commonness: commonness(node.text.toLowerCase()) }
    case 'prefix':
    case 'suffix':
      return { node, commonness: RARE + 1 }
    case 'object':
      return { node, commonness: OBJECT }
    case 'class':
      return { node, commonness: CLASS }
    case 'sequence':
      return least(node.items.map((item) => rarest(item, commonness)))
    case 'choice': {
      const branches = node.items.map((item) => rarest(item, commonness))
      if (branches.some((branch) => branch === null)) return null
      const firm = branches as Weighed[]
      return {
        node: { is: 'choice', items: firm.map((branch) => branch.node) },
        commonness: most(firm.map((branch) => branch.commonness)),
      }
    }
    default:
      return null
  }
}

// Zipf is logarithmic: the most frequent of many stands for their sum, and a little more for their number.
function most(values: readonly number[]): number {
  return Math.max(RARE, ...values) + Math.log10(values.length || 1) / 2
}

function least(candidates: readonly (Weighed | null)[]): Weighed | null {
  return candidates.reduce<Weighed | null>(
    (best, next) => (next && (!best || next.commonness < best.commonness) ? next : best),
    null,
  )
}
