import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Person, Vault } from '../../src/types.js'

/** Where the chats are kept; what follows is a keyed pseudonym of the person. */
const CHAT = 'teams:chat:'
/** Marks the chat of a person who was erased, which is kept until their nudges are gone from it. */
const ERASED = 'teams:erased:'
const PEPPER = 'teams:pepper'

/** Milliseconds for which the chat of an erased person is kept, at most. */
const LAST = 48 * 60 * 60_000

/** Chats in memory, at most. */
const MOST = 50_000

const chat = z.object({
  conversation: z.string(),
  serviceUrl: z.string(),
  /** The person's id with which Teams opens a chat; absent after they were erased. */
  user: z.string().optional(),
  /** Teams has said that Klartext may no longer write here. */
  closed: z.boolean().optional(),
})

/** The bot's own chat with one person: all that is needed to write there. */
export type Chat = Readonly<z.infer<typeof chat>>

/** A chat with the name under which it is kept: 16 characters that tell nobody whose it is. */
export interface KnownChat extends Chat {
  readonly key: string
}

/** Where people are reached; sealed in the vault. */
export interface Chats {
  of(person: Person): Promise<KnownChat | null>
  at(key: string): Promise<KnownChat | null>
  /** Keeps a chat, unless it is known so already. */
  keep(person: Person, chat: Chat): Promise<void>
  /** Keeps it as it has become. */
  change(known: KnownChat, patch: Partial<Chat>): Promise<void>
  /** Takes everything out of it that says whose it is; the rest goes once their nudges are gone. */
  erase(person: Person): Promise<void>
  /** Forgets it altogether. */
  drop(person: Person): Promise<void>
  /** Forgets the chats of people who were erased long enough ago. */
  tidy(): Promise<void>
}

export function createChats(vault: () => Vault, clock: () => Date): Chats {
  const known = new Map<string, Chat | null>()
  let pepper: Promise<string> | null = null

  async function makePepper(): Promise<string> {
    const kept = await vault().read(PEPPER)
    if (kept) return kept
    const made = randomBytes(32).toString('base64url')
    await vault().write(PEPPER, made)
    return made
  }

  async function keyOf({ tenant, user }: Person): Promise<string> {
    pepper ??= makePepper().catch((error: unknown) => {
      pepper = null
      throw error
    })
    const mac = createHmac('sha256', await pepper).update(`${tenant} ${user}`)
    return mac.digest('base64url').slice(0, 16)
  }

  async function at(key: string): Promise<KnownChat | null> {
    let found = known.get(key)
    if (found === undefined) {
      found = parse(await vault().read(CHAT + key))
      remember(key, found)
    }
    return found && { ...found, key }
  }

  function remember(key: string, value: Chat | null): void {
    if (known.size > MOST) known.clear()
    known.set(key, value)
  }

  async function write(key: string, { conversation, serviceUrl, user, closed }: Chat): Promise<void> {
    const value = { conversation, serviceUrl, ...(user ? { user } : {}), ...(closed ? { closed } : {}) }
    known.delete(key)
    await vault().write(CHAT + key, JSON.stringify(value))
    remember(key, value)
  }

  async function remove(key: string): Promise<void> {
    known.delete(key)
    await vault().remove(CHAT + key)
    await vault().remove(ERASED + key)
  }

  return {
    at,
    of: async (person) => at(await keyOf(person)),
    async keep(person, fresh) {
      const key = await keyOf(person)
      const before = await at(key)
      const isSame =
        before !== null &&
        before.conversation === fresh.conversation &&
        before.serviceUrl === fresh.serviceUrl &&
        before.user === fresh.user &&
        !before.closed
      if (isSame) return
      await write(key, fresh)
      // Whoever comes back after having been erased is not forgotten after all.
      await vault().remove(ERASED + key)
    },
    change: ({ key, ...before }, patch) => write(key, { ...before, ...patch }),
    async erase(person) {
      const key = await keyOf(person)
      const before = await at(key)
      if (!before) return
      await vault().write(ERASED + key, String(clock().getTime()))
      await write(key, { conversation: before.conversation, serviceUrl: before.serviceUrl })
    },
    async drop(person) {
      await remove(await keyOf(person))
    },
    async tidy() {
      for (const name of await vault().names(ERASED)) {
        const since = Number(await vault().read(name))
        if (clock().getTime() - since > LAST) await remove(name.slice(ERASED.length))
      }
    },
  }
}

/** What was kept; null where it cannot be read any more. */
function parse(kept: string | null): Chat | null {
  if (kept === null) return null
  try {
    return chat.parse(JSON.parse(kept))
  } catch {
    return null
  }
}
