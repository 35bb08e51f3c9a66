import type { Happening, Post } from './createTraffic.js'

/** Milliseconds after which a nudge is no longer worth sending. */
const LATE = 15 * 60_000

interface Known {
  readonly post: Post
  readonly revisions: Map<string, { readonly text: string; readonly at: number }>
  goneAt?: number
  /** The revision that the last flush has looked at. */
  weighed?: string
}

/** What there is to say of a text, to a person in a place. */
export type FindingsOf = (text: string, post: Post) => Promise<number>

/**
 * What must come of what happened, told by the test's own knowledge alone. A message counts as its newest known
 * revision; it may be told twice, in any order.
 */
export function createExpectation(findingsOf: FindingsOf) {
  const messages = new Map<string, Known>()
  const touched = new Set<Known>()
  /** Messages that get a nudge, of people without limits. */
  const nudged = new Set<string>()
  /** Messages that may have got one, of people with limits. */
  const eligible = new Set<string>()
  let late = 0

  function isSeen({ author, place, isForeignHand }: Post): boolean {
    const takesPart = author.kind === 'free' || author.kind === 'limited'
    return takesPart && place.audience !== null && !isForeignHand
  }

  const newest = ({ revisions }: Known) =>
    [...revisions].reduce<[string, { text: string; at: number }] | undefined>(
      (best, one) => (best && best[1].at >= one[1].at ? best : one),
      undefined,
    )

  async function weigh(known: Known, now: number): Promise<void> {
    const { post, goneAt, weighed } = known
    const [revision, current] = newest(known) ?? []
    if (!revision || !current || revision === weighed || goneAt !== undefined) return
    known.weighed = revision
    if ((await findingsOf(current.text, post)) === 0) return
    if (now > current.at + LATE) late++
    else (post.author.kind === 'free' ? nudged : eligible).add(post.key)
  }

  return {
    nudged,
    eligible,
    /** How many nudges came too late to be sent. */
    late: () => late,
    /** Klartext was told of it, perhaps once more. */
    arrive({ post, news }: Happening): void {
      if (!news || !isSeen(post)) return
      const known: Known = messages.get(post.key) ?? { post, revisions: new Map() }
      messages.set(post.key, known)
      touched.add(known)
      if ('goneAt' in news) known.goneAt = news.goneAt
      else known.revisions.set(news.revision, news)
    },
    /** Half a minute has passed: what was to be said is said. */
    async flush(now: number): Promise<void> {
      for (const known of touched) await weigh(known, now)
      touched.clear()
    },
    /** Every revision on record, deletions among them. */
    sights: () =>
      [...messages].flatMap(([key, { revisions, goneAt }]) => [
        ...[...revisions.keys()].map((revision) => `${key} ${revision}`),
        ...(goneAt === undefined ? [] : [`${key} deleted`]),
      ]),
    /** How many sightings are kept of each message that has some. */
    async sightings(): Promise<Map<string, number>> {
      const counts = new Map<string, number>()
      for (const [key, known] of messages) {
        const [, current] = newest(known) ?? []
        if (!current || known.goneAt !== undefined) continue
        const found = await findingsOf(current.text, known.post)
        if (found > 0) counts.set(key, found)
      }
      return counts
    },
    isGone: (key: string) => messages.get(key)?.goneAt !== undefined,
  }
}

export type Expectation = ReturnType<typeof createExpectation>
