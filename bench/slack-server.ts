/** One of the servers that bench/slack.ts measures, as built: `bare`, Bolt without a handler, or `klartext` on SQLite. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import bolt from '@slack/bolt'
import { pino } from 'pino'
import { packageRoot } from '../src/package-root.js'

const built = (file: string) => import(pathToFileURL(join(packageRoot, 'dist', file)).href)

if (process.argv[2] === 'bare') {
  const app = new bolt.App({
    receiver: new bolt.HTTPReceiver({ signingSecret: process.env['KLARTEXT_SLACK_SIGNING_SECRET'] ?? '' }),
    authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0', botUserId: 'U0' }),
    logLevel: bolt.LogLevel.ERROR,
  })
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  const address = server.address()
  process.send?.(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
} else {
  const { readConfig } = (await built('src/config.js')) as typeof import('../src/config.js')
  const { startKlartext } = (await built('src/klartext.js')) as typeof import('../src/klartext.js')
  const { createAdapters } = (await built('adapters/index.js')) as typeof import('../adapters/index.js')
  const config = readConfig(process.env)
  const log = pino({ level: 'error' }, pino.destination(2))
  const klartext = await startKlartext(config, await createAdapters(config, log), { log })
  process.send?.(klartext.address)
}
process.on('disconnect', () => process.exit(0))
process.on('message', () =>
  process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() / 1024 / 1024 }),
)
