import * as cards from 'adaptivecards'

/** What Microsoft's own reader of cards finds fault with, by version 1.5. */
export function parserFaults(card: unknown): string[] {
  const context = new cards.SerializationContext(cards.Versions.v1_5)
  const read = new cards.AdaptiveCard()
  // As Teams shows them: six, and more behind three dots.
  read.hostConfig = new cards.HostConfig({ actions: { maxActions: 15 } })
  // It remembers where its search for a language ended, and refuses every other one: left to the schema.
  const { lang: _, ...rest } = card as cards.IAdaptiveCard & { readonly lang?: string }
  read.parse(rest, context)
  const told = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  return [...told, ...read.validateProperties().validationEvents.map(({ message }) => message)]
}
