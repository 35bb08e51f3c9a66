import { PlatformError } from '../errors.js'

/** An error as it may be logged: its class and the call that failed. Messages may carry text, so they stay out. */
export function fault(error: unknown, operation: string) {
  if (error instanceof PlatformError)
    return { fault: error.name, operation: error.operation, status: error.status }
  return { fault: error instanceof Error ? error.name : typeof error, operation }
}
