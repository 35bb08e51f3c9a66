import assert from 'node:assert/strict'
import { createChats } from '../../adapters/teams/chats.js'
import type { Vault } from '../../src/types.js'
import { JANA, TENANT } from './activities.js'

const jana = { platform: 'teams', tenant: TENANT, user: JANA } as const
const chat = {
  conversation: `a:1${'x'.repeat(110)}`,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  user: '29:1jana',
}

/** A vault in memory, and all that is in it, as one string. */
function vaultInMemory() {
  const kept = new Map<string, string>()
  let writes = 0
  const vault: Vault = {
    read: async (name) => kept.get(name) ?? null,
    async write(name, value) {
      writes++
      kept.set(name, value)
    },
    replace: async (name, before, value) => kept.get(name) === before && kept.set(name, value) !== undefined,
    remove: async (name) => void kept.delete(name),
    names: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
  }
  return { vault, kept, all: () => JSON.stringify([...kept]), writes: () => writes }
}

describe('Teams: where people are reached', () => {
  let now = 0
  const clock = () => new Date(now)

  it('is kept under a name that tells nobody whose it is, short enough for an address', async () => {
    const { vault, kept } = vaultInMemory()
    const chats = createChats(() => vault, clock)
    await chats.keep(jana, chat)
    const known = await chats.of(jana)
    assert.deepEqual(known, { ...chat, key: known?.key })
    assert.match(known!.key, /^[\w-]{16}$/)
    assert.ok(![...kept.keys()].some((name) => name.includes(JANA)))
    assert.deepEqual(await chats.at(known!.key), known)
  })

  it('is found again after a restart, and written only where it has changed', async () => {
    const { vault, writes } = vaultInMemory()
    await createChats(() => vault, clock).keep(jana, chat)
    const before = writes()
    const again = createChats(() => vault, clock)
    assert.equal((await again.of(jana))?.conversation, chat.conversation)
    await again.keep(jana, chat)
    assert.equal(writes(), before)
    await again.keep(jana, { ...chat, conversation: 'a:1new' })
    assert.equal((await again.of(jana))?.conversation, 'a:1new')
  })

  it('is open again when the person turns to the bot', async () => {
    const { vault } = vaultInMemory()
    const chats = createChats(() => vault, clock)
    await chats.keep(jana, chat)
    await chats.change((await chats.of(jana))!, { closed: true })
    assert.equal((await chats.of(jana))?.closed, true)
    await chats.keep(jana, chat)
    assert.equal((await chats.of(jana))?.closed, undefined)
  })

  it('says nothing of an erased person, and is gone two days later', async () => {
    const { vault, all, kept } = vaultInMemory()
    const chats = createChats(() => vault, clock)
    await chats.keep(jana, chat)
    const { key } = (await chats.of(jana))!
    await chats.erase(jana)
    assert.ok(!all().includes(chat.user) && !all().includes(JANA))
    assert.equal((await chats.at(key))?.conversation, chat.conversation)
    now += 47 * 3_600_000
    await chats.tidy()
    assert.ok(await chats.at(key))
    now += 2 * 3_600_000
    await chats.tidy()
    assert.equal(await chats.at(key), null)
    assert.deepEqual([...kept.keys()], ['teams:pepper'])
  })

  it('stays where an erased person comes back', async () => {
    const { vault } = vaultInMemory()
    const chats = createChats(() => vault, clock)
    await chats.keep(jana, chat)
    await chats.erase(jana)
    await chats.keep(jana, chat)
    now += 72 * 3_600_000
    await chats.tidy()
    assert.equal((await chats.of(jana))?.user, chat.user)
  })
})
