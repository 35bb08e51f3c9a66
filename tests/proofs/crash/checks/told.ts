import type { History, Told } from '../history.js'

/** What people did to one message, oldest first. */
export type Story = readonly Told[]

/** The stories of all messages. */
export function storiesOf({ told }: History): ReadonlyMap<string, Story> {
  const stories = new Map<string, Told[]>()
  for (const one of told) stories.set(one.message, [...(stories.get(one.message) ?? []), one])
  for (const story of stories.values())
    story.sort((a, b) => a.at - b.at || Number(a.kind === 'deleted') - Number(b.kind === 'deleted'))
  return stories
}

/** Whether a nudge is due: the app has taken the message as it stands now, and its wording earns one. */
export function isDue(story: Story, { members }: History): boolean {
  const last = story.at(-1)
  return last !== undefined && last.acked !== null && last.earns && members.includes(last.author)
}
