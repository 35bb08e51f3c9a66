import type { Address } from '../../src/types.js'

/** Opens a message in Teams. */
export function linkTo({ tenant, channel, message }: Address): string {
  const [root, answer = root] = message.split(':')
  const query = new URLSearchParams({ tenantId: tenant, parentMessageId: root! })
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${answer}?${query}`
}
