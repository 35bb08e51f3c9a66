import type { World } from './createWorld.js'
import type { Fields, Message } from './types.js'

/** A message as a message extension gets it: in the words of Graph. */
export function messagePayload({ app }: World, message: Message): Fields {
  const { id, root, by, at, edited, deleted, html, place, more } = message
  const user =
    by === 'app'
      ? null
      : {
          userIdentityType: 'aadUser',
          id: by.aadObjectId,
          displayName: by.name,
        }
  const application =
    by === 'app' ? { applicationIdentityType: 'bot', id: app.id, displayName: app.name } : null
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(place.id)}/${id}`,
    id,
    replyToId: root && root !== id ? root : null,
    createdDateTime: new Date(at).toISOString(),
    lastModifiedDateTime: edited ? new Date(edited).toISOString() : null,
    deleted,
    summary: null,
    importance: 'normal',
    locale: 'en-us',
    body: { contentType: 'html', content: html },
    from: { device: null, conversation: null, user, application },
    reactions: [],
    mentions: [],
    attachments: more,
  }
}
