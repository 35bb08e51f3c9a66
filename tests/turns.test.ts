import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { createTurns } from '../src/turns.js'

/** Work that notes when it begins and ends. */
function works() {
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name}+`)
    await pause(2)
    log.push(`${name}-`)
    return name
  }
  return { log, work }
}

describe('turns', () => {
  it('let many go on at once, and one alone after them and before those that come later', async () => {
    const { log, work } = works()
    const { among, alone } = createTurns()
    const all = [
      among('k', work('a')),
      among('k', work('b')),
      alone('k', work('X')),
      among('k', work('c')),
      among('k', work('d')),
      alone('k', work('Y')),
      alone('k', work('Z')),
    ]
    assert.deepEqual(await Promise.all(all), ['a', 'b', 'X', 'c', 'd', 'Y', 'Z'])
    assert.equal(log.join(' '), 'a+ b+ a- b- X+ X- c+ d+ c- d- Y+ Y- Z+ Z-')
  })

  it('are taken for each key apart', async () => {
    const { log, work } = works()
    const { alone } = createTurns()
    await Promise.all([alone('k', work('a')), alone('l', work('b'))])
    assert.equal(log.join(' '), 'a+ b+ a- b-')
  })

  it('go on after a failure', async () => {
    const { work } = works()
    const { among, alone } = createTurns()
    const failed = alone('k', () => Promise.reject(new Error('on purpose')))
    const thrown = among('k', () => {
      throw new Error('at once')
    })
    const later = alone('k', work('a'))
    await assert.rejects(failed, /on purpose/)
    await assert.rejects(thrown, /at once/)
    assert.equal(await later, 'a')
  })
})
