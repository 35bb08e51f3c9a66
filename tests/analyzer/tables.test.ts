import assert from 'node:assert/strict'
import { hasBit, packBits, setBit } from '../../src/analyzer/bits.js'
import { CHARACTER } from '../../src/analyzer/characters.js'
import { Forms } from '../../src/analyzer/forms.js'
import { Groups, group } from '../../src/analyzer/groups.js'
import { packLists, packNumbers, unpackLists, unpackNumbers } from '../../src/analyzer/packed.js'
import { hashOf, Pieces } from '../../src/analyzer/pieces.js'

describe('tables that the analyzer looks up', () => {
  it('group numbers by key, in their order, and know what is missing', () => {
    const groups = new Groups(group([5, -3, 5, 0, -3, 5], [1, 2, 3, 4, 5, 6]))
    assert.deepEqual(
      [5, -3, 0, 4, -4, 6].map((key) => [...groups.of(key)]),
      [[1, 3, 6], [2, 5], [4], [], [], []],
    )
    assert.deepEqual(
      [5, 0, 4, 9].map((key) => groups.has(key)),
      [true, true, false, false],
    )
    const empty = new Groups(group([], []))
    assert.deepEqual([[...empty.of(0)], empty.has(0)], [[], false])
  })

  it('set, find and count bits, the highest among them', () => {
    const bits = new Int32Array(2)
    for (const bit of [0, 31, 32, 63]) setBit(bits, bit)
    const set = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => hasBit(bits, bit))
    assert.deepEqual(set, [0, 31, 32, 63])
    assert.deepEqual(packBits([95, 0, 31, 64, 1]), [0, (1 << 31) | 3, 2, (1 << 31) | 1])
  })

  it('find words by halving: beginnings, umlauts, words behind the last, and none at all', () => {
    const numbers = unpackNumbers(
      packNumbers(
        new Map([
          ['out of office', 3],
          ['out of', 2],
          ['out', 1],
          ['über', 4],
        ]),
      ),
    )
    assert.deepEqual(
      ['out', 'out of', 'ou', 'outer', 'über', 'z', ''].map((word) => numbers.get(word)),
      [1, 2, undefined, undefined, 4, undefined, undefined],
    )
    assert.deepEqual(numbers.startingWith('out '), [
      ['out of', 2],
      ['out of office', 3],
    ])
    assert.deepEqual([...numbers.keys()], ['out', 'out of', 'out of office', 'über'])
    const lists = unpackLists(packLists(new Map([['b', [2, 3]]])))
    assert.deepEqual(
      ['a', 'b', 'c'].map((word) => [...lists(word)]),
      [[], [2, 3], []],
    )
    const none = unpackNumbers(packNumbers(new Map()))
    assert.deepEqual([none.has(''), none.get('a'), [...none.keys()]], [false, undefined, []])
  })
})

describe('pieces of a text', () => {
  const text = 'Geht’s um 15:30 mit \uE000, Kolleg*innen? 𝐀𝐁 ok'
  it('are found with their ends, kinds and hashes', () => {
    const pieces = new Pieces()
    pieces.read(text, 100)
    const found = Array.from({ length: pieces.count }, (_, i) => text.slice(pieces.starts[i], pieces.ends[i]))
    assert.deepEqual(found, ['Geht’s', 'um', '15:30', 'mit', '\uE000', 'Kolleg*innen', '𝐀𝐁', 'ok'])
    const [letter, number, object] = [CHARACTER.letter, CHARACTER.number, CHARACTER.object]
    assert.deepEqual(
      [...pieces.kinds.subarray(0, pieces.count)],
      [letter, letter, number, letter, object, letter, letter, letter],
    )
    assert.deepEqual(
      [...pieces.hashes.subarray(0, pieces.count)],
      found.map((piece) => hashOf(piece, 0, piece.length)),
    )
  })
  it('end where so many are read, and leave nothing of the text behind', () => {
    const pieces = new Pieces()
    pieces.read(text, 3)
    assert.equal(pieces.count, 3)
    pieces.leave()
    assert.ok(pieces.units.every((unit) => unit === 0))
  })
  it('are read from long texts, and forms know each of many thousand words again', () => {
    const words = Array.from({ length: 9000 }, (_, i) => `wort${i.toString(36)}ende`)
    const pieces = new Pieces()
    const forms = new Forms({ de: new Map(), en: new Map() })
    const read = () => {
      pieces.read(words.join(' '), words.length)
      return forms.of(words.join(' '), pieces).slice()
    }
    const first = read()
    assert.deepEqual(
      first.map((form) => form.text),
      words,
    )
    const again = read()
    assert.ok(again.every((form, i) => form === first[i]))
  })
})
