import assert from 'node:assert/strict'
import { tenant } from '../../adapters/playground/rooms.js'
import { summaryText, summaryWords } from '../../src/summary/wording/index.js'
import { serve } from './serve.js'

const TEXT = summaryText(
  {
    unit: { id: 'a', name: 'Station 4', parent: null },
    of: { id: 'a', name: 'Station 4', parent: null },
    figures: { unit: 'a', labels: { care: { band: 2, direction: null } }, terms: [] },
    week: new Date('2026-03-01T23:00:00Z'),
    exercise: 'none',
  },
  summaryWords('de', 'du'),
  () => null,
)

describe('playground: the weekly summary', () => {
  it('is a page for whoever it was for, and for nobody else', async () => {
    const house = await serve()
    try {
      const address = (as: string) => `/playground/summary?as=${as}&in=team&lang=de`
      assert.equal((await house.get(address('jana'))).status, 404)
      await house.playground.deliverSummary!({ platform: 'playground', tenant, user: 'jana' }, TEXT)
      const { status, text } = await house.get(address('jana'))
      assert.equal(status, 200)
      for (const part of ['Die Woche in Worten', 'Station 4', 'Sich kümmern', '<svg'])
        assert.ok(text.includes(part), part)
      assert.ok((await house.page('jana')).includes('/playground/summary'))
      assert.equal((await house.get(address('murat'))).status, 404)
      assert.ok(!(await house.page('murat')).includes('/playground/summary'))
    } finally {
      await house.close()
    }
  })

  it('of somebody who is not here is refused', async () => {
    const house = await serve()
    try {
      const elsewhere = { platform: 'slack', tenant: 'T1', user: 'jana' } as const
      await assert.rejects(house.playground.deliverSummary!(elsewhere, TEXT), /refused/)
    } finally {
      await house.close()
    }
  })
})
