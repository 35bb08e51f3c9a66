import { openStore } from '../../src/store/open-store.js'
import { address, person, sight } from './samples.js'

// Run as a process of its own, to be killed: records, claims now and then, and prints what is committed.
const store = await openStore({ dataDir: process.argv[2]! })
for (let index = 0; ; index++) {
  await store.record(sight({ address: address(`m${index}`), author: person(`U${index}`) }))
  process.stdout.write(`recorded m${index}\n`)
  if (index % 5 === 4)
    for (const { id } of await store.claim(sight().at, 1)) process.stdout.write(`sending ${id}\n`)
}
