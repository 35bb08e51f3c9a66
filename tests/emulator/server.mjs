// Runs the emulator under the Node.js of this folder. Reads what is to be in the workspace, JSON in one line; answers
// with its port, and ends when nobody writes to it any more.
import { createInterface } from 'node:readline'
import { createEmulator } from 'emulate'

for await (const line of createInterface({ input: process.stdin })) {
  const { url } = await createEmulator({ service: 'slack', port: 0, seed: { slack: JSON.parse(line) } })
  console.log(new URL(url).port)
}
process.exit()
