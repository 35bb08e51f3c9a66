#!/usr/bin/env node
import { Command } from 'commander'
import { addPlatformCommands } from '../adapters/commands.js'
import { addCheckCommand } from './cli/check.js'
import { addDemoCommand } from './cli/demo.js'
import { addLexiconCommands } from './cli/lexicons.js'
import { addOrganisationCommands } from './cli/organisation.js'
import { addSummaryCommand } from './cli/summary.js'
import { UserError } from './errors.js'

const program = new Command('klartext').description('Klartext on the command line')
addCheckCommand(program)
addLexiconCommands(program)
addPlatformCommands(program)
addOrganisationCommands(program)
addSummaryCommand(program)
addDemoCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
