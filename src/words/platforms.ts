/** A platform whose interface has words of its own; the playground is a page and has others. */
export type ChatPlatform = 'slack' | 'teams'

/** What is called otherwise on each platform. */
export interface Place {
  readonly name: string
  /** What shows the settings, within a sentence. */
  readonly page: string
  /** Where the settings are, as a place within or before a sentence. */
  readonly inSettings: string
  /** Whose messages are read. */
  readonly channels: string
  /** A command as it is typed. */
  readonly say: (command: string) => string
  /** What becomes of a checked draft, within a sentence. */
  readonly nothingKept: string
  readonly bold: (text: string) => string
}
