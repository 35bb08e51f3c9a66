import type { Fields } from './types.js'

export interface RefusalOptions {
  /** Whether the bot asked wrongly, whatever the state of the world. */
  readonly fault?: boolean
  /** Seconds, where the caller is to come back later. */
  readonly retryAfter?: number
  /** What was wrong, in detail. */
  readonly messages?: readonly string[]
}

/** Answers a call with an error, in the shape of the Bot Connector. */
export class Refusal extends Error {
  readonly answer: Fields
  readonly fault: boolean
  readonly retryAfter: number | undefined
  readonly messages: readonly string[]

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options: RefusalOptions = {},
  ) {
    super(message)
    this.answer = { error: { code, message } }
    this.fault = options.fault ?? false
    this.retryAfter = options.retryAfter
    this.messages = options.messages ?? [message]
  }
}
