import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../config.js'
import { UserError } from '../errors.js'
import { parseOrganisation } from '../organisation/parse.js'
import { nextMonday } from '../own-weeks.js'
import { openStore } from '../store/index.js'
import type { Organisation } from '../types.js'

/** `klartext teams import`: who belongs to which unit, and who gets its summary. */
export function addOrganisationCommands(program: Command): void {
  const teams = program.commands.find((command) => command.name() === 'teams') ?? program.command('teams')
  teams
    .command('import')
    .description('read units, members and managers from CSV or YAML; holds from next Monday on')
    .argument('<file>', 'ends in .csv, .yaml or .yml')
    .option('--dry-run', 'only check the file and say what it holds')
    .action(async (file: string, { dryRun = false }: { dryRun?: boolean }) => {
      const organisation = parseOrganisation(basename(file), read(file))
      console.log(inWords(organisation))
      if (dryRun) return console.log('Nothing was changed, as --dry-run was given.')
      const { dataDir, timeZone } = readConfig(process.env)
      const from = nextMonday(new Date(), timeZone)
      const store = await openStore({ dataDir })
      try {
        await store.saveOrganisation(organisation, from)
      } finally {
        await store.close()
      }
      console.log(`Saved. It holds from Monday, ${from.toLocaleDateString('en-GB', { timeZone })}, on.`)
    })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UserError(
      file,
      'no file that can be read',
      'a CSV or YAML file',
      'Check its name and rights.',
      {
        cause,
      },
    )
  }
}

function inWords({ units, members }: Organisation): string {
  const managers = members.filter(({ manages }) => manages).length
  const synced = units.filter(({ from }) => from !== undefined).length
  return `${units.length} units, ${synced} of them with members from a platform; ${members.length - managers} members and ${managers} managers are listed.`
}
