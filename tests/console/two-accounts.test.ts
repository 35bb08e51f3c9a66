import assert from 'node:assert/strict'
import type { Person } from '../../src/types.js'
import { formIn, openLexicon } from './lexicon/open-lexicon.js'
import { cast, openScene, week } from './scene.js'

const slack: Person = { platform: 'slack', tenant: 'T024BE7LD', user: 'U0LEON' }
const teams: Person = {
  ...{ platform: 'teams', tenant: '11111111-1111-4111-8111-111111111111' },
  user: '22222222-2222-4222-8222-222222222222',
}

/** Leon, listed once with both of his accounts. */
const company = {
  units: [{ id: 'werk', name: 'Werk Nord', parent: null }],
  members: [{ unit: 'werk', accounts: [slack, teams], manages: false }],
}

describe('somebody with two accounts in two offices', function () {
  this.timeout(60_000)

  it('is no second pair of eyes for themself', async () => {
    const opened = await openLexicon({ fourEyes: true })
    try {
      await opened.store.saveOrganisation(company, week('2026-01-05'))
      const [one, two] = [await opened.signIn(slack, 'admin'), await opened.signIn(teams, 'admin')]
      const author = opened.store.console.actor(slack)
      await opened.store.tuning.saveSteps(author, [
        { scope: 'company', kind: 'threshold', name: 'jargon', value: { weight: 4 }, base: 0 },
      ])
      const form = formIn((await one.get('/lexicon/draft')).text, '/lexicon/draft/publish')
      await one.post('/lexicon/draft/publish', { ...form, reason: 'Weniger Hinweise' })
      const path = `/lexicon/approvals/${author}`
      const seal = String(form.seal)
      assert.equal((await two.get(path)).status, 403)
      assert.equal((await two.post(path, { act: 'approve', seal })).status, 403)
      assert.equal(await opened.store.tuning.version(), 0)
      assert.equal((await opened.mira.post(path, { act: 'approve', seal })).status, 303)
      assert.equal(await opened.store.tuning.version(), 1)
    } finally {
      await opened.close()
    }
  })

  it('does not agree with themself', async () => {
    const scene = await openScene()
    try {
      await scene.store.saveOrganisation(company, week('2026-01-05'))
      const [admin, council] = [
        await scene.signIn(slack, 'admin'),
        await scene.signIn(teams, 'works-council'),
      ]
      await admin.post('/council/propose')
      const { waiting } = await scene.store.console.agreement()
      const hash = waiting!.hash!
      assert.equal((await council.post('/council/confirm', { hash })).status, 403)
      assert.equal((await scene.store.console.agreement()).inForce, null)
      const sofie = await scene.signIn(cast.sofie, 'works-council')
      assert.equal((await sofie.post('/council/confirm', { hash })).status, 303)
      assert.equal((await scene.store.console.agreement()).inForce?.hash, hash)
    } finally {
      await scene.close()
    }
  })
})
