import { pino } from 'pino'
import { createAdapters } from '../adapters/index.js'
import { readConfig } from './config.js'
import { UserError } from './errors.js'
import { startKlartext } from './klartext.js'
import { releaseMemory } from './release-memory.js'

try {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  const klartext = await startKlartext(config, await createAdapters(config, log), { log })
  // Once the first page is out. Twice: what the first round finds free, the second gives back.
  for (const delay of [1500, 3000]) setTimeout(releaseMemory, delay).unref()

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    klartext.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)

  // Whether the platforms can be reached at this moment, the log says.
  const ways = [
    `Konsole / console: ${klartext.address}/console`,
    config.slack &&
      `Slack: ${config.slack.mode === 'http' ? `${klartext.address}/slack/events` : 'Socket Mode'}`,
    config.teams &&
      `Teams: ${klartext.address}/teams/messages${config.teams.playground ? ' (playground, no sign-in)' : ''}`,
  ].filter(Boolean)
  console.log(
    [`Klartext läuft / is running: ${klartext.address}`, ...ways, 'Beenden mit / stop with Ctrl+C'].join(
      '\n',
    ),
  )
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
