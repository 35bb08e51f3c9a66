/** A fault in what somebody gave us; its message is meant for that person. */
export class UserError extends Error {
  override readonly name = 'UserError'

  /**
   * @param where file with line and column, environment variable or option
   * @param found what stands there
   * @param expected what should stand there
   * @param remedy what to do about it
   */
  constructor(
    readonly where: string,
    readonly found: string,
    readonly expected: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: found ${found}, expected ${expected}. ${remedy}`, options)
  }
}

/** A platform said no, or its answer never came. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'

  /**
   * @param operation the call that failed, such as `chat.postMessage`
   * @param status `refused`: nothing happened and nothing will; `later`: nothing happened, try again;
   *   `unknown`: it may have happened
   * @param retryAfter seconds to wait, where the platform said so
   */
  constructor(
    readonly operation: string,
    readonly status: 'refused' | 'later' | 'unknown',
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(`${operation}: ${status}`, options)
  }
}
