import assert from 'node:assert/strict'
import { readConfig } from '../src/config.js'
import { UserError } from '../src/errors.js'

describe('configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({})
    assert.deepEqual(
      [config.port, config.timeZone, config.logLevel, config.settleSeconds],
      [3210, 'Europe/Berlin', 'warn', undefined],
    )
  })

  it('takes what the environment says', () => {
    assert.deepEqual(
      readConfig({
        KLARTEXT_PORT: '0',
        KLARTEXT_DATA: '/tmp/x',
        KLARTEXT_TIME_ZONE: 'Europe/Vienna',
        KLARTEXT_SETTLE_SECONDS: '5',
        KLARTEXT_LOG_LEVEL: 'debug',
        PATH: '/bin',
      }),
      { port: 0, dataDir: '/tmp/x', timeZone: 'Europe/Vienna', settleSeconds: 5, logLevel: 'debug' },
    )
  })

  it('treats an empty variable as unset', () => assert.equal(readConfig({ KLARTEXT_PORT: '' }).port, 3210))

  it('names every fault at once, with what to do', () => {
    assert.throws(
      () => readConfig({ KLARTEXT_PORT: 'eighty', KLARTEXT_TIME_ZONE: 'Berlin', KLARTEXT_LOG_LEVEL: 'loud' }),
      (error) => {
        assert.ok(error instanceof UserError)
        for (const part of [
          'KLARTEXT_PORT: found „eighty“',
          'KLARTEXT_TIME_ZONE: found „Berlin“',
          'Europe/Berlin',
          'KLARTEXT_LOG_LEVEL: found „loud“',
          'Correct or unset',
        ])
          assert.ok(error.message.includes(part), error.message)
        return true
      },
    )
  })
})
