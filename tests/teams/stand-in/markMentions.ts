import type { World } from './createWorld.js'
import type { Fields } from './types.js'

const MENTION = /<at(?:\s[^>]*)?>(.*?)<\/at>/gs

/** Writes `<at>Name</at>` as Teams has it in HTML, with the entities that say who is meant. */
export function markMentions(world: World, html: string) {
  const entities: Fields[] = []
  const marked = html.replaceAll(MENTION, (_, name: string) => {
    const person = [...world.users.values()].find((user) => user.name === name)
    const mentioned = name === world.bot.name ? world.bot : { id: person?.id ?? '', name }
    entities.push({ type: 'mention', mentioned, text: `<at>${name}</at>` })
    const itemid = entities.length - 1
    return `<span itemtype="http://schema.skype.com/Mention" itemscope itemid="${itemid}">${name}</span>`
  })
  return { html: marked, entities }
}
