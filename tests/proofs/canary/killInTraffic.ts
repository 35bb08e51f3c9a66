import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Canaries, OWN_ANSWER } from './createCanaries.js'
import type { Evidence } from './createEvidence.js'
import { gatherFiles } from './gather.js'
import { type Launched, launchKlartext } from './launchKlartext.js'

const MESSAGES = 160
/** After how many acknowledgements the process is killed. */
const ENOUGH = 40

/** A company before whose eyes Klartext is killed. */
export interface Witness<Draft> {
  /** What connects Klartext with the company. */
  readonly variables: Readonly<Record<string, string>>
  /** Klartext is here from now on. */
  aim(address: string): void
  /** Somebody opts in. */
  join(): Promise<void>
  write(text: string): Draft
  /** Hands a message over, once; whether it was taken. */
  hand(draft: Draft): Promise<boolean>
  /** Somebody has a draft checked, or tries to. */
  check(text: string): Promise<void>
  /** All that Klartext has asked of the platform, with the canaries that may stand in it. */
  asked(): Iterable<readonly [what: string, content: string, mayHold?: ReadonlySet<string>]>
  close(): Promise<void>
}

/** What is left of it all. */
export interface Remains {
  readonly folder: string
  readonly secret: string
  readonly ends: readonly unknown[]
  /** Messages that were not acknowledged before the kill, and after it. */
  readonly lost: readonly [before: number, after: number]
}

/** Kills Klartext with -9 in the middle of traffic, starts it again, and gathers all it has left behind. */
export async function killInTraffic<Draft>(
  canaries: Canaries,
  evidence: Evidence,
  witness: Witness<Draft>,
): Promise<Remains> {
  const folder = mkdtempSync(join(tmpdir(), 'klartext-killed-'))
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  const variables = {
    KLARTEXT_PORT: '0',
    KLARTEXT_DATA: join(folder, 'data'),
    KLARTEXT_LOG_LEVEL: 'debug',
    ...witness.variables,
    ...{ TMPDIR: temp, SQLITE_TMPDIR: temp },
  }
  const started: Launched[] = []
  async function start() {
    const launched = await launchKlartext(variables)
    started.push(launched)
    witness.aim(launched.address)
    return launched
  }
  /** Hands messages over, many at once; answers those that were not taken. */
  async function hand(drafts: readonly Draft[], told: (acked: number) => void): Promise<Draft[]> {
    let acked = 0
    const tried = drafts.map(async (draft) => {
      const isTaken = await witness.hand(draft)
      if (isTaken) told(++acked)
      return isTaken ? [] : [draft]
    })
    return (await Promise.all(tried)).flat()
  }
  try {
    const first = await start()
    await witness.join()
    const written = Array.from({ length: MESSAGES }, (_, nth) => {
      const canary = nth % 3 === 0 ? canaries.sharp('a message') : canaries.plain('a message')
      const text = `Wir müssen ${canary} im Daily challengen, sonst wird es gecancelt.`
      return witness.write(canaries.inText(canary, text))
    })
    const unheard = await hand(written, (acked) => acked === ENOUGH && first.child.kill('SIGKILL'))
    const ends = [await first.ended]
    gatherFiles(folder, evidence, 'killed')

    const second = await start()
    const stillUnheard = await hand(unheard, () => {})
    await witness.check(`check ${canaries.plain(`${OWN_ANSWER}a draft`)} im Meeting committen`)
    second.child.kill('SIGTERM')
    ends.push(await second.ended)
    gatherFiles(folder, evidence, 'stopped')
    evidence.add('standard output and error', first.output() + second.output())
    for (const call of witness.asked()) evidence.add(...call)
    const secret = readFileSync(join(folder, 'data', 'secret'), 'utf8').trim()
    return { folder, secret, ends, lost: [unheard.length, stillUnheard.length] }
  } finally {
    for (const { child } of started) child.kill('SIGKILL')
    await witness.close()
  }
}
