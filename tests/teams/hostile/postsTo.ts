import type { Call, Teams, User } from '../stand-in/index.js'

/** Calls that show something in somebody's chat, or that would have. */
export const postsTo = ({ calls }: Teams, { chat }: User): Call[] =>
  calls.filter(({ name, args }) => name === 'sendToConversation' && args.conversation === chat.id)
