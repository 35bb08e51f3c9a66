import assert from 'node:assert/strict'
import { join } from 'node:path'
import { connect } from '../../src/store/connect.js'
import { openStore } from '../../src/store/index.js'
import { seal, sealingKey, unseal } from '../../src/store/seal.js'
import { inFolder } from './samples.js'

const secret = 's'.repeat(64)
const key = sealingKey(secret)

describe('a sealed value', () => {
  for (const value of ['', 'x', 'xoxb-1-2-äöü-🙂', 'y'.repeat(3000)])
    it(`opens again (${value.length} characters)`, () => {
      const sealed = seal(key, 'slack.T1', value)
      assert.match(sealed, /^v1\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/)
      assert.equal(unseal(key, 'slack.T1', sealed), value)
    })

  it('is another each time', () => {
    assert.notEqual(seal(key, 'a', 'same'), seal(key, 'a', 'same'))
  })

  const sealed = seal(key, 'slack.T1', 'xoxb-token')
  const [version, iv, text, tag] = sealed.split('.') as [string, string, string, string]
  const flip = (part: string) => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
  const tampered: [string, string][] = [
    ['another nonce', [version, flip(iv), text, tag].join('.')],
    ['another text', [version, iv, flip(text), tag].join('.')],
    ['another tag', [version, iv, text, flip(tag)].join('.')],
    ['a tag cut short', [version, iv, text, tag.slice(0, 6)].join('.')],
    ['a text cut short', [version, iv, text.slice(0, 4), tag].join('.')],
    ['no tag', [version, iv, text].join('.')],
    ['more parts', `${sealed}.AAAA`],
    ['another version', sealed.replace('v1', 'v2')],
    ['nothing', ''],
  ]
  for (const [what, changed] of tampered)
    it(`stays shut with ${what}`, () => assert.equal(unseal(key, 'slack.T1', changed), null))
  it('stays shut under another name', () => assert.equal(unseal(key, 'slack.T2', sealed), null))
  it('stays shut with another secret', () =>
    assert.equal(unseal(sealingKey('t'.repeat(64)), 'slack.T1', sealed), null))
})

describe('a vault', () => {
  it('reads nothing with another secret, and can be written anew', () =>
    inFolder(async (dataDir) => {
      const first = await openStore({ dataDir, tenantSecret: secret })
      await first.vault.write('slack.T1', 'token')
      await first.close()
      const second = await openStore({ dataDir, tenantSecret: 't'.repeat(64) })
      try {
        assert.equal(await second.vault.read('slack.T1'), null)
        assert.deepEqual(await second.vault.names(''), ['slack.T1'])
        await second.vault.write('slack.T1', 'new')
        assert.equal(await second.vault.read('slack.T1'), 'new')
      } finally {
        await second.close()
      }
    }))

  it('replaces a value only where it still is what it was, and once for all who try', () =>
    inFolder(async (dataDir) => {
      const [one, two] = [await openStore({ dataDir }), await openStore({ dataDir })]
      try {
        assert.equal(await one.vault.replace('name', '', 'new'), false)
        await one.vault.write('name', 'old')
        assert.equal(await one.vault.replace('name', 'other', 'new'), false)
        const all = await Promise.all(
          [one, two, one, two].map(({ vault }, index) => vault.replace('name', 'old', `new ${index}`)),
        )
        assert.equal(all.filter(Boolean).length, 1)
        assert.equal(await two.vault.read('name'), `new ${all.indexOf(true)}`)
        await one.vault.remove('name')
        assert.equal(await two.vault.replace('name', 'old', 'new'), false)
        assert.equal(await two.vault.read('name'), null)
      } finally {
        await one.close()
        await two.close()
      }
    }))

  it('reads nothing where somebody has exchanged two values', () =>
    inFolder(async (dataDir) => {
      const store = await openStore({ dataDir, tenantSecret: secret })
      const db = connect({ client: 'sqlite3', connection: { filename: join(dataDir, 'klartext.db') } })
      try {
        await store.vault.write('mine', 'a')
        await store.vault.write('theirs', 'b')
        const { sealed } = await db('vault').where({ name: 'theirs' }).first('sealed')
        await db('vault').where({ name: 'mine' }).update({ sealed })
        assert.equal(await store.vault.read('mine'), null)
        assert.equal(await store.vault.read('theirs'), 'b')
      } finally {
        await db.destroy()
        await store.close()
      }
    }))
})
