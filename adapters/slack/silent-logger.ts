import { type Logger, LogLevel } from '@slack/bolt'

/**
 * What the SDKs may log: nothing. At debug they write whole payloads, and their warnings may quote what people wrote;
 * what an operator must know, we log ourselves. The level keeps them from putting together what nobody reads.
 */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
