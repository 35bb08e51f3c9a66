import { type ChildProcess, spawn } from 'node:child_process'
import { packageRoot } from '../../../src/package-root.js'

/** Klartext as an operator starts it. */
export interface Launched {
  readonly address: string
  readonly child: ChildProcess
  /** Resolves to the signal or the code that ended it. */
  readonly ended: Promise<NodeJS.Signals | number | null>
  /** What it wrote on its standard output and error. */
  readonly output: () => string
}

/** Starts the program with these variables alone; @throws where it does not come up */
export async function launchKlartext(variables: Record<string, string>): Promise<Launched> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: packageRoot,
    env: { PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer) => {
      written += data
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(written)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then((end) => reject(new Error(`ended with ${end}: ${written}`)))
  })
  return { address, child, ended, output: () => written }
}
