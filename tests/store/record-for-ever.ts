import { openStore } from '../../src/store/open-store.js'
import { address, person, sight } from './samples.js'

// Run as a process of its own, to be killed: records so many at once, claims now and then, and prints what is committed.
const [, , dataDir, atOnce] = process.argv
const store = await openStore({ dataDir: dataDir! })
let next = 0

async function recordForEver(claims: boolean): Promise<void> {
  for (let index = next++; ; index = next++) {
    await store.record(sight({ address: address(`m${index}`), author: person(`U${index}`) }))
    process.stdout.write(`recorded m${index}\n`)
    if (claims && index % 5 === 4)
      for (const { id } of await store.claim(sight().at, 1)) process.stdout.write(`sending ${id}\n`)
  }
}
await Promise.all(Array.from({ length: Number(atOnce) }, (_, loop) => recordForEver(loop === 0)))
