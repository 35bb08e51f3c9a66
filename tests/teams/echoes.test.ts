import assert from 'node:assert/strict'
import { createEchoes } from '../../adapters/teams/echoes.js'
import { parseMessage } from '../../adapters/teams/parse.js'
import { JANA, posted, ROOT, TENANT } from './activities.js'

/** Reads messages one after the other; answers the address under which each counts. */
function hearing() {
  let now = Date.parse('2026-03-10T10:00:00Z')
  const echoes = createEchoes(() => new Date(now))
  return {
    hear(more: object) {
      const parsed = parseMessage(posted({ ...more }), TENANT, new Date(now))
      assert.ok(parsed?.kind === 'written')
      const { incoming } = echoes.first(parsed)
      return [incoming.address.message, incoming.at.toISOString()]
    },
    pass: (minutes: number) => (now += minutes * 60_000),
  }
}

describe('Teams: a message handed over again under another id', () => {
  const first = { id: ROOT, timestamp: '2026-03-10T10:00:00.000Z' }
  const again = { id: '1773136830000', timestamp: '2026-03-10T10:00:30.000Z' }

  it('is the first one, and as old as that', () => {
    const { hear } = hearing()
    const heard = hear(first)
    assert.deepEqual(hear(again), heard)
    assert.deepEqual(hear(first), heard)
  })

  const different: [string, object][] = [
    ['another text', { text: 'Wir prüfen das.' }],
    ['another writer', { from: { id: '29:1murat', aadObjectId: JANA.replace('a', 'b') } }],
    ['another thread', { conversation: { ...(posted().conversation as object), id: '19:x;messageid=1' } }],
  ]
  for (const [name, more] of different)
    it(`is another message with ${name}`, () => {
      const { hear } = hearing()
      assert.notDeepEqual(hear(first), hear({ ...again, ...more }))
    })

  it('is another message some minutes later', () => {
    const { hear, pass } = hearing()
    const heard = hear(first)
    pass(6)
    assert.notDeepEqual(hear(again), heard)
  })
})
