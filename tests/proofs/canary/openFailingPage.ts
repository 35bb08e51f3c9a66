import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { pino } from 'pino'
import { readConfig } from '../../../src/config.js'
import { startKlartext } from '../../../src/klartext.js'
import type { Adapter } from '../../../src/types.js'

/** Klartext with two pages whose faults quote a text; all that is logged is kept. */
export async function openFailingPage(text: string) {
  const routes = Router()
  routes.get('/at-once', () => {
    throw new SyntaxError(text)
  })
  routes.get('/half-way', (_request, response) => {
    response.write('half a page')
    throw new SyntaxError(text)
  })
  const adapter: Adapter = {
    platform: 'slack',
    routes,
    async start() {},
    async stop() {},
    deliver: async () => '',
    async retract() {},
  }
  const folder = mkdtempSync(join(tmpdir(), 'klartext-page-'))
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  const config = readConfig({ KLARTEXT_PORT: '0', KLARTEXT_DATA: folder })
  const klartext = await startKlartext(config, [adapter], { log })
  return {
    address: klartext.address,
    logged,
    async stop() {
      await klartext.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
