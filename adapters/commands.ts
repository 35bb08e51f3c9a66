import type { Command } from 'commander'
import { addSlackCommands } from './slack/cli.js'
import { addTeamsCommands } from './teams/cli.js'

/** What the platforms add to the command line: a line each. */
export function addPlatformCommands(program: Command): void {
  addSlackCommands(program)
  addTeamsCommands(program)
}
