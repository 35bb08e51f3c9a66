import type { Channel, Fields } from './types.js'

const NAMES = { im: 'directmessage', group: 'privategroup', mpim: 'mpdm', channel: '' } as const

/** A channel as payloads name it: only public ones by their name. */
export function placeOf({
  id,
  name,
  kind,
}: Channel): Fields & { readonly id: string; readonly name: string } {
  return { id, name: NAMES[kind] || name }
}
