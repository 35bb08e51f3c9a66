import type { Check, Fault, Post } from '../history.js'
import { type Story, storiesOf } from './told.js'

const SETTLE = 30_000
const LATEST = 15 * 60_000
/** Milliseconds within which two things count as simultaneous. */
const GRACE = 5000

/** What may be shown, to whom and when. */
export const checkPosts: Check = (history) => {
  const stories = storiesOf(history)
  const end = history.snapshots.at(-1)?.at ?? Number.POSITIVE_INFINITY
  const counts = new Map<string, number>()
  const faults = history.posts.flatMap((post) => {
    const story = post.message === null ? undefined : stories.get(post.message)
    const author = story?.[0]?.author
    if (!story || author === undefined) return [{ rule: 'about nothing', what: describe(post) }]
    counts.set(post.message!, (counts.get(post.message!) ?? 0) + 1)
    const broken = [
      ...(post.seenBy.some((one) => one !== author) ? ['overheard'] : []),
      ...(post.seenBy.includes(author) ? [] : ['not to its writer']),
      ...(history.members.includes(author) ? [] : ['not asked for']),
      ...times(post, story),
      ...(isGone(story) && !post.isFleeting && post.removed === null && post.at < end
        ? ['still standing']
        : []),
    ]
    return broken.map((rule) => ({ rule, what: describe(post) }))
  })
  const twice = [...counts].filter(([, number]) => number > 1)
  return [...faults, ...twice.map(([what, number]): Fault => ({ rule: 'twice', what: `${what} x${number}` }))]
}

function* times({ begun, at }: Post, story: Story): Generator<string> {
  const earning = story.filter(({ earns }) => earns)
  if (earning.length === 0) return yield 'unearned'
  if (at < earning[0]!.at + SETTLE) yield 'too early'
  // The deadline runs from the newest wording that the app can have known.
  const known = earning.filter((one) => one.at <= at)
  if (begun > (known.at(-1)?.at ?? 0) + LATEST + GRACE) yield 'too late'
  // What it knows of at the time when it begins is what it must go by.
  const taken = story.filter(({ acked }) => acked !== null && acked + GRACE < begun)
  const last = taken.at(-1)
  if (!last || last.earns) return
  if (story.some((one) => one.at > last.at && one.earns)) return
  yield last.kind === 'deleted' ? 'after the deletion' : 'after it was mended'
}

const isGone = (story: Story) => story.at(-1)?.kind === 'deleted' && story.at(-1)?.acked !== null

const describe = ({ message, seenBy, at }: Post) =>
  `${message ?? 'no message'} to ${seenBy.join(', ')} at ${at}`
