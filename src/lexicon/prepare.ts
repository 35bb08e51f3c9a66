// Run by the build.
import { UserError } from '../errors.js'
import { prepareLexicons } from './load.js'

try {
  prepareLexicons()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
