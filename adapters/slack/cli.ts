import { type Command, Option } from 'commander'
import { UserError } from '../../src/errors.js'
import { manifestYaml } from './manifest.js'

interface Given {
  readonly mode: 'socket' | 'http'
  readonly url?: string
  readonly oauth?: boolean
  readonly rotation?: boolean
  readonly teams?: boolean
  readonly language: 'de' | 'en'
}

/** `klartext slack …` */
export function addSlackCommands(program: Command): void {
  program
    .command('slack')
    .description('set Klartext up in Slack')
    .command('manifest')
    .description('print the app manifest, for "Create New App", "From a manifest"')
    .addOption(
      new Option('--mode <mode>', 'socket: no public address needed; http: Slack calls Klartext')
        .choices(['socket', 'http'])
        .default('socket'),
    )
    .option('--url <address>', 'public address of Klartext, such as https://klartext.example.com')
    .option('--oauth', 'several workspaces install the app by OAuth')
    .option('--rotation', 'with --oauth: tokens end after twelve hours, and Klartext renews them')
    .option('--teams', 'teams are read from user groups')
    .addOption(
      new Option('--language <language>', 'of names and descriptions').choices(['de', 'en']).default('de'),
    )
    .action(({ mode, url, oauth = false, rotation = false, teams = false, language }: Given) => {
      if (url !== undefined && !/^https:\/\/[^\s/]+$/.test(url))
        throw new UserError(
          '--url',
          `„${url}“`,
          'https:// and a host, without a path',
          'Give the address under which Slack reaches Klartext.',
        )
      if ((mode === 'http' || oauth) && url === undefined)
        throw new UserError(
          '--url',
          'nothing',
          'the public address of Klartext',
          `${oauth ? 'An installation by OAuth' : 'The mode http'} needs one: --url https://klartext.example.com`,
        )
      if (rotation && !oauth)
        throw new UserError(
          '--rotation',
          'no --oauth',
          'an app that workspaces install by OAuth',
          'Add --oauth: a token that stands in the environment cannot be renewed.',
        )
      process.stdout.write(manifestYaml({ mode, url, oauth, rotation, teams, language }))
    })
}
