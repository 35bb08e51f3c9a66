import type { Happening, Written } from './happenings.js'

/** Milliseconds after which a nudge is no longer worth sending. */
const LATE = 15 * 60_000

interface Known<Post> {
  readonly post: Post
  readonly revisions: Map<string, { readonly text: string; readonly at: number }>
  /** When it was last deleted. */
  goneAt?: number
  /** The revision that the last flush has looked at. */
  weighed?: string
  /** Whether a deletion was told of since the last flush. */
  isDeletionNews: boolean
  /** Flushes at which it was gone, and at which it had been gone and was back. */
  readonly gone: number[]
  readonly back: number[]
}

/** What there is to say of a text, to a person in a place. */
export type FindingsOf<Post> = (text: string, post: Post) => Promise<number>

/**
 * What must come of what happened, told by the test's own knowledge alone. A message counts as its newest known
 * revision, and is gone where its deletion is newer; all of it may be told twice, in any order.
 */
export function createExpectation<Post extends Written>(findingsOf: FindingsOf<Post>) {
  const messages = new Map<string, Known<Post>>()
  const touched = new Set<Known<Post>>()
  /** Messages that get a nudge, of people without limits. */
  const nudged = new Set<string>()
  /** Messages that may have got one, of people with limits. */
  const eligible = new Set<string>()
  let late = 0

  function isSeen({ author, place, isForeignHand }: Written): boolean {
    const takesPart = author.kind === 'free' || author.kind === 'limited'
    return takesPart && place.audience !== null && !isForeignHand
  }

  const newest = ({ revisions }: Known<Post>) =>
    [...revisions].reduce<[string, { text: string; at: number }] | undefined>(
      (best, one) => (best && best[1].at >= one[1].at ? best : one),
      undefined,
    )

  const isGone = (known: Known<Post>) =>
    known.goneAt !== undefined && known.goneAt >= (newest(known)?.[1].at ?? 0)

  function bury(known: Known<Post>, now: number): void {
    if (isGone(known)) known.gone.push(now)
    else if (known.isDeletionNews) known.back.push(now)
    known.isDeletionNews = false
  }

  async function weigh(known: Known<Post>, now: number): Promise<void> {
    const { post, weighed } = known
    const [revision, current] = newest(known) ?? []
    if (!revision || !current || revision === weighed || isGone(known)) return
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
    arrive({ post, news }: Happening<Post>): void {
      if (!news || !isSeen(post)) return
      const known = messages.get(post.key) ?? fresh(post)
      messages.set(post.key, known)
      touched.add(known)
      if ('goneAt' in news) {
        known.goneAt = Math.max(known.goneAt ?? 0, news.goneAt)
        known.isDeletionNews = true
      } else known.revisions.set(news.revision, news)
    },
    /** Half a minute has passed: what was to be said is said, what was to go is gone. */
    async flush(now: number): Promise<void> {
      for (const known of touched) {
        bury(known, now)
        await weigh(known, now)
      }
      touched.clear()
    },
    /** Every revision on record, deletions among them. */
    sights: () =>
      [...messages].flatMap(([key, known]) => [
        ...[...known.revisions.keys()].map((revision) => `${key} ${revision}`),
        ...(isGone(known) ? [`${key} deleted`] : []),
      ]),
    /** Deletions of messages that came back: on record where they were told of before that. */
    overcome: () =>
      new Set(
        [...messages].flatMap(([key, known]) =>
          known.goneAt !== undefined && !isGone(known) ? [`${key} deleted`] : [],
        ),
      ),
    /** How many sightings are kept of each message that has some. */
    async sightings(): Promise<Map<string, number>> {
      const counts = new Map<string, number>()
      for (const [key, known] of messages) {
        const [, current] = newest(known) ?? []
        if (!current || isGone(known)) continue
        const found = await findingsOf(current.text, known.post)
        if (found > 0) counts.set(key, found)
      }
      return counts
    },
    /** Whether a nudge that was shown at this time still stands; undefined where that depends on who came first. */
    stands(key: string, at: number): boolean | undefined {
      const { gone = [], back = [] } = messages.get(key) ?? {}
      if (gone.some((flush) => flush > at)) return false
      return back.some((flush) => flush > at) ? undefined : true
    },
  }
}

const fresh = <Post>(post: Post): Known<Post> => ({
  ...{ post, revisions: new Map(), isDeletionNews: false, gone: [], back: [] },
})

export type Expectation<Post extends Written> = ReturnType<typeof createExpectation<Post>>
